package io.qiangcun.economy.bookkeeping.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Option;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.AccountRow;
import io.qiangcun.economy.book.AddAccount;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRefused;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.Dimension;
import io.qiangcun.economy.bookkeeping.MonthEnds;
import io.qiangcun.economy.bookkeeping.YearEnd;
import io.qiangcun.economy.statement.StatementQueries;
import io.qiangcun.economy.voucher.VoucherQueries;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

/** One book: its year, its accounts, the close of its months. */
@Controller
@RequestMapping("/economy/books/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class BookController {

    private final BookQueries queries;
    private final BookService books;
    private final StatementQueries statements;
    private final VoucherQueries vouchers;
    private final MonthEnds monthEnds;
    private final YearEnd yearEnd;
    private final Messages messages;
    private final Clock clock;

    BookController(
            BookQueries queries,
            BookService books,
            StatementQueries statements,
            VoucherQueries vouchers,
            MonthEnds monthEnds,
            YearEnd yearEnd,
            Messages messages,
            Clock clock) {
        this.queries = queries;
        this.books = books;
        this.statements = statements;
        this.vouchers = vouchers;
        this.monthEnds = monthEnds;
        this.yearEnd = yearEnd;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String show(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable Integer year,
            Jurisdiction jurisdiction,
            Model model) {
        var book = find(jurisdiction, id);
        var years = queries.years(jurisdiction, id);
        var shown = year != null && years.contains(year) ? year : years.get(0);
        var today = YearMonth.from(LocalDate.now(clock));
        var at = shown == today.getYear() ? today : YearMonth.of(shown, 12);
        model.addAttribute("book", book);
        model.addAttribute("years", years);
        model.addAttribute("year", shown);
        model.addAttribute("at", at);
        model.addAttribute("months", queries.months(jurisdiction, id, shown));
        model.addAttribute("today", today.atDay(1));
        model.addAttribute("standing", statements.standing(jurisdiction, id, at));
        model.addAttribute("isSucceeded", queries.isSucceeded(book.regime()));
        model.addAttribute("tiles", queries.tiles(book.regime()));
        model.addAttribute("hasOpening", vouchers.opening(jurisdiction, id).isPresent());
        model.addAttribute("forms", statements.forms(jurisdiction, id));
        model.addAttribute(
                "closesThrough",
                queries.closable(jurisdiction, id, shown, today).orElse(null));
        model.addAttribute("opensYear", years.get(0) < today.plusMonths(1).getYear());
        return "economy/book/show";
    }

    @PostMapping("/years")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.MANAGE_BOOKS + "')")
    String openYear(@PathVariable BookId id, Jurisdiction jurisdiction, Actor actor, RedirectAttributes flash) {
        find(jurisdiction, id);
        try {
            books.openYear(jurisdiction, actor, id);
            flash.addFlashAttribute("done", "economy.book.done.year");
        } catch (BookRefused no) {
            flash.addFlashAttribute("doneText", messages.get(no.messageKey(), no.arguments()));
        }
        return "redirect:" + id.href();
    }

    /** A part of an account. */
    record AccountForm(
            String parent,
            String code,
            @Size(max = 60) String name,
            String dimension,
            @Nullable Boolean required) {

        AccountForm {
            parent = Objects.requireNonNullElse(parent, "");
            code = Objects.requireNonNullElse(code, "");
            name = Objects.requireNonNullElse(name, "");
            dimension = Objects.requireNonNullElse(dimension, "");
        }

        @Nullable
        AddAccount toCommand(BindingResult errors) {
            var above = account("parent", parent, errors);
            var below = account("code", code, errors);
            if (name.isBlank()) {
                errors.rejectValue("name", "economy.book.refused.missing");
            }
            return above == null || below == null || errors.hasErrors()
                    ? null
                    : new AddAccount(
                            above,
                            below,
                            name.strip(),
                            dimension.isBlank() ? null : Typed.sent(Dimension::valueOf, dimension),
                            Boolean.TRUE.equals(required));
        }

        private static @Nullable AccountCode account(String field, String text, BindingResult errors) {
            try {
                return new AccountCode(text.strip());
            } catch (IllegalArgumentException noCode) {
                errors.rejectValue(field, "economy.book.refused.no-code");
                return null;
            }
        }
    }

    @GetMapping("/accounts")
    String accounts(@PathVariable BookId id, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new AccountForm("", "", "", "", false));
        return chart(find(jurisdiction, id), jurisdiction, model);
    }

    @GetMapping("/accounts/export")
    void exportAccounts(@PathVariable BookId id, Jurisdiction jurisdiction, HttpServletResponse response)
            throws IOException {
        var book = find(jurisdiction, id);
        var standing = standing(jurisdiction, book);
        Spreadsheet.<AccountRow>named(
                        messages.get("economy.book.accounts.of", book.name()), queries.accounts(jurisdiction, id))
                .column(field("code"), row -> row.code().value())
                .column(field("account"), AccountRow::name)
                .column(field("category"), row -> messages.get("economy.book.category." + row.category()))
                .column(field("side"), row -> messages.get("economy.book.side." + row.normalSide()))
                .column(
                        field("dimension"),
                        row -> row.dimension() == null
                                ? null
                                : messages.get("economy.book.dimension." + row.dimension()))
                .column(field("balance"), row -> standing.get(row.code().value()))
                .writeTo(response);
    }

    @PostMapping("/accounts")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.MANAGE_BOOKS + "')")
    String add(
            @PathVariable BookId id,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var book = find(jurisdiction, id);
        var command = form.toCommand(errors);
        if (command != null && Submission.succeeds(errors, () -> books.add(jurisdiction, id, command))) {
            flash.addFlashAttribute("done", "economy.book.done.account");
            return "redirect:" + id.href() + "/accounts";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", true);
        return chart(book, jurisdiction, model);
    }

    private String chart(BookRow book, Jurisdiction jurisdiction, Model model) {
        var accounts = queries.accounts(jurisdiction, book.id());
        model.addAttribute("book", book);
        model.addAttribute("accounts", accounts);
        model.addAttribute("standing", standing(jurisdiction, book));
        model.addAttribute(
                "parents",
                accounts.stream()
                        .map(account -> new Option(account.code().value(), account.code() + " " + account.name()))
                        .toList());
        model.addAttribute(
                "dimensions",
                Arrays.stream(Dimension.values())
                        .map(dimension ->
                                new Option(dimension.name(), messages.get("economy.book.dimension." + dimension)))
                        .toList());
        return "economy/book/accounts";
    }

    private Map<String, BigDecimal> standing(Jurisdiction jurisdiction, BookRow book) {
        var year = queries.years(jurisdiction, book.id()).get(0);
        return statements.standing(jurisdiction, book.id(), YearMonth.of(year, 12));
    }

    /** Why a month is opened again. */
    record ReopenForm(@Size(max = 200) String reason) {

        ReopenForm {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    @GetMapping("/months/{month}")
    String month(@PathVariable BookId id, @PathVariable YearMonth month, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new ReopenForm(""));
        return monthEnd(find(jurisdiction, id), month, jurisdiction, model);
    }

    @PostMapping("/months/{month}/close")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.CLOSE_MONTHS + "')")
    String close(
            @PathVariable BookId id,
            @PathVariable YearMonth month,
            @Valid @ModelAttribute("form") ReopenForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var book = find(jurisdiction, id);
        if (Submission.succeeds(errors, () -> books.close(jurisdiction, actor, id, month))) {
            flash.addFlashAttribute("doneText", messages.get("economy.bookkeeping.done.closed", month));
            return "redirect:" + id.href() + "?year=" + month.getYear();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return monthEnd(book, month, jurisdiction, model);
    }

    /** Several months at once, each with what is missing in it. */
    @GetMapping("/months/{month}/through")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.CLOSE_MONTHS + "')")
    String through(@PathVariable BookId id, @PathVariable YearMonth month, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("form", new ReopenForm(""));
        return steps(find(jurisdiction, id), month, jurisdiction, model);
    }

    @PostMapping("/months/{month}/through")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.CLOSE_MONTHS + "')")
    String closeThrough(
            @PathVariable BookId id,
            @PathVariable YearMonth month,
            @Valid @ModelAttribute("form") ReopenForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var book = find(jurisdiction, id);
        if (Submission.succeeds(errors, () -> books.closeThrough(jurisdiction, actor, id, month))) {
            flash.addFlashAttribute("doneText", messages.get("economy.bookkeeping.done.through", month));
            return "redirect:" + id.href() + "?year=" + month.getYear();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return steps(book, month, jurisdiction, model);
    }

    private String steps(BookRow book, YearMonth last, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("book", book);
        model.addAttribute("last", last);
        model.addAttribute("steps", monthEnds.through(jurisdiction, book.id(), last));
        model.addAttribute("ahead", last.isAfter(YearMonth.from(LocalDate.now(clock))));
        return "economy/book/through";
    }

    @PostMapping("/months/{month}/reopen")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.REOPEN_MONTHS + "')")
    String reopen(
            @PathVariable BookId id,
            @PathVariable YearMonth month,
            @Valid @ModelAttribute("form") ReopenForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var book = find(jurisdiction, id);
        if (form.reason().isBlank()) {
            errors.rejectValue("reason", "economy.book.refused.missing");
        }
        if (Submission.succeeds(errors, () -> books.reopen(jurisdiction, id, month, Typed.text(form.reason())))) {
            flash.addFlashAttribute("doneText", messages.get("economy.bookkeeping.done.reopened", month));
            return "redirect:" + id.href() + "/months/" + month;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return monthEnd(book, month, jurisdiction, model);
    }

    /** Drafts of what closes the year; they are looked over and posted like any other voucher. */
    @PostMapping("/months/{month}/transfer")
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')")
    String transfer(
            @PathVariable BookId id,
            @PathVariable YearMonth month,
            @Valid @ModelAttribute("form") ReopenForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var book = find(jurisdiction, id);
        var words = new YearEnd.Words(
                messages.get("economy.bookkeeping.transfer.income"),
                messages.get("economy.bookkeeping.transfer.expenses"),
                messages.get("economy.bookkeeping.transfer.result"));
        if (Submission.succeeds(errors, () -> yearEnd.draft(jurisdiction, actor, id, month.getYear(), words))) {
            flash.addFlashAttribute("done", "economy.bookkeeping.done.transfer");
            return "redirect:" + id.href() + "/vouchers?waiting=true";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return monthEnd(book, month, jurisdiction, model);
    }

    private String monthEnd(BookRow book, YearMonth month, Jurisdiction jurisdiction, Model model) {
        model.addAttribute("book", book);
        model.addAttribute("end", monthEnds.of(jurisdiction, book.id(), month));
        model.addAttribute("ahead", month.isAfter(YearMonth.from(LocalDate.now(clock))));
        return "economy/book/month";
    }

    private BookRow find(Jurisdiction jurisdiction, BookId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    private String field(String field) {
        return messages.get("economy.book.field." + field);
    }
}
