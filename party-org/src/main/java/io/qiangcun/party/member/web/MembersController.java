package io.qiangcun.party.member.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.PersonNotFound;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberQueries;
import io.qiangcun.party.member.MemberRow;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.member.MemberState;
import io.qiangcun.party.member.Standing;
import io.qiangcun.party.organisation.OrganisationId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Members: the list, enrolling, taking in. */
@Controller
@RequestMapping("/party/members")
class MembersController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_MEMBERS + "')";

    private final MemberService members;
    private final MemberQueries queries;
    private final PeopleQueries people;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    MembersController(
            MemberService members,
            MemberQueries queries,
            PeopleQueries people,
            PlaceTree places,
            Messages messages,
            Clock clock) {
        this.members = members;
        this.queries = queries;
        this.people = people;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(MemberListFilter filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        var within = filter.narrow(jurisdiction);
        model.addAttribute("filter", filter);
        model.addAttribute("members", queries.list(within, filter.toFilter(), page));
        model.addAttribute("count", queries.headcount(within, filter.organisation()));
        var coming = queries.coming(jurisdiction);
        model.addAttribute("coming", coming);
        model.addAttribute("branchOptions", coming.isEmpty() ? List.of() : branches(jurisdiction));
        model.addAttribute("standings", Standing.values());
        model.addAttribute("states", MemberState.values());
        model.addAttribute(
                "places",
                jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0
                        ? List.of()
                        : places.children(jurisdiction, jurisdiction.root(), LocalDate.now(clock)));
        return "party/member/list";
    }

    @GetMapping("/export")
    void export(MemberListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(@RequestParam @Nullable PersonId person, Jurisdiction jurisdiction, Model model) {
        if (person == null) {
            return "redirect:/core/people";
        }
        var branches = branches(jurisdiction);
        model.addAttribute(
                "form",
                EnrolForm.of(person, branches.size() == 1 ? branches.get(0).value() : ""));
        return enrolPage(person, jurisdiction, model);
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String enrol(
            @ModelAttribute("form") EnrolForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isPresent()) {
            try {
                var id = members.enrol(jurisdiction, actor, command.get());
                flash.addFlashAttribute("done", "party.member.done.enrolled");
                return "redirect:/party/members/" + id;
            } catch (RuleViolated refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return enrolPage(form.personId(), jurisdiction, model);
    }

    @PostMapping("/{id}/receive")
    @PreAuthorize(MAY_WRITE)
    String receive(
            @PathVariable MemberId id,
            @RequestParam OrganisationId into,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        members.receive(jurisdiction, actor, id, into, LocalDate.now(clock));
        flash.addFlashAttribute("done", "party.member.done.received");
        return "redirect:/party/members/" + id;
    }

    private String enrolPage(PersonId person, Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "person",
                people.briefs(jurisdiction, List.of(person)).stream()
                        .findFirst()
                        .orElseThrow(() -> new PersonNotFound(person)));
        model.addAttribute("branchOptions", branches(jurisdiction));
        model.addAttribute(
                "standings",
                Arrays.stream(Standing.values())
                        .map(standing -> new Option(standing.name(), messages.get(standing.messageKey())))
                        .toList());
        return "party/member/enrol";
    }

    private List<Option> branches(Jurisdiction jurisdiction) {
        return queries.branches(jurisdiction).stream()
                .map(branch -> new Option(branch.id().toString(), branch.name()))
                .toList();
    }

    private void write(Iterable<MemberRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<MemberRow>named(messages.get("party.member.list.title"), rows)
                    .column(messages.get("place.township"), MemberRow::townshipName)
                    .column(field("place"), MemberRow::placeName)
                    .column(field("organisation"), MemberRow::organisationName)
                    .column(field("name"), MemberRow::name)
                    .column(
                            field("sex"),
                            row -> row.sex() == null
                                    ? null
                                    : messages.get(row.sex().messageKey()))
                    .column(field("bornOn"), MemberRow::bornOn)
                    .column(
                            field("education"),
                            row -> row.education() == null
                                    ? null
                                    : messages.get(row.education().messageKey()))
                    .column(
                            field("standing"),
                            row -> messages.get(row.standing().messageKey()))
                    .column(field("joinedOn"), MemberRow::joinedOn)
                    .column(field("fullOn"), MemberRow::fullOn)
                    .column(field("floatingSince"), MemberRow::floatingSince)
                    .column(field("excludedReason"), MemberRow::excludedReason)
                    .column(field("endedOn"), MemberRow::endedOn)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String field) {
        return messages.get("party.member.field." + field);
    }
}
