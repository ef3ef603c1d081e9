package io.qiangcun.party.organisation.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Difference;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.DissolveOrganisation;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationNotFound;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.organisation.OrganisationRow;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.party.organisation.OrganisationStale;
import io.qiangcun.party.organisation.OrganisationView;
import io.qiangcun.party.organisation.RenameOrganisation;
import io.qiangcun.party.organisation.RestructureOrganisation;
import io.qiangcun.party.organisation.TermService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Party organisations: the list, each with its milestones, and what the levels above enter about them. */
@Controller
@RequestMapping("/party/organisations")
class OrganisationController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_ORGANISATIONS + "')";
    private static final String STEPS = "/{id}/{step:rename|restructure|dissolve}";

    private final OrganisationService organisations;
    private final OrganisationQueries queries;
    private final TermService terms;
    private final PlaceTree places;
    private final PlacesOfChoice choices;
    private final Messages messages;
    private final Clock clock;

    OrganisationController(
            OrganisationService organisations,
            OrganisationQueries queries,
            TermService terms,
            PlaceTree places,
            PlacesOfChoice choices,
            Messages messages,
            Clock clock) {
        this.organisations = organisations;
        this.queries = queries;
        this.terms = terms;
        this.places = places;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(OrganisationListFilter filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("organisations", queries.list(filter.narrow(jurisdiction), filter.toFilter(), page));
        model.addAttribute("kinds", OrganisationKind.values());
        model.addAttribute(
                "places",
                jurisdiction.level().compareTo(PlaceKind.VILLAGE) >= 0
                        ? List.of()
                        : places.children(jurisdiction, jurisdiction.root(), today()));
        return "party/organisation/list";
    }

    @GetMapping("/export")
    void export(OrganisationListFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_WRITE)
    String open(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", FoundForm.empty(today().toString()));
        return foundPage(jurisdiction, model);
    }

    @PostMapping
    String found(
            @ModelAttribute("form") FoundForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isPresent()) {
            try {
                var id = organisations.found(jurisdiction, actor, command.get());
                flash.addFlashAttribute("done", "party.organisation.done.founded");
                return "redirect:/party/organisations/" + id;
            } catch (RuleViolated violated) {
                FormErrors.reject(violated, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return foundPage(jurisdiction, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable OrganisationId id, Jurisdiction jurisdiction, Model model) {
        var organisation = find(jurisdiction, id);
        model.addAttribute("organisation", organisation);
        model.addAttribute("path", places.path(organisation.place()));
        model.addAttribute(
                "parent",
                organisation.parent() == null
                        ? null
                        : queries.brief(jurisdiction, organisation.parent()).orElse(null));
        model.addAttribute("terms", terms.terms(jurisdiction, id));
        return "party/organisation/show";
    }

    @GetMapping(STEPS)
    @PreAuthorize(MAY_WRITE)
    String open(@PathVariable OrganisationId id, @PathVariable String step, Jurisdiction jurisdiction, Model model) {
        var organisation = find(jurisdiction, id);
        model.addAttribute("form", ChangeForm.of(organisation, today().toString()));
        return changePage(organisation, ChangeStep.at(step), model);
    }

    @PostMapping(STEPS)
    String change(
            @PathVariable OrganisationId id,
            @PathVariable String step,
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var change = ChangeStep.at(step);
        try {
            if (apply(change, id, form, errors, jurisdiction, actor)) {
                flash.addFlashAttribute("done", "party.organisation.done." + change.path());
                return "redirect:/party/organisations/" + id;
            }
        } catch (OrganisationStale stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return conflictPage(find(jurisdiction, id), change, form, model);
        } catch (RuleViolated violated) {
            FormErrors.reject(violated, errors);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return changePage(find(jurisdiction, id), change, model);
    }

    private boolean apply(
            ChangeStep step,
            OrganisationId id,
            ChangeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor) {
        var from = Fields.requiredDate("effectiveOn", form.effectiveOn(), errors);
        Fields.requiredReason(form.reason(), errors);
        var reason = Typed.text(form.reason());
        var structure = step == ChangeStep.RESTRUCTURE
                ? Fields.structure(
                        form.withCommittee(),
                        form.withGroups(),
                        form.fullMemberCount(),
                        form.memberCount(),
                        form.countedOn(),
                        errors)
                : null;
        if (step == ChangeStep.RENAME) {
            Fields.requiredName(form.name(), errors);
        }
        if (errors.hasErrors() || from == null) {
            return false;
        }
        if (structure != null) {
            organisations.restructure(
                    jurisdiction,
                    actor,
                    new RestructureOrganisation(id, form.versionNumber(), structure, from, reason));
        } else if (step == ChangeStep.RENAME) {
            organisations.rename(
                    jurisdiction,
                    actor,
                    new RenameOrganisation(id, form.versionNumber(), Typed.text(form.name()), from, reason));
        } else {
            organisations.dissolve(
                    jurisdiction, actor, new DissolveOrganisation(id, form.versionNumber(), from, reason));
        }
        return true;
    }

    private String foundPage(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("kinds", kinds());
        model.addAttribute("places", placeOptions(jurisdiction));
        model.addAttribute(
                "parents",
                queries.possibleParents(jurisdiction).stream()
                        .map(parent -> new Option(parent.id().toString(), parent.name()))
                        .toList());
        return "party/organisation/found";
    }

    private String changePage(OrganisationView organisation, ChangeStep step, Model model) {
        model.addAttribute("organisation", organisation);
        model.addAttribute("step", step);
        return "party/organisation/change";
    }

    private String conflictPage(OrganisationView current, ChangeStep step, ChangeForm mine, Model model) {
        var theirs = ChangeForm.of(current, mine.effectiveOn());
        model.addAttribute("form", mine.basedOn(current));
        model.addAttribute(
                "differences",
                step == ChangeStep.RESTRUCTURE
                        ? List.of(
                                difference("hasCommittee", yes(mine.withCommittee()), yes(theirs.withCommittee())),
                                difference("hasGroups", yes(mine.withGroups()), yes(theirs.withGroups())),
                                difference("fullMemberCount", mine.fullMemberCount(), theirs.fullMemberCount()),
                                difference("memberCount", mine.memberCount(), theirs.memberCount()),
                                difference("countedOn", mine.countedOn(), theirs.countedOn()))
                        : List.of(difference("name", mine.name(), theirs.name())));
        model.addAttribute("organisation", current);
        model.addAttribute("step", step);
        return "party/organisation/conflict";
    }

    private OrganisationView find(Jurisdiction jurisdiction, OrganisationId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new OrganisationNotFound(id));
    }

    private void write(Iterable<OrganisationRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<OrganisationRow>named(messages.get("party.organisation.list.title"), rows)
                    .column(messages.get("place.township"), OrganisationRow::townshipName)
                    .column(field("place"), OrganisationRow::placeName)
                    .column(field("name"), OrganisationRow::name)
                    .column(field("kind"), row -> messages.get(row.kind().messageKey()))
                    .column(field("parent"), OrganisationRow::parentName)
                    .column(field("fullMemberCount"), OrganisationRow::fullMemberCount)
                    .column(field("memberCount"), OrganisationRow::memberCount)
                    .column(field("countedOn"), OrganisationRow::countedOn)
                    .column(field("hasCommittee"), row -> yes(row.hasCommittee()))
                    .column(field("hasGroups"), row -> yes(row.hasGroups()))
                    .column(field("foundedOn"), OrganisationRow::foundedOn)
                    .column(field("dissolvedOn"), OrganisationRow::dissolvedOn)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Option> placeOptions(Jurisdiction jurisdiction) {
        return choices.in(jurisdiction).stream()
                .map(place -> new Option(place.code().value(), place.fullName()))
                .toList();
    }

    private List<Option> kinds() {
        return Arrays.stream(OrganisationKind.values())
                .map(kind -> new Option(kind.name(), messages.get(kind.messageKey())))
                .toList();
    }

    private Difference difference(String field, String mine, String theirs) {
        return new Difference(field(field), mine, theirs);
    }

    private String field(String field) {
        return messages.get("party.organisation.field." + field);
    }

    private String yes(boolean yes) {
        return messages.get(yes ? "party.organisation.yes" : "party.organisation.no");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
