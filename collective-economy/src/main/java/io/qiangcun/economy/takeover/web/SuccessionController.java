package io.qiangcun.economy.takeover.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetColumn;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.takeover.Succession;
import io.qiangcun.economy.takeover.Successions;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a book's balances become under the regulation that follows: shown, and given out as the sheet of openings of a new book, in
 * which is filled in what only people can decide.
 */
@Controller
@RequestMapping("/economy/books/{id}/succession")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class SuccessionController {

    private final Successions successions;
    private final LedgerSheets sheets;
    private final BookQueries books;
    private final Messages messages;

    SuccessionController(Successions successions, LedgerSheets sheets, BookQueries books, Messages messages) {
        this.successions = successions;
        this.sheets = sheets;
        this.books = books;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            Model model) {
        var book = books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
        var shown = year(jurisdiction, id, year);
        var rows = successions.of(jurisdiction, id, shown);
        model.addAttribute("book", book);
        model.addAttribute("years", books.years(jurisdiction, id));
        model.addAttribute("year", shown);
        model.addAttribute("successor", successions.successor(jurisdiction, id).orElse(null));
        model.addAttribute("rows", rows);
        model.addAttribute("unclosed", rows.stream().anyMatch(Succession::isUnclosed));
        model.addAttribute(
                "divided", rows.stream().filter(row -> !row.isPlain()).count());
        return "economy/takeover/succession";
    }

    /** A line of the sheet; what has to be divided is left to be filled in. */
    private record Line(
            String account,
            @Nullable String detail,
            @Nullable BigDecimal debit,
            @Nullable BigDecimal credit,
            String from) {}

    @GetMapping("/export")
    void export(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var book = books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
        var lines = successions.of(jurisdiction, id, year(jurisdiction, id, year)).stream()
                .flatMap(this::lines)
                .toList();
        var headings = sheets.openingColumns().stream().map(SheetColumn::label).toList();
        Spreadsheet.<Line>named(messages.get("economy.succession.of", book.placeName() + " " + book.name()), lines)
                .column(headings.get(0), Line::account)
                .column(headings.get(1), Line::detail)
                .column(headings.get(2), Line::debit)
                .column(headings.get(3), Line::credit)
                .column(messages.get("economy.succession.field.from"), Line::from)
                .writeTo(response);
    }

    private Stream<Line> lines(Succession row) {
        var from = messages.get(
                "economy.succession.from", row.code(), row.name(), row.balance().toPlainString());
        if (row.isPlain()) {
            var target = row.targets().get(0);
            return Stream.of(new Line(
                    target.code(),
                    row.detail(),
                    row.balance().signum() > 0 ? row.balance() : null,
                    row.balance().signum() < 0 ? row.balance().negate() : null,
                    target.note().isEmpty() ? from : from + " " + target.note()));
        }
        return row.targets().isEmpty()
                ? Stream.of(
                        new Line("", row.detail(), null, null, from + " " + messages.get("economy.succession.gone")))
                : row.targets().stream()
                        .map(target -> new Line(target.code(), row.detail(), null, null, from + " " + target.note()));
    }

    private int year(Jurisdiction jurisdiction, BookId id, @Nullable Integer year) {
        var years = books.years(jurisdiction, id);
        return year != null && years.contains(year) ? year : years.get(0);
    }
}
