package io.qiangcun.core.report.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.report.ReportFilter;
import io.qiangcun.core.report.ReportId;
import io.qiangcun.core.report.ReportNotFound;
import io.qiangcun.core.report.ReportQueries;
import io.qiangcun.core.report.ReportService;
import io.qiangcun.core.report.ReportState;
import io.qiangcun.core.report.ReportView;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
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

/** Monthly reports: the list, the report itself, and what each level does with it. */
@Controller
@RequestMapping("/core/reports")
class ReportController {

    private static final int REPORTS_A_PAGE = 30;

    private final ReportService reports;
    private final ReportQueries queries;
    private final Metrics metrics;
    private final PlaceTree places;
    private final Clock clock;

    ReportController(ReportService reports, ReportQueries queries, Metrics metrics, PlaceTree places, Clock clock) {
        this.reports = reports;
        this.queries = queries;
        this.metrics = metrics;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable ReportState state,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "0") int page,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model) {
        var when = month == null ? lastMonth() : month;
        var filter = new ReportFilter(when, state, place, text);
        model.addAttribute("filter", filter);
        model.addAttribute("months", queries.months(jurisdiction));
        model.addAttribute("states", ReportState.values());
        model.addAttribute(
                "reports", queries.list(jurisdiction, filter, PageRequest.of(Math.max(page, 0), REPORTS_A_PAGE)));
        model.addAttribute("locked", metrics.isLocked(jurisdiction, when));
        model.addAttribute("isCounty", actor.role() == RoleName.COUNTY);
        if (jurisdiction.level() == PlaceKind.COUNTY) {
            model.addAttribute("progress", queries.progress(jurisdiction, when, PlaceKind.TOWNSHIP));
            model.addAttribute("townships", places.all(jurisdiction, PlaceKind.TOWNSHIP, LocalDate.now(clock)));
        }
        return "core/report/list";
    }

    /** A village's own: the report of the month, or of the last one. */
    @GetMapping("/mine")
    String mine(@RequestParam(required = false) @Nullable YearMonth month, Jurisdiction jurisdiction) {
        var when = month == null ? lastMonth() : month;
        return queries.head(jurisdiction, jurisdiction.root(), when)
                .map(report -> "redirect:/core/reports/" + report.id())
                .orElse("redirect:/core/reports?month=" + when);
    }

    @GetMapping("/{id}")
    String show(@PathVariable ReportId id, Jurisdiction jurisdiction, Model model) {
        return page(queries.report(jurisdiction, id), model);
    }

    @PostMapping("/{id}/confirm")
    String confirm(
            @PathVariable ReportId id,
            @Valid @ModelAttribute("form") ConfirmForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                reports.confirm(jurisdiction, id, form.version(), form.noteOrNull());
                flash.addFlashAttribute("done", "core.report.done.confirmed");
                return "redirect:/core/reports/" + id;
            } catch (RuleViolated violated) {
                errors.reject(violated.messageKey(), violated.arguments(), violated.messageKey());
            }
        }
        return page(queries.report(jurisdiction, id), model);
    }

    @PostMapping("/{id}/pass")
    String pass(
            @PathVariable ReportId id,
            @RequestParam long version,
            Jurisdiction jurisdiction,
            RedirectAttributes flash) {
        reports.pass(jurisdiction, id, version);
        flash.addFlashAttribute("done", "core.report.done.passed");
        return "redirect:/core/reports/" + id;
    }

    @GetMapping("/{id}/return")
    @PreAuthorize("hasAnyAuthority('core.report.review', 'core.report.lock')")
    String askForReason(@PathVariable ReportId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("report", queries.report(jurisdiction, id));
        model.addAttribute("form", new ReturnForm(""));
        return "core/report/return";
    }

    @PostMapping("/{id}/return")
    String giveBack(
            @PathVariable ReportId id,
            @Valid @ModelAttribute("form") ReturnForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            model.addAttribute("report", queries.report(jurisdiction, id));
            return "core/report/return";
        }
        reports.giveBack(jurisdiction, id, form.reason());
        flash.addFlashAttribute("done", "core.report.done.returned");
        return "redirect:/core/reports/" + id;
    }

    @GetMapping("/{id}/cells/{metric}")
    String cell(@PathVariable ReportId id, @PathVariable String metric, Jurisdiction jurisdiction, Model model) {
        return cellPage(jurisdiction, id, metric, model);
    }

    @PostMapping("/{id}/cells/{metric}/override")
    String override(
            @PathVariable ReportId id,
            @PathVariable String metric,
            @Valid @ModelAttribute("override") OverrideForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return cellPage(jurisdiction, id, metric, model);
        }
        reports.override(jurisdiction, id, metric, form.number(), form.reason());
        flash.addFlashAttribute("done", "core.report.done.overridden");
        return "redirect:/core/reports/" + id + "/cells/" + metric;
    }

    @PostMapping("/{id}/cells/{metric}/withdraw-override")
    String withdrawOverride(
            @PathVariable ReportId id,
            @PathVariable String metric,
            Jurisdiction jurisdiction,
            RedirectAttributes flash) {
        reports.withdrawOverride(jurisdiction, id, metric);
        flash.addFlashAttribute("done", "core.report.done.override-withdrawn");
        return "redirect:/core/reports/" + id + "/cells/" + metric;
    }

    @PostMapping("/{id}/cells/{metric}/ask")
    String ask(
            @PathVariable ReportId id,
            @PathVariable String metric,
            @Valid @ModelAttribute("ask") AskForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return cellPage(jurisdiction, id, metric, model);
        }
        reports.ask(jurisdiction, id, metric, form.question());
        flash.addFlashAttribute("done", "core.report.done.asked");
        return "redirect:/core/reports/" + id;
    }

    @PostMapping("/{id}/cells/{metric}/answer")
    String answer(
            @PathVariable ReportId id,
            @PathVariable String metric,
            @Valid @ModelAttribute("reply") AnswerForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return cellPage(jurisdiction, id, metric, model);
        }
        reports.answer(jurisdiction, id, metric, form.answer());
        flash.addFlashAttribute("done", "core.report.done.answered");
        return "redirect:/core/reports/" + id;
    }

    private String page(ReportView report, Model model) {
        model.addAttribute("report", report);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", new ConfirmForm(report.note(), report.version()));
        }
        model.addAttribute("monthIsOver", report.month().isBefore(YearMonth.now(clock)));
        return "core/report/show";
    }

    /** With the forms that are to be shown again, and blank ones for the others. */
    private String cellPage(Jurisdiction jurisdiction, ReportId id, String metric, Model model) {
        addIfAbsent(model, "override", new OverrideForm("", ""));
        addIfAbsent(model, "ask", new AskForm(""));
        addIfAbsent(model, "reply", new AnswerForm(""));
        var report = queries.report(jurisdiction, id);
        var cell = report.cells().stream()
                .filter(candidate -> candidate.metric().code().equals(metric))
                .findAny()
                .orElseThrow(() -> new ReportNotFound(metric));
        model.addAttribute("report", report);
        model.addAttribute("cell", cell);
        model.addAttribute(
                "history",
                metrics.series(
                        jurisdiction.narrowedTo(report.place()),
                        report.month().minusMonths(11),
                        report.month(),
                        List.of(metric)));
        return "core/report/cell";
    }

    private static void addIfAbsent(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    private YearMonth lastMonth() {
        return YearMonth.now(clock).minusMonths(1);
    }
}
