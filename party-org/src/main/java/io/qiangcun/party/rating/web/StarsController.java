package io.qiangcun.party.rating.web;

import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.rating.AwardFilter;
import io.qiangcun.party.rating.AwardId;
import io.qiangcun.party.rating.AwardRow;
import io.qiangcun.party.rating.RatingNotFound;
import io.qiangcun.party.rating.RatingQueries;
import io.qiangcun.party.rating.RatingService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** Stars that count, their changes between two rounds, and the plaques on the houses. */
@Controller
@RequestMapping("/party/ratings")
class StarsController {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_RATINGS + "')";
    private static final int MOST_STARS = 5;

    private final RatingService ratings;
    private final RatingQueries queries;
    private final OrganisationQueries organisations;
    private final Messages messages;
    private final Clock clock;

    StarsController(
            RatingService ratings,
            RatingQueries queries,
            OrganisationQueries organisations,
            Messages messages,
            Clock clock) {
        this.ratings = ratings;
        this.queries = queries;
        this.organisations = organisations;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/stars")
    String list(StarFilter filter, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("awards", queries.awards(filter.narrow(jurisdiction), filter.toFilter(), page));
        return "party/rating/stars";
    }

    @GetMapping("/stars/export")
    void export(StarFilter filter, Jurisdiction jurisdiction, HttpServletResponse response) {
        queries.read(filter.narrow(jurisdiction), filter.toFilter(), rows -> write(rows, response));
    }

    /** What has to be put up and taken down; the signs themselves are printed from it. */
    @GetMapping("/plaques")
    String plaques(Jurisdiction jurisdiction, @AuthenticationPrincipal SignedInAccount me, Model model) {
        var plaques = queries.plaques(jurisdiction);
        var own = me.may(PartyAuthorities.WRITE_RATINGS)
                ? queries.ownBranches(jurisdiction, me.actor()).stream()
                        .map(branch -> branch.id().value())
                        .toList()
                : List.of();
        model.addAttribute("up", plaques.stream().filter(AwardRow::isToBePutUp).toList());
        model.addAttribute(
                "down", plaques.stream().filter(AwardRow::isToBeTakenDown).toList());
        model.addAttribute("own", own);
        return "party/rating/plaques";
    }

    @GetMapping("/stars/{id}")
    String show(
            @PathVariable AwardId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var award = find(jurisdiction, id);
        model.addAttribute(
                "form",
                new ChangeForm(
                        AwardId.next().toString(), "", LocalDate.now(clock).toString(), ""));
        return page(award, jurisdiction, me, model);
    }

    @PostMapping("/stars/{id}/change")
    @PreAuthorize(MAY_WRITE)
    String change(
            @PathVariable AwardId id,
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var award = find(jurisdiction, id);
        if (!own(award, jurisdiction, me)) {
            throw new RatingNotFound(id);
        }
        if (form.stars().isBlank()) {
            errors.rejectValue("stars", "party.rating.missing");
        }
        var on = Typed.date("on", form.on(), errors);
        if (on == null && !errors.hasFieldErrors("on")) {
            errors.rejectValue("on", "party.rating.missing");
        }
        if (on != null
                && Submission.succeeds(
                        errors,
                        () -> ratings.change(
                                jurisdiction,
                                me.actor(),
                                Typed.sent(AwardId::valueOf, form.id()),
                                id,
                                Typed.sent(Integer::parseInt, form.stars()),
                                on,
                                Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "party.rating.done.changed");
            return "redirect:/party/ratings/stars/" + form.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(award, jurisdiction, me, model);
    }

    @PostMapping("/stars/{id}/plaque")
    @PreAuthorize(MAY_WRITE)
    String plaque(
            @PathVariable AwardId id,
            @RequestParam(defaultValue = "false") boolean up,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            RedirectAttributes flash) {
        ratings.plaque(jurisdiction, me.actor(), id, up);
        flash.addFlashAttribute("done", up ? "party.rating.done.up" : "party.rating.done.down");
        return "redirect:/party/ratings/plaques";
    }

    private String page(AwardRow award, Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        model.addAttribute("award", award);
        model.addAttribute("changes", award.endedOn() == null && own(award, jurisdiction, me));
        model.addAttribute(
                "starOptions",
                IntStream.rangeClosed(0, MOST_STARS)
                        .filter(stars -> stars != award.stars())
                        .mapToObj(
                                stars -> new Option(Integer.toString(stars), messages.get("party.rating.stars", stars)))
                        .toList());
        return "party/rating/award";
    }

    private boolean own(AwardRow award, Jurisdiction jurisdiction, SignedInAccount me) {
        return me.may(PartyAuthorities.WRITE_RATINGS)
                && organisations
                        .ownBy(jurisdiction, me.actor(), award.organisation())
                        .isPresent();
    }

    private AwardRow find(Jurisdiction jurisdiction, AwardId id) {
        return queries.award(jurisdiction, id).orElseThrow(() -> new RatingNotFound(id));
    }

    private void write(Iterable<AwardRow> rows, HttpServletResponse response) {
        try {
            Spreadsheet.<AwardRow>named(messages.get("party.rating.stars.title"), rows)
                    .column(field("place"), AwardRow::placeName)
                    .column(field("organisation"), AwardRow::organisationName)
                    .column(field("member"), AwardRow::name)
                    .column(field("year"), row -> String.valueOf(row.ratingYear()))
                    .column(field("stars"), AwardRow::painted)
                    .column(field("model"), row -> row.model() ? messages.get("party.rating.model") : null)
                    .column(field("awardedOn"), AwardRow::awardedOn)
                    .column(field("reason"), AwardRow::reason)
                    .column(field("endedOn"), AwardRow::endedOn)
                    .column(field("plaqueOn"), AwardRow::plaqueOn)
                    .column(field("plaqueOff"), AwardRow::plaqueOff)
                    .writeTo(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String field(String field) {
        return messages.get("party.rating.field." + field);
    }

    /** What the list of stars is asked for. */
    record StarFilter(
            @Nullable PlaceCode place,
            @Nullable OrganisationId organisation,
            @Nullable Integer stars,
            @Nullable Boolean former,
            @Nullable String text) {

        Jurisdiction narrow(Jurisdiction jurisdiction) {
            return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
        }

        AwardFilter toFilter() {
            return new AwardFilter(
                    organisation,
                    stars,
                    Boolean.TRUE.equals(former),
                    text == null || text.isBlank() ? null : text.strip());
        }
    }
}
