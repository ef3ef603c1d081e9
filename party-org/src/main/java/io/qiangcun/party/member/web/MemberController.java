package io.qiangcun.party.member.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.FormErrors;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.member.Ending;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberNotFound;
import io.qiangcun.party.member.MemberQueries;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.member.MemberView;
import io.qiangcun.party.organisation.OrganisationId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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

/** One member, and what becomes of the membership. */
@Controller
@RequestMapping("/party/members/{id}")
class MemberController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_MEMBERS + "')";
    private static final String STEPS =
            "/{step:confirm|transfer|take-back|float|home|exclude|include|observe|restore|end}";

    /** Before the code of a place, where no branch is known to who hands over. */
    private static final String PLACE = "place:";

    private final MemberService members;
    private final MemberQueries queries;
    private final PeopleQueries people;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    MemberController(
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
    String show(@PathVariable MemberId id, Jurisdiction jurisdiction, Model model) {
        var member = find(jurisdiction, id);
        model.addAttribute("member", member);
        model.addAttribute("path", places.path(member.place()));
        var to = member.toPlace();
        model.addAttribute("toPlace", to == null ? List.of() : places.path(to));
        return "party/member/show";
    }

    @GetMapping(STEPS)
    @PreAuthorize(MAY_WRITE)
    String open(@PathVariable MemberId id, @PathVariable String step, Jurisdiction jurisdiction, Model model) {
        var member = find(jurisdiction, id);
        model.addAttribute("form", MemberStepForm.empty(member.version(), today()));
        return stepPage(member, MemberStep.at(step), jurisdiction, model);
    }

    @PostMapping(STEPS)
    @PreAuthorize(MAY_WRITE)
    String take(
            @PathVariable MemberId id,
            @PathVariable String step,
            @ModelAttribute("form") MemberStepForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var member = find(jurisdiction, id);
        var taken = MemberStep.at(step);
        var on = form.check(taken, today(), errors);
        if (on != null && !errors.hasErrors()) {
            try {
                apply(taken, id, form, on, jurisdiction, actor);
                flash.addFlashAttribute("done", "party.member.done.step");
                return "redirect:/party/members/" + id;
            } catch (RuleViolated refused) {
                FormErrors.reject(refused, errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return stepPage(member, taken, jurisdiction, model);
    }

    private void apply(
            MemberStep step, MemberId id, MemberStepForm form, LocalDate on, Jurisdiction jurisdiction, Actor actor) {
        var version = form.versionNumber();
        var reason = Typed.text(form.reason());
        switch (step) {
            case CONFIRM -> members.confirm(jurisdiction, actor, id, version, on);
            case TRANSFER -> transfer(id, version, form.to(), on, jurisdiction, actor);
            case TAKE_BACK -> members.takeBack(jurisdiction, actor, id, version);
            case FLOAT -> members.goAway(jurisdiction, actor, id, version, on, Typed.text(form.where()));
            case HOME -> members.comeHome(jurisdiction, actor, id, version, on);
            case EXCLUDE -> members.exclude(jurisdiction, actor, id, version, on, reason);
            case INCLUDE -> members.include(jurisdiction, actor, id, version, on);
            case OBSERVE -> members.observe(jurisdiction, actor, id, version, on, reason);
            case RESTORE -> members.restore(jurisdiction, actor, id, version, on);
            case END ->
                members.end(jurisdiction, actor, id, version, Typed.sent(Ending::valueOf, form.ending()), on, reason);
        }
    }

    private void transfer(MemberId id, long version, String to, LocalDate on, Jurisdiction jurisdiction, Actor actor) {
        if (to.startsWith(PLACE)) {
            var place = Typed.sent(PlaceCode::valueOf, to.substring(PLACE.length()));
            members.handOver(jurisdiction, actor, id, version, place, on);
        } else {
            members.transfer(jurisdiction, actor, id, version, Typed.sent(OrganisationId::valueOf, to), on);
        }
    }

    private String stepPage(MemberView member, MemberStep step, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("member", member);
        model.addAttribute("step", step);
        model.addAttribute("destinations", step == MemberStep.TRANSFER ? destinations(jurisdiction) : List.of());
        model.addAttribute(
                "endings",
                Arrays.stream(Ending.values())
                        .map(ending -> new Option(ending.name(), messages.get(ending.messageKey())))
                        .toList());
        return "party/member/step";
    }

    /** First the branches of the jurisdiction, then the places outside it. */
    private List<Option> destinations(Jurisdiction jurisdiction) {
        var branches = queries.branches(jurisdiction).stream()
                .map(branch -> new Option(branch.id().toString(), branch.name()));
        var elsewhere = people.destinations(jurisdiction).stream()
                .filter(place -> !jurisdiction.covers(new PlaceCode(place.placeCode())))
                .map(place ->
                        new Option(PLACE + place.placeCode(), messages.get("party.member.to-place", place.name())));
        return Stream.concat(branches, elsewhere).toList();
    }

    private MemberView find(Jurisdiction jurisdiction, MemberId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new MemberNotFound(id));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
