package io.qiangcun.economy.statement;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountRow;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.Category;
import io.qiangcun.economy.book.Side;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a book earned and spent from its balances. */
@Component
@Transactional(readOnly = true)
public class IncomeAndExpensesQueries {

    private final JdbcClient database;
    private final BookQueries books;

    IncomeAndExpensesQueries(JdbcClient database, BookQueries books) {
        this.database = database;
        this.books = books;
    }

    private record Sum(
            String account, UUID detailId, @Nullable String detail, BigDecimal now, BigDecimal year) {}

    /**
     * @param to in the year of {@code from}
     * @throws StatementNotFound if the book has no such year
     */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')")
    public IncomeAndExpenses of(Jurisdiction jurisdiction, BookId id, YearMonth from, YearMonth to) {
        if (!books.years(jurisdiction, id).contains(from.getYear())) {
            throw new StatementNotFound(id + "/" + from.getYear());
        }
        var sums = sums(jurisdiction, id, from, to);
        var lines = books.accounts(jurisdiction, id).stream()
                .filter(account -> account.category() == Category.PROFIT_LOSS)
                .flatMap(account -> lines(account, sums).stream())
                .toList();
        return new IncomeAndExpenses(
                lines.stream().filter(IncomeAndExpenses.Line::isIncome).toList(),
                lines.stream().filter(line -> !line.isIncome()).toList());
    }

    private List<Sum> sums(Jurisdiction jurisdiction, BookId id, YearMonth from, YearMonth to) {
        return database.sql("""
                select b.account_code as account, b.detail_id, d.name as detail,
                    coalesce(sum(b.debit - b.closing_debit - b.credit + b.closing_credit) filter (where b.month >= :from), 0) as now,
                    sum(b.debit - b.closing_debit - b.credit + b.closing_credit) as year
                  from economy_balance b
                    join economy_account a on a.book_id = b.book_id and a.code = b.account_code and a.category = 'PROFIT_LOSS'
                    left join economy_detail d on d.detail_id = b.detail_id
                  where b.book_id = :book and b.year = :year and b.month between 1 and :to
                    and b.place_code >= :lo and b.place_code < :hi
                  group by b.account_code, b.detail_id, d.name
                  order by d.name
                """)
                .param("book", id.value())
                .param("year", from.getYear())
                .param("from", from.getMonthValue())
                .param("to", to.getMonthValue())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Sum.class)
                .list();
    }

    /** The account, then its details; nothing where nothing moved. */
    private static List<IncomeAndExpenses.Line> lines(AccountRow account, List<Sum> sums) {
        var code = account.code().value();
        var below = sums.stream().filter(sum -> sum.account().startsWith(code)).toList();
        if (below.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<IncomeAndExpenses.Line>();
        lines.add(new IncomeAndExpenses.Line(
                account, null, null, signed(account, add(below, Sum::now)), signed(account, add(below, Sum::year))));
        below.stream()
                .filter(sum -> sum.account().equals(code) && sum.detail() != null)
                .map(sum -> new IncomeAndExpenses.Line(
                        account, sum.detailId(), sum.detail(), signed(account, sum.now()), signed(account, sum.year())))
                .forEach(lines::add);
        return lines;
    }

    private static BigDecimal add(List<Sum> sums, Function<Sum, BigDecimal> what) {
        return sums.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal signed(AccountRow account, BigDecimal debit) {
        return account.normalSide() == Side.CREDIT ? debit.negate() : debit;
    }
}
