package io.qiangcun.core.report.web;

import io.qiangcun.core.metric.MetricCatalogue;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricTable;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.report.ReportFilter;
import io.qiangcun.core.report.ReportForm;
import io.qiangcun.core.report.ReportId;
import io.qiangcun.core.report.ReportQueries;
import io.qiangcun.core.report.ReportRow;
import io.qiangcun.core.report.ReportService;
import io.qiangcun.core.report.ReportState;
import io.qiangcun.core.report.ReportView;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A month as a whole: all places side by side, locking it, and everything about reports as Excel. */
@Controller
@RequestMapping("/core/reports")
class MonthController {

    private final ReportService reports;
    private final ReportQueries queries;
    private final ReportForm form;
    private final Metrics metrics;
    private final MetricCatalogue catalogue;
    private final PlaceTree places;
    private final Messages messages;

    MonthController(
            ReportService reports,
            ReportQueries queries,
            ReportForm form,
            Metrics metrics,
            MetricCatalogue catalogue,
            PlaceTree places,
            Messages messages) {
        this.reports = reports;
        this.queries = queries;
        this.form = form;
        this.metrics = metrics;
        this.catalogue = catalogue;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping("/months/{month}")
    @PreAuthorize("hasAuthority('core.report.read')")
    String month(
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable PlaceCode place,
            Jurisdiction jurisdiction,
            Model model) {
        var root = places.require(place == null ? jurisdiction.root() : place, jurisdiction);
        var children = childrenOf(jurisdiction, root, month);
        model.addAttribute("month", month);
        model.addAttribute("place", root);
        model.addAttribute("children", children);
        model.addAttribute("metrics", definitions());
        model.addAttribute("table", table(jurisdiction, root, children, month));
        return "core/report/month";
    }

    @GetMapping("/months/{month}/export")
    @PreAuthorize("hasAuthority('core.report.read')")
    void exportMonth(
            @PathVariable YearMonth month,
            @RequestParam(required = false) @Nullable PlaceCode place,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var root = places.require(place == null ? jurisdiction.root() : place, jurisdiction);
        var children = childrenOf(jurisdiction, root, month);
        var table = table(jurisdiction, root, children, month);
        var sheet = Spreadsheet.named(
                        root.name() + " " + month + " " + messages.get("core.report.month.title"), children)
                .column(messages.get("core.report.column.code"), child -> child.code()
                        .value())
                .column(messages.get("core.report.column.place"), PlaceNode::name);
        for (var metric : definitions()) {
            sheet.column(messages.get(metric.titleKey()), child -> cellOf(table.value(child.code(), metric.code())));
        }
        sheet.column(messages.get("core.report.column.silent"), child -> table.silent(child.code()))
                .writeTo(response);
    }

    @GetMapping("/months/{month}/lock")
    @PreAuthorize("hasAuthority('core.report.lock')")
    String askBeforeLocking(@PathVariable YearMonth month, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("month", month);
        model.addAttribute("progress", queries.progress(jurisdiction, month, PlaceKind.TOWNSHIP));
        model.addAttribute("locked", metrics.isLocked(jurisdiction, month));
        return "core/report/lock";
    }

    @PostMapping("/months/{month}/lock")
    String lock(@PathVariable YearMonth month, Jurisdiction jurisdiction, RedirectAttributes flash) {
        var locked = reports.lock(jurisdiction, month);
        flash.addFlashAttribute(
                "doneText", messages.get("core.report.done.locked", month, locked.locked(), locked.missed()));
        return "redirect:/core/reports?month=" + month;
    }

    @GetMapping("/export")
    @PreAuthorize("hasAuthority('core.report.read')")
    void exportList(
            @RequestParam YearMonth month,
            @RequestParam(required = false) @Nullable ReportState state,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable String text,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var rows = queries.list(jurisdiction, new ReportFilter(month, state, place, text), Pageable.unpaged())
                .getContent();
        Spreadsheet.named(messages.get("core.report.list.title") + " " + month, rows)
                .column(messages.get("core.report.column.code"), ReportRow::placeCode)
                .column(messages.get("core.report.column.township"), ReportRow::townshipName)
                .column(messages.get("core.report.column.place"), ReportRow::placeName)
                .column(
                        messages.get("core.report.column.state"),
                        row -> messages.get("core.report.state." + row.state()))
                .column(messages.get("core.report.column.confirmed-at"), ReportRow::confirmedAt)
                .column(messages.get("core.report.column.confirmed-by"), ReportRow::confirmedBy)
                .column(messages.get("core.report.column.questions"), ReportRow::openQuestions)
                .column(messages.get("core.report.column.overrides"), ReportRow::overrides)
                .writeTo(response);
    }

    @GetMapping("/{id}/export")
    void exportReport(@PathVariable ReportId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var report = queries.report(jurisdiction, id);
        Spreadsheet.named(
                        report.placeName() + " " + report.month() + " " + messages.get("core.report.title"),
                        report.cells())
                .column(
                        messages.get("core.report.column.metric"),
                        cell -> messages.get(cell.metric().titleKey()))
                .column(messages.get("core.report.column.value"), cell -> cellOf(cell.value()))
                .column(
                        messages.get("core.report.column.unit"),
                        cell -> messages.get("core.metric.unit." + cell.metric().unit()))
                .column(messages.get("core.report.column.override"), ReportView.Cell::override)
                .column(messages.get("core.report.column.override-reason"), ReportView.Cell::overrideReason)
                .column(messages.get("core.report.column.live"), cell -> cellOf(cell.live()))
                .writeTo(response);
    }

    private List<PlaceNode> childrenOf(Jurisdiction jurisdiction, PlaceNode root, YearMonth month) {
        return root.code().kind() == PlaceKind.VILLAGE
                ? List.of(root)
                : places.children(jurisdiction, root.code(), month.atEndOfMonth());
    }

    private MetricTable table(Jurisdiction jurisdiction, PlaceNode root, List<PlaceNode> children, YearMonth month) {
        var level =
                children.isEmpty() ? root.code().kind() : children.get(0).code().kind();
        return metrics.table(
                jurisdiction.narrowedTo(root.code()),
                level,
                children.stream().map(PlaceNode::code).toList(),
                month,
                form.metrics());
    }

    private List<MetricDefinition> definitions() {
        return form.metrics().stream().map(catalogue::metric).toList();
    }

    private @Nullable Object cellOf(MetricValue value) {
        return switch (value.state()) {
            case NUMBER -> value.number();
            case NOTHING -> null;
            case UNKNOWN -> messages.get("core.metric.unknown");
        };
    }
}
