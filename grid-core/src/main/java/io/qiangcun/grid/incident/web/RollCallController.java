package io.qiangcun.grid.incident.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.grid.incident.CallId;
import io.qiangcun.grid.incident.CallRow;
import io.qiangcun.grid.incident.ConcernId;
import io.qiangcun.grid.incident.IncidentAuthorities;
import io.qiangcun.grid.incident.IncidentQueries;
import io.qiangcun.grid.incident.IncidentRefused;
import io.qiangcun.grid.incident.RollCallId;
import io.qiangcun.grid.incident.RollCallNotFound;
import io.qiangcun.grid.incident.RollCallRow;
import io.qiangcun.grid.incident.RollCalls;
import io.qiangcun.grid.incident.StartRollCall;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
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

/** Calls everybody, takes the answers and shows who was not reached. */
@Controller
@RequestMapping("/grid/incidents")
class RollCallController {

    private static final String MAY_COMMAND = "hasAuthority('" + IncidentAuthorities.COMMAND + "')";
    private static final String MAY_REPORT = "hasAuthority('" + IncidentAuthorities.REPORT + "')";

    private final RollCalls service;
    private final IncidentQueries incidents;
    private final IncidentBoard board;
    private final Messages messages;

    RollCallController(RollCalls service, IncidentQueries incidents, IncidentBoard board, Messages messages) {
        this.service = service;
        this.incidents = incidents;
        this.board = board;
        this.messages = messages;
    }

    @PostMapping("/{id}/roll-calls")
    @PreAuthorize(MAY_COMMAND)
    String start(
            @PathVariable ConcernId id,
            @Valid @ModelAttribute("form") CallForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        var concern = board.find(jurisdiction, id);
        IncidentForm.required("message", form.message(), errors);
        if (Submission.succeeds(
                errors,
                () -> service.start(
                        jurisdiction,
                        actor,
                        new StartRollCall(
                                Typed.sent(RollCallId::valueOf, form.id()), id, Typed.text(form.message()))))) {
            return "redirect:/grid/incidents/roll-calls/" + form.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return board.show(concern, jurisdiction, model);
    }

    /** Everybody called in the place's part of an incident, whoever called. */
    @GetMapping("/{id}/calls")
    String list(@PathVariable ConcernId id, Jurisdiction jurisdiction, Model model) {
        var concern = board.find(jurisdiction, id);
        model.addAttribute("rollCall", null);
        model.addAttribute("concern", concern);
        model.addAttribute("calls", incidents.calls(jurisdiction, concern));
        return "grid/incident/roll-call";
    }

    @GetMapping("/roll-calls/{rollCall}")
    String show(@PathVariable RollCallId rollCall, Jurisdiction jurisdiction, Model model) {
        var called = find(jurisdiction, rollCall);
        model.addAttribute("rollCall", called);
        model.addAttribute("concern", board.find(jurisdiction, new ConcernId(called.concernId())));
        model.addAttribute("calls", incidents.calls(jurisdiction, rollCall));
        return "grid/incident/roll-call";
    }

    @GetMapping("/roll-calls/{rollCall}/export")
    void export(@PathVariable RollCallId rollCall, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var called = find(jurisdiction, rollCall);
        Spreadsheet.<CallRow>named(
                        called.title() + messages.get("grid.incident.calls.title"),
                        incidents.calls(jurisdiction, rollCall))
                .note(called.message())
                .column(messages.get("place.township"), CallRow::townshipName)
                .column(messages.get("grid.incident.field.place"), CallRow::placeName)
                .column(messages.get("grid.incident.field.post"), CallRow::post)
                .column(messages.get("grid.incident.field.person"), CallRow::person)
                .column(
                        messages.get("grid.incident.field.state"),
                        row -> messages.get("grid.incident.call." + row.word()))
                .column(messages.get("grid.incident.field.answered-at"), CallRow::answeredAt)
                .column(messages.get("grid.incident.field.holder"), CallRow::holderName)
                .column(messages.get("grid.incident.field.note"), CallRow::note)
                .writeTo(response);
    }

    @PostMapping("/calls/{call}/answer")
    @PreAuthorize(MAY_REPORT)
    String answer(
            @PathVariable CallId call,
            @RequestParam(defaultValue = "") String back,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        service.answer(jurisdiction, actor, call);
        flash.addFlashAttribute("done", "grid.incident.done.answered");
        return back.isBlank()
                ? "redirect:/grid/incidents"
                : "redirect:/grid/incidents/" + Typed.sent(ConcernId::valueOf, back);
    }

    @PostMapping("/calls/{call}/reached")
    @PreAuthorize(MAY_REPORT)
    String reach(
            @PathVariable CallId call,
            @Valid ReachedForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "") String back,
            Jurisdiction jurisdiction,
            Actor actor,
            RedirectAttributes flash) {
        try {
            service.reach(jurisdiction, actor, call, errors.hasErrors() ? "" : Typed.text(form.note()));
            flash.addFlashAttribute("done", "grid.incident.done.reached");
        } catch (IncidentRefused no) {
            flash.addFlashAttribute("problem", no.messageKey());
        }
        return back.isBlank()
                ? "redirect:/grid/incidents"
                : "redirect:/grid/incidents/" + Typed.sent(ConcernId::valueOf, back) + "/calls";
    }

    private RollCallRow find(Jurisdiction jurisdiction, RollCallId id) {
        return incidents.rollCall(jurisdiction, id).orElseThrow(() -> new RollCallNotFound(id));
    }
}
