package io.qiangcun.core.metric.web;

import io.qiangcun.core.metric.MetricCatalogue;
import io.qiangcun.core.metric.MetricRow;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is behind a number: its definition, as of when, and the rows it counts. */
@Controller
@RequestMapping("/core/metrics")
@PreAuthorize("hasAuthority('core.metric.read')")
class MetricController {

    private static final int ROWS_A_PAGE = 50;

    private final Metrics metrics;
    private final MetricCatalogue catalogue;
    private final PlaceTree places;
    private final Messages messages;
    private final Clock clock;

    MetricController(Metrics metrics, MetricCatalogue catalogue, PlaceTree places, Messages messages, Clock clock) {
        this.metrics = metrics;
        this.catalogue = catalogue;
        this.places = places;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("metrics", catalogue.all());
        return "core/metric/list";
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "0") int page,
            Jurisdiction jurisdiction,
            Model model) {
        var metric = catalogue.metric(code);
        var where = places.require(place == null ? jurisdiction.root() : place, jurisdiction);
        var when = month == null ? YearMonth.now(clock) : month;
        model.addAttribute("metric", metric);
        model.addAttribute("place", where);
        model.addAttribute("month", when);
        model.addAttribute("locked", metrics.isLocked(jurisdiction, when));
        model.addAttribute("asOf", Instant.now(clock));
        model.addAttribute(
                "value",
                metrics.values(jurisdiction, where.code(), when, List.of(code)).get(code));
        model.addAttribute(
                "live",
                metrics.reported(jurisdiction, where.code(), when, List.of(code))
                        .get(code));
        var ratio = metric.ratio();
        if (ratio == null) {
            model.addAttribute(
                    "rows",
                    metrics.rows(
                            jurisdiction.narrowedTo(where.code()),
                            code,
                            when,
                            PageRequest.of(Math.max(page, 0), ROWS_A_PAGE)));
        } else {
            var parts = List.of(ratio.numerator(), ratio.denominator());
            model.addAttribute("parts", parts.stream().map(catalogue::metric).toList());
            model.addAttribute("partValues", metrics.values(jurisdiction, where.code(), when, parts));
        }
        return "core/metric/show";
    }

    @GetMapping("/{code}/export")
    void export(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var where = places.require(place == null ? jurisdiction.root() : place, jurisdiction);
        var when = month == null ? YearMonth.now(clock) : month;
        var rows = metrics.rows(jurisdiction.narrowedTo(where.code()), code, when, Pageable.unpaged())
                .getContent();
        Spreadsheet.named(
                        where.name() + " " + when + " "
                                + messages.get(catalogue.metric(code).titleKey()),
                        rows)
                .column(messages.get("core.metric.row.day"), MetricRow::day)
                .column(messages.get("core.metric.row.place"), MetricRow::placeName)
                .column(messages.get("core.metric.row.label"), MetricRow::label)
                .column(messages.get("core.metric.row.amount"), MetricRow::amount)
                .writeTo(response);
    }
}
