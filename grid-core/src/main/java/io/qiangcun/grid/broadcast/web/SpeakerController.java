package io.qiangcun.grid.broadcast.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlacesOfChoice;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.broadcast.BroadcastAuthorities;
import io.qiangcun.grid.broadcast.BroadcastQueries;
import io.qiangcun.grid.broadcast.BroadcastQueries.SpeakerRow;
import io.qiangcun.grid.broadcast.BroadcastService;
import io.qiangcun.grid.broadcast.SpeakerId;
import io.qiangcun.grid.broadcast.web.BroadcastForms.SpeakerForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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

/** The list of loudspeakers, their tokens, and what each said last. */
@Controller
@RequestMapping("/grid/broadcast/speakers")
@PreAuthorize("hasAuthority('" + BroadcastAuthorities.READ + "')")
class SpeakerController {

    private static final String MAY_INSTALL = "hasAuthority('" + BroadcastAuthorities.INSTALL + "')";
    private static final int LATEST = 10;

    private final BroadcastQueries queries;
    private final BroadcastService service;
    private final PlacesOfChoice places;
    private final Messages messages;

    SpeakerController(BroadcastQueries queries, BroadcastService service, PlacesOfChoice places, Messages messages) {
        this.queries = queries;
        this.service = service;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping
    String list(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("speakers", queries.speakers(jurisdiction, page));
        return "grid/broadcast/speakers";
    }

    @GetMapping("/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<SpeakerRow>named(
                        messages.get("grid.broadcast.speakers.title"),
                        queries.speakers(jurisdiction, Pageable.unpaged()))
                .column(messages.get("place.village"), SpeakerRow::placeName)
                .column(field("speaker"), SpeakerRow::name)
                .column(field("spot"), SpeakerRow::spot)
                .column(field("adapter"), row -> messages.get("grid.broadcast.adapter." + row.adapter()))
                .column(field("state"), row -> messages.get("grid.broadcast.speaker." + row.state()))
                .column(field("heard"), SpeakerRow::heard)
                .writeTo(response);
    }

    @GetMapping("/new")
    @PreAuthorize(MAY_INSTALL)
    String open(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", SpeakerForm.empty());
        return form(jurisdiction, model);
    }

    @PostMapping("/new")
    @PreAuthorize(MAY_INSTALL)
    String install(
            @Valid @ModelAttribute("form") SpeakerForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (form.isComplete(errors)
                && Submission.succeeds(
                        errors,
                        () -> service.install(
                                jurisdiction,
                                actor,
                                form.speaker(),
                                Typed.sent(PlaceCode::new, form.village()),
                                Typed.text(form.name()),
                                Typed.text(form.spot()),
                                form.adapter()))) {
            flash.addFlashAttribute("done", "grid.broadcast.done.installed");
            return "redirect:" + form.speaker().href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(jurisdiction, model);
    }

    @GetMapping("/{id}")
    String show(@PathVariable SpeakerId id, Jurisdiction jurisdiction, Model model) {
        return page(id, jurisdiction, model);
    }

    /** The page that shows the token is the answer to the form, so that it is shown once. */
    @PostMapping("/{id}/token")
    @PreAuthorize(MAY_INSTALL)
    String token(@PathVariable SpeakerId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("token", service.issueToken(jurisdiction, id));
        return page(id, jurisdiction, model);
    }

    @PostMapping("/{id}/retire")
    @PreAuthorize(MAY_INSTALL)
    String retire(@PathVariable SpeakerId id, Jurisdiction jurisdiction, RedirectAttributes flash) {
        service.retire(jurisdiction, id);
        flash.addFlashAttribute("done", "grid.broadcast.done.retired");
        return "redirect:" + id.href();
    }

    private String page(SpeakerId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("speaker", queries.speaker(jurisdiction, id));
        model.addAttribute("deliveries", queries.latest(jurisdiction, id, LATEST));
        return "grid/broadcast/speaker";
    }

    private String form(Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "villages",
                places.villages(jurisdiction).stream()
                        .map(place -> new Option(place.code().value(), place.fullName()))
                        .toList());
        model.addAttribute(
                "adapters",
                service.adapters().stream()
                        .map(code -> new Option(code, messages.get("grid.broadcast.adapter." + code)))
                        .toList());
        return "grid/broadcast/speaker-form";
    }

    private String field(String field) {
        return messages.get("grid.broadcast.field." + field);
    }
}
