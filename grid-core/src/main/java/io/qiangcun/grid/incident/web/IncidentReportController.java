package io.qiangcun.grid.incident.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.grid.incident.ConcernId;
import io.qiangcun.grid.incident.ConcernRow;
import io.qiangcun.grid.incident.Figure;
import io.qiangcun.grid.incident.IncidentAuthorities;
import io.qiangcun.grid.incident.IncidentNotFound;
import io.qiangcun.grid.incident.IncidentQueries;
import io.qiangcun.grid.incident.IncidentReports;
import io.qiangcun.grid.incident.MessageRow;
import io.qiangcun.grid.incident.Standing;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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

/** What places report: the form for a phone, and every version of what was said. */
@Controller
@RequestMapping("/grid/incidents/{id}")
class IncidentReportController {

    private static final String MAY_REPORT = "hasAuthority('" + IncidentAuthorities.REPORT + "')";
    private static final int RECEIPT = 8;

    private final IncidentReports service;
    private final IncidentQueries incidents;
    private final IncidentBoard board;
    private final Messages messages;
    private final Clock clock;

    IncidentReportController(
            IncidentReports service, IncidentQueries incidents, IncidentBoard board, Messages messages, Clock clock) {
        this.service = service;
        this.incidents = incidents;
        this.board = board;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/report")
    @PreAuthorize(MAY_REPORT)
    String open(@PathVariable ConcernId id, Jurisdiction jurisdiction, Model model) {
        var concern = reporting(jurisdiction, id);
        var latest = incidents.latest(jurisdiction, concern).orElse(null);
        model.addAttribute("form", SituationForm.begun(standing(jurisdiction, concern), latest, clock));
        return page(concern, latest, model);
    }

    @PostMapping("/report")
    @PreAuthorize(MAY_REPORT)
    String report(
            @PathVariable ConcernId id,
            @Valid @ModelAttribute("form") SituationForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var concern = reporting(jurisdiction, id);
        var command = form.toCommand(id, clock, errors);
        if (command.isPresent()
                && Submission.succeeds(errors, () -> service.report(jurisdiction, actor, command.get()))) {
            flash.addFlashAttribute(
                    "doneText",
                    messages.get("grid.incident.done.reported", form.id().substring(0, RECEIPT)));
            return "redirect:/grid/incidents/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(concern, incidents.latest(jurisdiction, concern).orElse(null), model);
    }

    @GetMapping("/reports")
    String list(
            @PathVariable ConcernId id,
            @RequestParam(required = false) @Nullable PlaceCode place,
            Pageable page,
            Jurisdiction jurisdiction,
            Model model) {
        var concern = board.find(jurisdiction, id);
        model.addAttribute("concern", concern);
        model.addAttribute("reports", incidents.messages(jurisdiction, concern, place, page));
        model.addAttribute("figures", Figure.values());
        return "grid/incident/reports";
    }

    @GetMapping("/reports/export")
    void export(@PathVariable ConcernId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var concern = board.find(jurisdiction, id);
        var rows = List.<MessageRow>copyOf(incidents
                .messages(jurisdiction, concern, null, Pageable.unpaged())
                .getContent());
        var sheet = Spreadsheet.<MessageRow>named(concern.title() + messages.get("grid.incident.reports.title"), rows)
                .column(messages.get("grid.incident.field.place"), MessageRow::placeName)
                .column(
                        messages.get("grid.incident.field.version"),
                        row -> messages.get("grid.incident.version." + row.word()))
                .column(messages.get("grid.incident.field.device-at"), MessageRow::deviceAt)
                .column(messages.get("grid.incident.field.received-at"), MessageRow::receivedAt)
                .column(messages.get("grid.incident.field.spot"), MessageRow::spot)
                .column(messages.get("grid.incident.field.happened"), MessageRow::happened)
                .column(messages.get("grid.incident.field.needs"), MessageRow::needs);
        for (var figure : Figure.values()) {
            sheet.column(messages.get(figure.titleKey()), row -> row.figures().get(figure));
        }
        sheet.writeTo(response);
    }

    /** Villages and what lies in them report; those above read. */
    private ConcernRow reporting(Jurisdiction jurisdiction, ConcernId id) {
        var concern = board.find(jurisdiction, id);
        if (concern.isAbove()) {
            throw new IncidentNotFound(id);
        }
        return concern;
    }

    private @Nullable Standing standing(Jurisdiction jurisdiction, ConcernRow concern) {
        return incidents.standings(jurisdiction, concern).stream().findFirst().orElse(null);
    }

    private static String page(ConcernRow concern, @Nullable MessageRow latest, Model model) {
        model.addAttribute("concern", concern);
        model.addAttribute("first", Optional.ofNullable(latest).isEmpty());
        return "grid/incident/report";
    }
}
