package io.qiangcun.grid.broadcast.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.broadcast.BroadcastAuthorities;
import io.qiangcun.grid.broadcast.BroadcastId;
import io.qiangcun.grid.broadcast.BroadcastQueries;
import io.qiangcun.grid.broadcast.BroadcastQueries.DeliveryRow;
import io.qiangcun.grid.broadcast.BroadcastService;
import io.qiangcun.grid.broadcast.web.BroadcastForms.CheckForm;
import io.qiangcun.grid.broadcast.web.BroadcastForms.MessageForm;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
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

/** Messages for loudspeakers: written, checked by somebody else, stopped; and what was spoken where. */
@Controller
@RequestMapping("/grid/broadcast")
@PreAuthorize("hasAuthority('" + BroadcastAuthorities.READ + "')")
class BroadcastController {

    private static final String MAY_WRITE = "hasAuthority('" + BroadcastAuthorities.WRITE + "')";
    private static final List<String> STATUSES = List.of("WRITTEN", "QUEUED", "REFUSED", "STOPPED");
    private static final int DELIVERIES = 20;

    private final BroadcastQueries queries;
    private final BroadcastService service;
    private final Messages messages;
    private final Clock clock;

    BroadcastController(BroadcastQueries queries, BroadcastService service, Messages messages, Clock clock) {
        this.queries = queries;
        this.service = service;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String status, Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("status", status);
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("broadcasts", queries.messages(jurisdiction, status.isBlank() ? null : status, page));
        return "grid/broadcast/list";
    }

    @GetMapping("/messages/new")
    @PreAuthorize(MAY_WRITE)
    String open(Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", MessageForm.empty(clock.instant()));
        model.addAttribute("villages", queries.villages(jurisdiction));
        return "grid/broadcast/message-form";
    }

    @PostMapping("/messages/new")
    @PreAuthorize(MAY_WRITE)
    String write(
            @Valid @ModelAttribute("form") MessageForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var command = form.toCommand(errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.write(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute("done", "grid.broadcast.done.written");
            return "redirect:" + command.get().id().href();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("villages", queries.villages(jurisdiction));
        return "grid/broadcast/message-form";
    }

    @GetMapping("/messages/{id}")
    String show(@PathVariable BroadcastId id, Pageable page, Jurisdiction jurisdiction, Actor actor, Model model) {
        model.addAttribute("form", new CheckForm("", ""));
        return page(id, page, jurisdiction, actor, model);
    }

    @PostMapping("/messages/{id}/speak")
    @PreAuthorize(MAY_WRITE)
    String speak(
            @PathVariable BroadcastId id,
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, () -> service.check(jurisdiction, actor, id, true, Typed.text(form.note())))) {
            flash.addFlashAttribute("done", "grid.broadcast.done.queued");
            return "redirect:" + id.href();
        }
        return again(id, jurisdiction, actor, model, response);
    }

    @PostMapping("/messages/{id}/refuse")
    @PreAuthorize(MAY_WRITE)
    String refuse(
            @PathVariable BroadcastId id,
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, () -> service.check(jurisdiction, actor, id, false, Typed.text(form.note())))) {
            flash.addFlashAttribute("done", "grid.broadcast.done.refused");
            return "redirect:" + id.href();
        }
        return again(id, jurisdiction, actor, model, response);
    }

    @PostMapping("/messages/{id}/stop")
    @PreAuthorize(MAY_WRITE)
    String stop(
            @PathVariable BroadcastId id,
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (Submission.succeeds(errors, () -> service.stop(jurisdiction, actor, id, Typed.text(form.reason())))) {
            flash.addFlashAttribute("done", "grid.broadcast.done.stopped");
            return "redirect:" + id.href();
        }
        return again(id, jurisdiction, actor, model, response);
    }

    @GetMapping("/log")
    String log(Pageable page, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("deliveries", queries.deliveries(jurisdiction, null, page));
        return "grid/broadcast/log";
    }

    @GetMapping("/log/export")
    void export(Jurisdiction jurisdiction, HttpServletResponse response) throws IOException {
        Spreadsheet.<DeliveryRow>named(
                        messages.get("grid.broadcast.log.title"),
                        queries.deliveries(jurisdiction, null, Pageable.unpaged()))
                .column(messages.get("place.village"), DeliveryRow::placeName)
                .column(field("speaker"), DeliveryRow::speakerName)
                .column(field("title"), DeliveryRow::title)
                .column(field("from"), DeliveryRow::planned)
                .column(field("begun"), DeliveryRow::begun)
                .column(field("state"), row -> messages.get("grid.broadcast.delivery." + row.state()))
                .column(field("attempts"), DeliveryRow::attempts)
                .column(field("said"), DeliveryRow::said)
                .writeTo(response);
    }

    private String again(
            BroadcastId id, Jurisdiction jurisdiction, Actor actor, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return page(id, PageRequest.of(0, DELIVERIES), jurisdiction, actor, model);
    }

    private String page(BroadcastId id, Pageable page, Jurisdiction jurisdiction, @Nullable Actor actor, Model model) {
        var message = queries.message(jurisdiction, id);
        model.addAttribute("message", message);
        model.addAttribute("deliveries", queries.deliveries(jurisdiction, id, page));
        model.addAttribute("states", queries.states(jurisdiction, id));
        model.addAttribute(
                "another",
                actor != null
                        && !message.recordedBy().equals(actor.login())
                        && !message.recordedByPerson().equals(actor.holder()));
        return "grid/broadcast/message";
    }

    private String field(String field) {
        return messages.get("grid.broadcast.field." + field);
    }
}
