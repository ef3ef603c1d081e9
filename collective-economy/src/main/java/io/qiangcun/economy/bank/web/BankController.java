package io.qiangcun.economy.bank.web;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.SheetForm;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.core.web.Submission;
import io.qiangcun.core.web.Typed;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.bank.BankAccountNotFound;
import io.qiangcun.economy.bank.BankLine;
import io.qiangcun.economy.bank.BankLineId;
import io.qiangcun.economy.bank.BankQueries;
import io.qiangcun.economy.bank.BankQueries.BankAccount;
import io.qiangcun.economy.bank.BankStatements;
import io.qiangcun.economy.bank.BookLine;
import io.qiangcun.economy.bank.Reconciliation;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bank beside the book: its statement comes in, lines are matched, and the rest is drawn up to be signed. */
@Controller
@RequestMapping("/economy/books/{id}/bank")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class BankController {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')";

    private final BankQueries bank;
    private final BankStatements statements;
    private final BankSheet sheets;
    private final BookQueries books;
    private final Messages messages;
    private final Clock clock;

    BankController(
            BankQueries bank,
            BankStatements statements,
            BankSheet sheets,
            BookQueries books,
            Messages messages,
            Clock clock) {
        this.bank = bank;
        this.statements = statements;
        this.sheets = sheets;
        this.books = books;
        this.messages = messages;
        this.clock = clock;
    }

    /** Which account and month one looks at. */
    record Shown(BookRow book, BankAccount account, YearMonth month) {

        AccountCode code() {
            return new AccountCode(account.code());
        }

        String address() {
            return "/economy/books/" + book.bookId() + "/bank?account=" + account.code() + "&month=" + month;
        }
    }

    /** What was chosen to be matched, as it was sent. */
    record PairForm(String line, List<String> lines) {

        PairForm {
            line = Objects.requireNonNullElse(line, "");
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    @GetMapping
    String show(
            @PathVariable BookId id,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            Model model) {
        model.addAttribute("form", new PairForm("", List.of()));
        return page(shown(jurisdiction, id, account, month, model), jurisdiction, model);
    }

    private String page(Shown shown, Jurisdiction jurisdiction, Model model) {
        model.addAttribute(
                "state", bank.reconciliation(jurisdiction, shown.book().id(), shown.code(), shown.month()));
        return "economy/bank/show";
    }

    @GetMapping("/reconciliation")
    String reconciliation(
            @PathVariable BookId id,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            Model model) {
        var shown = shown(jurisdiction, id, account, month, model);
        page(shown, jurisdiction, model);
        return "economy/bank/reconciliation";
    }

    /** One line of the sheet: a balance, or what is open; the words say whether it is added or taken off. */
    private record Row(
            String what,
            @Nullable LocalDate dated,
            String words,
            @Nullable BigDecimal amount) {}

    @GetMapping("/reconciliation/export")
    void export(
            @PathVariable BookId id,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var shown = shown(jurisdiction, id, account, month, new ExtendedModelMap());
        var state = bank.reconciliation(jurisdiction, id, shown.code(), shown.month());
        Spreadsheet.<Row>named(
                        messages.get(
                                "economy.bank.reconciliation.of",
                                shown.book().placeName() + " " + shown.book().name(),
                                shown.month()),
                        rows(state))
                .note(shown.account().code() + " " + shown.account().name())
                .column(messages.get("economy.bank.field.what"), Row::what)
                .column(messages.get("economy.bank.field.dated"), Row::dated)
                .column(messages.get("economy.bank.field.words"), Row::words)
                .column(messages.get("economy.bank.field.amount"), Row::amount)
                .writeTo(response);
    }

    private List<Row> rows(Reconciliation state) {
        var rows = new ArrayList<Row>();
        rows.add(row("bank-balance", state.bankBalance()));
        state.bookIn().forEach(line -> rows.add(row("book-in", line)));
        state.bookOut().forEach(line -> rows.add(row("book-out", line)));
        rows.add(row("bank-adjusted", state.bankAdjusted()));
        rows.add(row("book-balance", state.bookBalance()));
        state.bankIn().forEach(line -> rows.add(row("bank-in", line)));
        state.bankOut().forEach(line -> rows.add(row("bank-out", line)));
        rows.add(row("book-adjusted", state.bookAdjusted()));
        rows.add(row("unexplained", state.unexplained()));
        return rows;
    }

    private Row row(String what, @Nullable BigDecimal amount) {
        return new Row(messages.get("economy.bank." + what), null, "", amount);
    }

    private Row row(String what, BookLine line) {
        return new Row(
                messages.get("economy.bank." + what),
                line.dated(),
                line.summary(),
                line.amount().abs());
    }

    private Row row(String what, BankLine line) {
        var words = Stream.of(line.words(), line.counterparty())
                .filter(text -> !text.isEmpty())
                .toList();
        return new Row(
                messages.get("economy.bank." + what),
                line.dated(),
                String.join(" ", words),
                line.left().abs());
    }

    @GetMapping("/import")
    @PreAuthorize(MAY_WRITE)
    String open(
            @PathVariable BookId id,
            @RequestParam(defaultValue = "") String account,
            Jurisdiction jurisdiction,
            Model model) {
        shown(jurisdiction, id, account, null, model);
        model.addAttribute("form", SheetForm.empty());
        model.addAttribute("mostLines", BankSheet.MOST.lines());
        return "economy/bank/import";
    }

    /** All lines or none; a line that came in before is left as it is. */
    @PostMapping("/import")
    @PreAuthorize(MAY_WRITE)
    String take(
            @PathVariable BookId id,
            @RequestParam(defaultValue = "") String account,
            @ModelAttribute("form") SheetForm form,
            BindingResult errors,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var shown = shown(jurisdiction, id, account, null, model);
        model.addAttribute("mostLines", BankSheet.MOST.lines());
        var read = read(file, errors);
        if (read == null || !read.sheet().isSound()) {
            if (read != null) {
                model.addAttribute("returned", read.sheet().returned(messages.get("economy.bank.statement")));
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "economy/bank/import";
        }
        var taken = statements.take(jurisdiction, actor, id, shown.code(), read.entries());
        flash.addFlashAttribute(
                "doneText", messages.get("economy.bank.taken", taken.lines(), taken.known(), taken.matched()));
        var last = read.entries().stream()
                .map(entry -> YearMonth.from(entry.dated()))
                .max(YearMonth::compareTo)
                .orElse(shown.month());
        return "redirect:" + new Shown(shown.book(), shown.account(), last).address();
    }

    private BankSheet.@Nullable Read read(@Nullable MultipartFile file, BindingResult errors) throws IOException {
        if (file == null || file.isEmpty()) {
            errors.rejectValue("sheet", "core.sheet.missing");
            return null;
        }
        var sent = file.getBytes();
        var read = new ArrayList<BankSheet.Read>();
        Submission.succeeds(errors, () -> read.add(sheets.read(sent)));
        return read.isEmpty() ? null : read.get(0);
    }

    /** For vouchers that were posted since the statement came in. */
    @PostMapping("/match")
    @PreAuthorize(MAY_WRITE)
    String match(
            @PathVariable BookId id,
            @RequestParam String account,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var shown = shown(jurisdiction, id, account, month, model);
        flash.addFlashAttribute(
                "doneText",
                messages.get("economy.bank.matched-now", statements.match(jurisdiction, actor, id, shown.code())));
        return "redirect:" + shown.address();
    }

    @PostMapping("/pair")
    @PreAuthorize(MAY_WRITE)
    String pair(
            @PathVariable BookId id,
            @RequestParam String account,
            @RequestParam(required = false) @Nullable YearMonth month,
            @ModelAttribute("form") PairForm form,
            BindingResult errors,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var shown = shown(jurisdiction, id, account, month, model);
        if (form.line().isEmpty()) {
            errors.reject("economy.bank.refused.none-chosen");
        } else {
            var line = Typed.sent(BankLineId::valueOf, form.line());
            Submission.succeeds(
                    errors, () -> statements.pair(jurisdiction, actor, id, shown.code(), line, form.lines()));
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(shown, jurisdiction, model);
        }
        flash.addFlashAttribute("done", "economy.bank.paired");
        return "redirect:" + shown.address();
    }

    @PostMapping("/undo")
    @PreAuthorize(MAY_WRITE)
    String undo(
            @PathVariable BookId id,
            @RequestParam String account,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam BankLineId line,
            Jurisdiction jurisdiction,
            Actor actor,
            Model model,
            RedirectAttributes flash) {
        var shown = shown(jurisdiction, id, account, month, model);
        statements.undo(jurisdiction, actor, id, shown.code(), line);
        flash.addFlashAttribute("done", "economy.bank.undone");
        return "redirect:" + shown.address();
    }

    /** The first account if none is named; the month up to which the bank sent, or the current one. */
    private Shown shown(Jurisdiction jurisdiction, BookId id, String account, @Nullable YearMonth month, Model model) {
        var book = books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
        var accounts = bank.accounts(jurisdiction, id);
        var chosen = accounts.stream()
                .filter(known -> account.isEmpty() || known.code().equals(account))
                .findFirst()
                .orElseThrow(() -> new BankAccountNotFound(id + "/" + account));
        var last = chosen.lastDay();
        var shown = new Shown(
                book, chosen, month != null ? month : YearMonth.from(last == null ? LocalDate.now(clock) : last));
        model.addAttribute("book", book);
        model.addAttribute("accounts", accounts);
        model.addAttribute("account", chosen);
        model.addAttribute("month", shown.month());
        return shown;
    }
}
