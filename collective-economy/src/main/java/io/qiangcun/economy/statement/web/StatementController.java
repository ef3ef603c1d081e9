package io.qiangcun.economy.statement.web;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.web.Messages;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import io.qiangcun.economy.statement.IncomeAndExpenses;
import io.qiangcun.economy.statement.IncomeAndExpensesQueries;
import io.qiangcun.economy.statement.Ledger;
import io.qiangcun.economy.statement.Statement;
import io.qiangcun.economy.statement.StatementForm;
import io.qiangcun.economy.statement.StatementQueries;
import io.qiangcun.economy.statement.TrialBalance;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the books of an organisation say at any month end; every figure leads to the vouchers behind it. */
@Controller
@RequestMapping("/economy/books/{id}")
@PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
class StatementController {

    private static final List<String> COLUMNS = List.of(
            "before-debit",
            "before-credit",
            "debits",
            "credits",
            "year-debits",
            "year-credits",
            "after-debit",
            "after-credit");

    private final StatementQueries statements;
    private final IncomeAndExpensesQueries incomeAndExpenses;
    private final BookQueries books;
    private final Messages messages;
    private final Clock clock;

    StatementController(
            StatementQueries statements,
            IncomeAndExpensesQueries incomeAndExpenses,
            BookQueries books,
            Messages messages,
            Clock clock) {
        this.statements = statements;
        this.incomeAndExpenses = incomeAndExpenses;
        this.books = books;
        this.messages = messages;
        this.clock = clock;
    }

    /** Months that are asked about: of one year, in turn; the current one, or the last of what was opened, if none is named. */
    private Months months(
            Jurisdiction jurisdiction, BookId id, @Nullable YearMonth from, @Nullable YearMonth to, boolean wholeYear) {
        var years = books.years(jurisdiction, id);
        var today = YearMonth.from(LocalDate.now(clock));
        var year = years.contains(today.getYear()) ? today.getYear() : years.get(0);
        var last = to != null ? to : year == today.getYear() ? today : YearMonth.of(year, 12);
        var first = from != null && from.getYear() == last.getYear() && !from.isAfter(last)
                ? from
                : wholeYear ? last.withMonth(1) : last;
        return new Months(first, last);
    }

    /** From one to another of the same year. */
    record Months(YearMonth from, YearMonth to) {}

    @GetMapping("/trial-balance")
    String trialBalance(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Jurisdiction jurisdiction,
            Model model) {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, from, to, false);
        head(jurisdiction, book, months, model);
        model.addAttribute("trial", statements.trialBalance(jurisdiction, id, months.from(), months.to()));
        model.addAttribute("labels", COLUMNS.stream().map(this::field).toList());
        return "economy/statement/trial-balance";
    }

    @GetMapping("/trial-balance/export")
    void exportTrialBalance(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, from, to, false);
        var trial = statements.trialBalance(jurisdiction, id, months.from(), months.to());
        Spreadsheet.<TrialBalance.Row>named(title("economy.statement.trial.title", book), trial.rows())
                .note(messages.get("economy.statement.note", months.from(), months.to()))
                .column(field("code"), row -> row.account().code().value())
                .column(field("account"), row -> row.account().name())
                .column(field("before-debit"), row -> unlessNought(row.beforeDebit()))
                .column(field("before-credit"), row -> unlessNought(row.beforeCredit()))
                .column(field("debits"), row -> unlessNought(row.debits()))
                .column(field("credits"), row -> unlessNought(row.credits()))
                .column(field("year-debits"), row -> unlessNought(row.yearDebits()))
                .column(field("year-credits"), row -> unlessNought(row.yearCredits()))
                .column(field("after-debit"), row -> unlessNought(row.afterDebit()))
                .column(field("after-credit"), row -> unlessNought(row.afterCredit()))
                .writeTo(response);
    }

    @GetMapping("/statements")
    String statements(@PathVariable BookId id, Jurisdiction jurisdiction, Model model) {
        var book = find(jurisdiction, id);
        var forms = statements.forms(jurisdiction, id);
        if (!forms.isEmpty()) {
            return "redirect:/economy/books/" + id + "/statements/"
                    + forms.get(0).statement();
        }
        model.addAttribute("book", book);
        return "economy/statement/none";
    }

    @GetMapping("/statements/{statement}")
    String statement(
            @PathVariable BookId id,
            @PathVariable String statement,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            Model model) {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, null, month, true);
        model.addAttribute("filled", statements.statement(jurisdiction, id, statement, months.to()));
        head(jurisdiction, book, months, model);
        model.addAttribute("statement", statement);
        model.addAttribute("isSheet", isSheet(jurisdiction, id, statement));
        return "economy/statement/statement";
    }

    private boolean isSheet(Jurisdiction jurisdiction, BookId id, String statement) {
        return statements.forms(jurisdiction, id).stream()
                .anyMatch(
                        form -> form.statement().equals(statement) && form.kind() == StatementForm.Kind.BALANCE_SHEET);
    }

    @GetMapping("/statements/{statement}/export")
    void exportStatement(
            @PathVariable BookId id,
            @PathVariable String statement,
            @RequestParam(required = false) @Nullable YearMonth month,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, null, month, true);
        var filled = statements.statement(jurisdiction, id, statement, months.to());
        var isSheet = isSheet(jurisdiction, id, statement);
        Spreadsheet.<Statement.Line>named(
                        messages.get("economy.statement.of", filled.name(), book.name()), filled.lines())
                .note(messages.get(
                        isSheet ? "economy.statement.note-at" : "economy.statement.note", months.from(), months.to()))
                .column(field("line"), Statement.Line::label)
                .column(field("row"), Statement.Line::key)
                .column(field(isSheet ? "at-end" : "this-year"), Statement.Line::amount)
                .column(field(isSheet ? "at-beginning" : "last-year"), Statement.Line::compared)
                .writeTo(response);
    }

    @GetMapping("/income-and-expenses")
    String incomeAndExpenses(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Jurisdiction jurisdiction,
            Model model) {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, from, to, false);
        head(jurisdiction, book, months, model);
        model.addAttribute("filled", incomeAndExpenses.of(jurisdiction, id, months.from(), months.to()));
        return "economy/statement/income-and-expenses";
    }

    @GetMapping("/income-and-expenses/export")
    void exportIncomeAndExpenses(
            @PathVariable BookId id,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, from, to, false);
        Spreadsheet.<Sum>named(
                        title("economy.statement.details.title", book),
                        summed(incomeAndExpenses.of(jurisdiction, id, months.from(), months.to())))
                .note(messages.get("economy.statement.note", months.from(), months.to()))
                .column(field("code"), Sum::code)
                .column(field("line"), Sum::label)
                .column(field("detail"), Sum::detail)
                .column(field("now"), Sum::now)
                .column(field("this-year"), Sum::year)
                .writeTo(response);
    }

    /** A line of the sheet, or a sum below lines. */
    private record Sum(String code, String label, @Nullable String detail, BigDecimal now, BigDecimal year) {}

    private List<Sum> summed(IncomeAndExpenses filled) {
        return Stream.of(
                        filled.income().stream().map(StatementController::sum),
                        Stream.of(total("income-total", filled.incomeNow(), filled.incomeOfYear())),
                        filled.expenses().stream().map(StatementController::sum),
                        Stream.of(
                                total("expenses-total", filled.expensesNow(), filled.expensesOfYear()),
                                total("left", filled.leftNow(), filled.leftOfYear())))
                .flatMap(lines -> lines)
                .toList();
    }

    private static Sum sum(IncomeAndExpenses.Line line) {
        return new Sum(line.account().code().value(), line.account().name(), line.detail(), line.now(), line.year());
    }

    private Sum total(String key, BigDecimal now, BigDecimal year) {
        return new Sum("", messages.get("economy.statement.details." + key), null, now, year);
    }

    @GetMapping("/ledger/{account}")
    String ledger(
            @PathVariable BookId id,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable UUID detail,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Jurisdiction jurisdiction,
            Model model) {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, from, to, true);
        model.addAttribute("ledger", ledger(jurisdiction, id, account, detail, months));
        head(jurisdiction, book, months, model);
        model.addAttribute("detail", detail);
        model.addAttribute("detailName", detail == null ? null : nameOf(jurisdiction, id, detail));
        return "economy/statement/ledger";
    }

    @GetMapping("/ledger/{account}/export")
    void exportLedger(
            @PathVariable BookId id,
            @PathVariable String account,
            @RequestParam(required = false) @Nullable UUID detail,
            @RequestParam(required = false) @Nullable YearMonth from,
            @RequestParam(required = false) @Nullable YearMonth to,
            Jurisdiction jurisdiction,
            HttpServletResponse response)
            throws IOException {
        var book = find(jurisdiction, id);
        var months = months(jurisdiction, id, from, to, true);
        var ledger = ledger(jurisdiction, id, account, detail, months);
        Spreadsheet.<Ledger.Line>named(
                        messages.get(
                                "economy.statement.ledger.of",
                                account,
                                ledger.account().name(),
                                book.name()),
                        ledger.lines())
                .note(messages.get("economy.statement.note", months.from(), months.to()))
                .note(messages.get("economy.statement.ledger.before", ledger.before()))
                .column(field("dated"), Ledger.Line::dated)
                .column(field("voucher"), this::number)
                .column(field("summary"), Ledger.Line::summary)
                .column(field("code"), Ledger.Line::accountCode)
                .column(field("detail"), Ledger.Line::detail)
                .column(field("others"), Ledger.Line::others)
                .column(field("debit"), line -> unlessNought(line.debit()))
                .column(field("credit"), line -> unlessNought(line.credit()))
                .column(field("balance"), Ledger.Line::balance)
                .writeTo(response);
    }

    private Ledger ledger(Jurisdiction jurisdiction, BookId id, String account, @Nullable UUID detail, Months months) {
        return statements.ledger(jurisdiction, id, code(id, account), detail, months.from(), months.to());
    }

    private static AccountCode code(BookId id, String account) {
        try {
            return new AccountCode(account);
        } catch (IllegalArgumentException noAccount) {
            throw new BookNotFound(id + "/" + account);
        }
    }

    private String number(Ledger.Line line) {
        return messages.get(
                "economy.voucher.number",
                "%02d".formatted(line.month().getMonthValue()),
                "%03d".formatted(line.number()));
    }

    private String nameOf(Jurisdiction jurisdiction, BookId id, UUID detail) {
        return books.detailName(jurisdiction, id, detail).orElseThrow(() -> new BookNotFound(id + "/" + detail));
    }

    private void head(Jurisdiction jurisdiction, BookRow book, Months months, Model model) {
        model.addAttribute("book", book);
        model.addAttribute("from", months.from());
        model.addAttribute("to", months.to());
        model.addAttribute("forms", statements.forms(jurisdiction, book.id()));
    }

    private BookRow find(Jurisdiction jurisdiction, BookId id) {
        return books.find(jurisdiction, id).orElseThrow(() -> new BookNotFound(id));
    }

    private static @Nullable BigDecimal unlessNought(BigDecimal amount) {
        return amount.signum() == 0 ? null : amount;
    }

    private String title(String key, BookRow book) {
        return messages.get("economy.statement.of", messages.get(key), book.name());
    }

    private String field(String field) {
        return messages.get("economy.statement.field." + field);
    }
}
