package io.qiangcun.party.rating.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.rating.ParticipantRow;
import io.qiangcun.party.rating.Phase;
import io.qiangcun.party.rating.RatingNotFound;
import io.qiangcun.party.rating.RatingQueries;
import io.qiangcun.party.rating.RatingService;
import io.qiangcun.party.rating.RatingService.Judgement;
import io.qiangcun.party.rating.RoundId;
import io.qiangcun.party.rating.RoundRow;
import io.qiangcun.party.rating.Scale;
import io.qiangcun.party.rating.Scales;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** Rounds: the list, a round with its members, counting sheets, and what the committee says beyond the score. */
@Controller
@RequestMapping("/party/ratings")
class RatingsController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_RATINGS + "')";
    private static final int MOST_STARS = 5;

    private final RatingService ratings;
    private final RatingQueries queries;
    private final Scales scales;
    private final OrganisationQueries organisations;
    private final Messages messages;

    RatingsController(
            RatingService ratings,
            RatingQueries queries,
            Scales scales,
            OrganisationQueries organisations,
            Messages messages) {
        this.ratings = ratings;
        this.queries = queries;
        this.scales = scales;
        this.organisations = organisations;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable PlaceCode place,
            Pageable page,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        model.addAttribute("form", new OpenForm(RoundId.next().toString(), ""));
        var shown = place == null ? jurisdiction : jurisdiction.narrowedTo(place);
        model.addAttribute("narrowed", place != null);
        model.addAttribute("rounds", queries.rounds(shown, page));
        return listPage(jurisdiction, me, model);
    }

    @PostMapping
    @PreAuthorize(MAY_WRITE)
    String open(
            @ModelAttribute("form") OpenForm form,
            BindingResult errors,
            Pageable page,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (form.organisation().isBlank()) {
            errors.rejectValue("organisation", "party.rating.missing");
        }
        if (Submission.succeeds(
                errors,
                () -> ratings.open(
                        jurisdiction,
                        me.actor(),
                        Typed.sent(RoundId::valueOf, form.id()),
                        Typed.sent(OrganisationId::valueOf, form.organisation())))) {
            flash.addFlashAttribute("done", "party.rating.done.opened");
            return "redirect:/party/ratings/rounds/" + form.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("rounds", queries.rounds(jurisdiction, page));
        return listPage(jurisdiction, me, model);
    }

    @GetMapping("/rounds/{id}")
    String show(
            @PathVariable RoundId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var round = find(jurisdiction, id);
        model.addAttribute("round", round);
        model.addAttribute("participants", queries.participants(jurisdiction, id));
        model.addAttribute("counts", counts(round, jurisdiction, me));
        return "party/rating/round";
    }

    @GetMapping("/rounds/{id}/members/{member}/{phase}")
    @PreAuthorize(MAY_WRITE)
    String openSheet(
            @PathVariable RoundId id,
            @PathVariable UUID member,
            @PathVariable Phase phase,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var round = counted(id, jurisdiction, me);
        var known = queries.counted(jurisdiction, id, member, phase);
        model.addAttribute("form", SheetForm.of(known, scale(round).items()));
        return sheetPage(round, member, phase, jurisdiction, model);
    }

    @PostMapping("/rounds/{id}/members/{member}/{phase}")
    @PreAuthorize(MAY_WRITE)
    String count(
            @PathVariable RoundId id,
            @PathVariable UUID member,
            @PathVariable Phase phase,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var round = counted(id, jurisdiction, me);
        form.complete(scale(round).items());
        var sums = form.sums(errors);
        var sheets = phase == Phase.SELF ? Integer.valueOf(1) : form.count(errors);
        if (sheets != null
                && Submission.succeeds(
                        errors, () -> ratings.count(jurisdiction, me.actor(), id, member, phase, sheets, sums))) {
            flash.addFlashAttribute("done", "party.rating.done.counted");
            return "redirect:" + next(id, member, phase, jurisdiction);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return sheetPage(round, member, phase, jurisdiction, model);
    }

    @GetMapping("/rounds/{id}/members/{member}/judgement")
    @PreAuthorize(MAY_WRITE)
    String openJudgement(
            @PathVariable RoundId id,
            @PathVariable UUID member,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var round = counted(id, jurisdiction, me);
        model.addAttribute("form", JudgementForm.of(participant(jurisdiction, id, member)));
        return judgementPage(round, member, jurisdiction, model);
    }

    @PostMapping("/rounds/{id}/members/{member}/judgement")
    @PreAuthorize(MAY_WRITE)
    String judge(
            @PathVariable RoundId id,
            @PathVariable UUID member,
            @ModelAttribute("form") JudgementForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var round = counted(id, jurisdiction, me);
        if (Submission.succeeds(
                errors,
                () -> ratings.judge(
                        jurisdiction,
                        me.actor(),
                        id,
                        new Judgement(
                                member,
                                form.failedCondition().isBlank() ? null : form.failedCondition(),
                                form.stars().isBlank() ? null : Typed.sent(Integer::valueOf, form.stars()),
                                Typed.text(form.reason()),
                                Boolean.TRUE.equals(form.model()))))) {
            flash.addFlashAttribute("done", "party.rating.done.judged");
            return "redirect:/party/ratings/rounds/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return judgementPage(round, member, jurisdiction, model);
    }

    /** The next who has no such sheet yet; nobody has to look for him. */
    private String next(RoundId id, UUID member, Phase phase, Jurisdiction jurisdiction) {
        return queries.participants(jurisdiction, id).stream()
                .filter(participant -> !participant.isOut()
                        && !participant.memberId().equals(member)
                        && (phase == Phase.SELF ? participant.selfSheets() : participant.reviewSheets()) == 0)
                .findFirst()
                .map(participant -> "/party/ratings/rounds/" + id + "/members/" + participant.memberId() + "/" + phase)
                .orElse("/party/ratings/rounds/" + id);
    }

    private String listPage(Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        model.addAttribute(
                "branchOptions",
                me.may(PartyAuthorities.WRITE_RATINGS)
                        ? queries.ownBranches(jurisdiction, me.actor()).stream()
                                .map(branch -> new Option(branch.id().toString(), branch.name()))
                                .toList()
                        : List.of());
        return "party/rating/list";
    }

    private String sheetPage(RoundRow round, UUID member, Phase phase, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("phase", phase);
        model.addAttribute("items", scale(round).items());
        model.addAttribute("participant", participant(jurisdiction, new RoundId(round.roundId()), member));
        return "party/rating/sheet";
    }

    private String judgementPage(RoundRow round, UUID member, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("participant", participant(jurisdiction, new RoundId(round.roundId()), member));
        model.addAttribute(
                "conditions",
                scale(round).conditions().stream()
                        .map(condition -> new Option(condition.code(), condition.title()))
                        .toList());
        model.addAttribute(
                "starOptions",
                IntStream.rangeClosed(0, MOST_STARS)
                        .mapToObj(
                                stars -> new Option(Integer.toString(stars), messages.get("party.rating.stars", stars)))
                        .toList());
        return "party/rating/judgement";
    }

    private Scale scale(RoundRow round) {
        return scales.scale(new PlaceCode(round.placeCode()), round.openedOn());
    }

    private ParticipantRow participant(Jurisdiction jurisdiction, RoundId id, UUID member) {
        return queries.participants(jurisdiction, id).stream()
                .filter(participant -> participant.memberId().equals(member))
                .findFirst()
                .orElseThrow(() -> new RatingNotFound(member));
    }

    /** Only the branch of the round counts; for others there is no such page. */
    private RoundRow counted(RoundId id, Jurisdiction jurisdiction, SignedInAccount me) {
        var round = find(jurisdiction, id);
        if (organisations.ownBy(jurisdiction, me.actor(), round.organisation()).isEmpty()) {
            throw new RatingNotFound(id);
        }
        return round;
    }

    private boolean counts(RoundRow round, Jurisdiction jurisdiction, SignedInAccount me) {
        return !round.decided()
                && me.may(PartyAuthorities.WRITE_RATINGS)
                && organisations
                        .ownBy(jurisdiction, me.actor(), round.organisation())
                        .isPresent();
    }

    private RoundRow find(Jurisdiction jurisdiction, RoundId id) {
        return queries.round(jurisdiction, id).orElseThrow(() -> new RatingNotFound(id));
    }
}
