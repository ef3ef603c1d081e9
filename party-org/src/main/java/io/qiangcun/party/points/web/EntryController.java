package io.qiangcun.party.points.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.SignedInAccount;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationQueries;
import io.qiangcun.party.points.EntryId;
import io.qiangcun.party.points.EntryNotFound;
import io.qiangcun.party.points.EntryRow;
import io.qiangcun.party.points.EntryStatus;
import io.qiangcun.party.points.PointsQueries;
import io.qiangcun.party.points.PointsService;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One entry: what it says, what somebody else decides about it, and its correction. */
@Controller
@RequestMapping("/party/points/entries/{id}")
class EntryController {

    private static final String MAY_ENTER = "hasAuthority('" + PartyAuthorities.ENTER_POINTS + "')";
    private static final String MAY_DECIDE = "hasAuthority('" + PartyAuthorities.DECIDE_POINTS + "')";

    private final PointsService points;
    private final PointsQueries queries;
    private final OrganisationQueries organisations;
    private final AttachmentService attachments;
    private final Messages messages;

    EntryController(
            PointsService points,
            PointsQueries queries,
            OrganisationQueries organisations,
            AttachmentService attachments,
            Messages messages) {
        this.points = points;
        this.queries = queries;
        this.organisations = organisations;
        this.attachments = attachments;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable EntryId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var entry = find(jurisdiction, id);
        model.addAttribute("form", new DecideForm(Long.toString(entry.version()), "", ""));
        return page(entry, jurisdiction, me, model);
    }

    @PostMapping("/decision")
    @PreAuthorize(MAY_DECIDE)
    String decide(
            @PathVariable EntryId id,
            @Valid @ModelAttribute("form") DecideForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var entry = find(jurisdiction, id);
        if (form.how().isBlank()) {
            errors.rejectValue("how", "party.points.refused.no-decision");
        }
        if (Submission.succeeds(
                errors,
                () -> points.decide(
                        jurisdiction,
                        me.actor(),
                        id,
                        Typed.sent(Long::parseLong, form.version()),
                        Typed.sent(EntryStatus::valueOf, form.how()),
                        Typed.text(form.note())))) {
            flash.addFlashAttribute("done", "party.points.done.decided");
            return "redirect:/party/points/entries/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(entry, jurisdiction, me, model);
    }

    @GetMapping("/correction")
    @PreAuthorize(MAY_ENTER)
    String openCorrection(@PathVariable EntryId id, Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("entry", correctable(jurisdiction, actor, id));
        model.addAttribute("form", new CorrectForm(EntryId.next().toString(), ""));
        return "party/points/correct";
    }

    @PostMapping("/correction")
    @PreAuthorize(MAY_ENTER)
    String correct(
            @PathVariable EntryId id,
            @Valid @ModelAttribute("form") CorrectForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        model.addAttribute("entry", correctable(jurisdiction, actor, id));
        if (form.reason().isBlank()) {
            errors.rejectValue("reason", "party.points.missing.reason");
        }
        if (Submission.succeeds(
                errors,
                () -> points.correct(
                        jurisdiction, actor, Typed.sent(EntryId::valueOf, form.id()), id, Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "party.points.done.corrected");
            return "redirect:/party/points/entries/" + form.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "party/points/correct";
    }

    /** Only the branch that entered it; for others there is no such page. */
    private EntryRow correctable(Jurisdiction jurisdiction, Actor actor, EntryId id) {
        var entry = find(jurisdiction, id);
        if (organisations
                .ownBy(jurisdiction, actor, new OrganisationId(entry.organisationId()))
                .isEmpty()) {
            throw new EntryNotFound(id);
        }
        return entry;
    }

    private String page(EntryRow entry, Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        var owner = new AttachmentOwner("party.points-entry", entry.entryId(), new PlaceCode(entry.placeCode()));
        model.addAttribute("entry", entry);
        model.addAttribute("attachments", attachments.list(jurisdiction, owner));
        var waits = entry.status() == EntryStatus.ENTERED && me.may(PartyAuthorities.DECIDE_POINTS);
        var refusal = entry.undecidableBy(jurisdiction, me.actor());
        model.addAttribute("decides", waits && refusal.isEmpty());
        model.addAttribute("refusal", waits ? refusal.orElse("") : "");
        model.addAttribute(
                "corrects",
                entry.stands()
                        && me.may(PartyAuthorities.ENTER_POINTS)
                        && organisations
                                .ownBy(jurisdiction, me.actor(), new OrganisationId(entry.organisationId()))
                                .isPresent());
        model.addAttribute(
                "decisions",
                List.of(EntryStatus.APPROVED, EntryStatus.REFUSED).stream()
                        .map(how -> new Option(how.name(), messages.get("party.points.decision." + how)))
                        .toList());
        return "party/points/show";
    }

    private EntryRow find(Jurisdiction jurisdiction, EntryId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new EntryNotFound(id));
    }
}
