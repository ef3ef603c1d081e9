package io.qiangcun.core.audit.web;

import io.qiangcun.core.audit.AuditFilter;
import io.qiangcun.core.audit.AuditQueries;
import io.qiangcun.core.audit.AuditRow;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit trail, to be looked at. */
@Controller
@RequestMapping("/core/audit")
class AuditController {

    private static final int ENTRIES_A_PAGE = 50;
    private static final int ENTRIES_A_WORKBOOK = 20_000;
    private static final int DAYS_AT_FIRST = 7;

    private final AuditQueries queries;
    private final PlaceTree places;
    private final Messages messages;
    private final AuditWords words;
    private final Clock clock;

    AuditController(AuditQueries queries, PlaceTree places, Messages messages, AuditWords words, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable PlaceCode place,
            @RequestParam(defaultValue = "0") int page,
            Jurisdiction jurisdiction,
            Model model) {
        var filter = filter(from, to, login, type, place);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "entries", queries.list(jurisdiction, filter, PageRequest.of(Math.max(page, 0), ENTRIES_A_PAGE)));
        model.addAttribute("types", types(jurisdiction));
        model.addAttribute("places", places.all(jurisdiction, PlaceKind.TOWNSHIP, LocalDate.now(clock)));
        model.addAttribute("words", words);
        return "core/audit/list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String login,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable PlaceCode place,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(from, to, login, type, place);
        var rows = queries.latest(jurisdiction, filter, ENTRIES_A_WORKBOOK);
        var sheet = Spreadsheet.<AuditRow>named(messages.get("core.audit.list.title"), rows)
                .note(messages.get("core.audit.export.period", filter.from(), filter.to()));
        if (rows.size() == ENTRIES_A_WORKBOOK) {
            sheet.note(messages.get("core.audit.too-many", ENTRIES_A_WORKBOOK));
        }
        sheet.column(messages.get("core.audit.when"), AuditRow::at)
                .column(messages.get("core.account.login"), AuditRow::login)
                .column(messages.get("core.account.post"), words::post)
                .column(messages.get("core.account.holder"), words::holder)
                .column(messages.get("core.audit.where"), AuditRow::placeName)
                .column(messages.get("core.audit.type"), row -> words.type(row.type()))
                .column(messages.get("core.audit.subject"), AuditRow::subject)
                .column(messages.get("core.audit.details"), AuditRow::payload)
                .writeTo(response);
    }

    private AuditFilter filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String login,
            @Nullable String type,
            @Nullable PlaceCode place) {
        var last = to == null ? LocalDate.now(clock) : to;
        return new AuditFilter(from == null ? last.minusDays(DAYS_AT_FIRST - 1) : from, last, login, type, place);
    }

    private List<Option> types(Jurisdiction jurisdiction) {
        return queries.types(jurisdiction).stream()
                .map(type -> new Option(type, words.type(type)))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }
}
