package io.qiangcun.economy.bookkeeping;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.Category;
import io.qiangcun.economy.bookkeeping.MonthEnd.Check;
import io.qiangcun.economy.bookkeeping.MonthEnd.Subject;
import io.qiangcun.economy.statement.StatementQueries;
import io.qiangcun.economy.statement.TrialBalance;
import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at months before they are closed. */
@Component
@Transactional(readOnly = true)
public class MonthEnds {

    private final BookQueries books;
    private final StatementQueries statements;
    private final ObjectProvider<Depreciation> depreciation;

    MonthEnds(BookQueries books, StatementQueries statements, ObjectProvider<Depreciation> depreciation) {
        this.books = books;
        this.statements = statements;
        this.depreciation = depreciation;
    }

    @PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
    public MonthEnd of(Jurisdiction jurisdiction, BookId id, YearMonth month) {
        var found = books.months(jurisdiction, id, month.getYear()).stream()
                .filter(one -> one.value().equals(month))
                .findFirst()
                .orElseThrow(() -> new BookNotFound(id + "/" + month));
        var trial = statements.trialBalance(jurisdiction, id, month, month);
        var firstOpen = books.firstOpen(jurisdiction, id);
        var checks = new ArrayList<Check>();
        checks.add(new Check(
                Subject.TURN, !found.open() || firstOpen.filter(month::equals).isPresent(), true, 0));
        checks.add(new Check(Subject.VOUCHERS, found.waiting() == 0, true, found.waiting()));
        checks.add(new Check(Subject.TRIAL, trial.isBalanced(), true, 0));
        checks.add(new Check(Subject.CASH, !holds(trial, MonthEnds::overdrawn), false, 0));
        var missing = depreciation
                .orderedStream()
                .map(cards -> cards.missing(jurisdiction, id, month))
                .flatMapToInt(OptionalInt::stream)
                .max();
        checks.add(new Check(
                Subject.DEPRECIATION,
                missing.isPresent() ? missing.getAsInt() == 0 : !depreciationMisses(trial),
                false,
                missing.orElse(0)));
        if (month.getMonth() == Month.DECEMBER) {
            checks.add(new Check(
                    Subject.CLEARING,
                    !holds(trial, row -> isCode(row, "181") && row.after().signum() != 0),
                    false,
                    0));
            checks.add(new Check(
                    Subject.TRANSFER,
                    !holds(
                            trial,
                            row -> row.account().category() == Category.PROFIT_LOSS
                                    && row.after().signum() != 0),
                    false,
                    0));
        }
        return new MonthEnd(
                month,
                found.open(),
                books.lastClosed(jurisdiction, id).filter(month::equals).isPresent(),
                checks);
    }

    /**
     * A month on the way to be closed together with others.
     *
     * @param waiting vouchers that keep it open
     * @param overdrawn whether cash or bank stands in credit at its end
     * @param undepreciated whether fixed assets stand in the books and nothing was charged
     */
    public record Step(YearMonth month, int waiting, boolean overdrawn, boolean undepreciated) {

        public boolean isFine() {
            return waiting == 0 && !overdrawn && !undepreciated;
        }
    }

    /** The months of the year that are open up to this one, read at once. */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
    public List<Step> through(Jurisdiction jurisdiction, BookId id, YearMonth last) {
        var stands = statements.monthly(jurisdiction, id, last.getYear());
        return books.months(jurisdiction, id, last.getYear()).stream()
                .filter(month -> month.open() && !month.value().isAfter(last))
                .map(month -> {
                    var number = month.value().getMonthValue();
                    return new Step(
                            month.value(),
                            month.waiting(),
                            stands.balance("101", number).signum() < 0
                                    || stands.balance("102", number).signum() < 0,
                            stands.balance("151", number - 1).signum() > 0
                                    && stands.credits("152", number).signum() == 0);
                })
                .toList();
    }

    private static boolean overdrawn(TrialBalance.Row row) {
        return (isCode(row, "101") || isCode(row, "102")) && row.after().signum() < 0;
    }

    /** What was there when the month began is depreciated in it. */
    private static boolean depreciationMisses(TrialBalance trial) {
        return holds(trial, row -> isCode(row, "151") && row.before().signum() > 0)
                && trial.rows().stream()
                        .filter(row -> isCode(row, "152"))
                        .map(TrialBalance.Row::credits)
                        .noneMatch(credits -> credits.compareTo(BigDecimal.ZERO) != 0);
    }

    private static boolean holds(TrialBalance trial, Predicate<TrialBalance.Row> what) {
        return trial.rows().stream().anyMatch(what);
    }

    private static boolean isCode(TrialBalance.Row row, String code) {
        return row.account().code().value().equals(code);
    }
}
