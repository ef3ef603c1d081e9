package io.qiangcun.party.points.web;

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
import io.qiangcun.party.points.EntryId;
import io.qiangcun.party.points.ObjectionId;
import io.qiangcun.party.points.PointsQueries;
import io.qiangcun.party.points.PublicationId;
import io.qiangcun.party.points.PublicationNotFound;
import io.qiangcun.party.points.PublicationQueries;
import io.qiangcun.party.points.PublicationRow;
import io.qiangcun.party.points.PublicationService;
import io.qiangcun.party.points.PublicationService.Protest;
import io.qiangcun.party.points.PublishedLine;
import io.qiangcun.party.points.Quarter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

/** What is shown to everybody, quarter by quarter, and what is said against it. */
@Controller
@RequestMapping("/party/points/publications")
class PublicationsController {

    private static final String MAY_ENTER = "hasAuthority('" + PartyAuthorities.ENTER_POINTS + "')";
    private static final int QUARTERS = 4;

    private final PublicationService service;
    private final PublicationQueries queries;
    private final PointsQueries points;
    private final Messages messages;
    private final Clock clock;

    PublicationsController(
            PublicationService service,
            PublicationQueries queries,
            PointsQueries points,
            Messages messages,
            Clock clock) {
        this.service = service;
        this.queries = queries;
        this.points = points;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable PlaceCode place,
            Pageable page,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var quarter = Quarter.of(LocalDate.now(clock)).before();
        model.addAttribute("form", new PublishForm(PublicationId.next().toString(), "", quarter.toString()));
        var shown = place == null ? jurisdiction : jurisdiction.narrowedTo(place);
        model.addAttribute("narrowed", place != null);
        model.addAttribute("publications", queries.list(shown, page));
        return listPage(jurisdiction, me, model);
    }

    @PostMapping
    @PreAuthorize(MAY_ENTER)
    String publish(
            @ModelAttribute("form") PublishForm form,
            BindingResult errors,
            Pageable page,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (form.organisation().isBlank()) {
            errors.rejectValue("organisation", "party.points.missing.organisation");
        }
        if (form.quarter().isBlank()) {
            errors.rejectValue("quarter", "party.points.missing.quarter");
        }
        if (Submission.succeeds(
                errors,
                () -> service.publish(
                        jurisdiction,
                        me.actor(),
                        Typed.sent(PublicationId::valueOf, form.id()),
                        Typed.sent(OrganisationId::valueOf, form.organisation()),
                        Typed.sent(Quarter::valueOf, form.quarter())))) {
            flash.addFlashAttribute("done", "party.points.done.published");
            return "redirect:/party/points/publications/" + form.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("publications", queries.list(jurisdiction, page));
        return listPage(jurisdiction, me, model);
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable PublicationId id,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model) {
        var today = LocalDate.now(clock).toString();
        model.addAttribute("form", new ProtestForm(ObjectionId.next().toString(), "", today, "", ""));
        var publication = find(jurisdiction, id);
        model.addAttribute(
                "mayObject", publication.isOpen(LocalDate.now(clock)) && me.may(PartyAuthorities.ENTER_POINTS));
        return showPage(publication, jurisdiction, model);
    }

    @GetMapping("/{id}/export")
    void export(@PathVariable PublicationId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var publication = find(jurisdiction, id);
        Spreadsheet.<PublishedLine>named(
                        publication.organisationName()
                                + EntriesController.option(publication.period(), messages)
                                        .label(),
                        queries.lines(jurisdiction, id))
                .note(messages.get(
                        "party.points.published-note", publication.publishedOn(), publication.objectionsUntil()))
                .column(field("member"), PublishedLine::memberName)
                .column(field("base"), PublishedLine::base)
                .column(field("gained"), PublishedLine::gained)
                .column(field("lost"), PublishedLine::lost)
                .column(field("balance"), PublishedLine::balance)
                .writeTo(response);
    }

    @PostMapping("/{id}/objections")
    @PreAuthorize(MAY_ENTER)
    String object(
            @PathVariable PublicationId id,
            @Valid @ModelAttribute("form") ProtestForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            @AuthenticationPrincipal SignedInAccount me,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var publication = find(jurisdiction, id);
        var on = Typed.date("on", form.on(), errors);
        if (on == null && !errors.hasErrors()) {
            errors.rejectValue("on", "party.points.missing.on");
        }
        if (on != null
                && Submission.succeeds(
                        errors,
                        () -> service.object(
                                jurisdiction,
                                me.actor(),
                                id,
                                new Protest(
                                        Typed.sent(ObjectionId::valueOf, form.id()),
                                        form.entry().isBlank() ? null : Typed.sent(EntryId::valueOf, form.entry()),
                                        on,
                                        form.by().strip(),
                                        Typed.text(form.content()))))) {
            flash.addFlashAttribute("done", "party.points.done.objected");
            return "redirect:/party/points/publications/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        // shown even when it is too late, so that nothing typed is lost
        model.addAttribute("mayObject", true);
        return showPage(publication, jurisdiction, model);
    }

    private String listPage(Jurisdiction jurisdiction, SignedInAccount me, Model model) {
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute(
                "branchOptions",
                me.may(PartyAuthorities.ENTER_POINTS)
                        ? points.ownBranches(jurisdiction, me.actor()).stream()
                                .map(branch -> new Option(branch.id().toString(), branch.name()))
                                .toList()
                        : List.of());
        var quarters = new ArrayList<Option>();
        var quarter = Quarter.of(LocalDate.now(clock)).before();
        for (var n = 0; n < QUARTERS; n++) {
            quarters.add(EntriesController.option(quarter, messages));
            quarter = quarter.before();
        }
        model.addAttribute("quarterOptions", quarters);
        return "party/points/publications";
    }

    private String showPage(PublicationRow publication, Jurisdiction jurisdiction, Model model) {
        var id = new PublicationId(publication.publicationId());
        var entries = queries.entries(jurisdiction, id);
        model.addAttribute("publication", publication);
        model.addAttribute(
                "period",
                EntriesController.option(publication.period(), messages).label());
        model.addAttribute("lines", queries.lines(jurisdiction, id));
        model.addAttribute("entries", entries);
        model.addAttribute("objections", queries.objections(jurisdiction, id));
        model.addAttribute("open", publication.isOpen(LocalDate.now(clock)));
        model.addAttribute(
                "entryOptions",
                entries.stream()
                        .filter(entry -> !entry.correction())
                        .map(entry -> new Option(
                                entry.entryId().toString(),
                                entry.memberName() + " " + entry.factOn() + " " + entry.ruleName()))
                        .toList());
        return "party/points/publication";
    }

    private PublicationRow find(Jurisdiction jurisdiction, PublicationId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new PublicationNotFound(id));
    }

    private String field(String field) {
        return messages.get("party.points.field." + field);
    }
}
