package io.qiangcun.economy.dividend;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.Category;
import io.qiangcun.economy.dividend.DividendQueries.Part;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.statement.StatementQueries;
import io.qiangcun.economy.statement.TrialBalance;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the books of cooperatives what can be distributed. */
@Component
public class Surpluses {

    /** How a surplus of the book says where it is from: a word of the pages, not of the record. */
    static final String BASIS = "BOOK";

    private static final Set<Part> WHERE_IT_STANDS = EnumSet.of(Part.EARNED, Part.DISTRIBUTED, Part.UNDISTRIBUTED);
    private static final int DECEMBER = 12;

    private final StatementQueries statements;
    private final BookQueries books;
    private final DividendQueries queries;

    Surpluses(StatementQueries statements, BookQueries books, DividendQueries queries) {
        this.statements = statements;
        this.books = books;
        this.queries = queries;
    }

    /**
     * What a book says of a year.
     *
     * @param surplus that stands undistributed at its end, negative for a loss
     * @param settled whether income and expenses were transferred, so that it stays
     */
    public record OfBook(Money surplus, boolean settled) {}

    /** Null if the cooperative keeps no book here for the year, or one that does not know members' surplus. */
    public @Nullable OfBook ofBook(Jurisdiction jurisdiction, @Nullable UUID book, int year) {
        if (book == null) {
            return null;
        }
        var accounts = queries.accounts(jurisdiction, new BookId(book));
        if (accounts.isEmpty() || !books.years(jurisdiction, new BookId(book)).contains(year)) {
            return null;
        }
        var december = YearMonth.of(year, DECEMBER);
        var rows = statements
                .trialBalance(jurisdiction, new BookId(book), december, december)
                .rows();
        var codes = WHERE_IT_STANDS.stream().map(accounts::get).toList();
        return new OfBook(
                new Money(sum(rows.stream()
                                .filter(row ->
                                        codes.contains(row.account().code().value()))
                                .toList())
                        .negate()),
                rows.stream()
                        .filter(row -> row.account().category() == Category.PROFIT_LOSS)
                        .allMatch(row -> row.after().signum() == 0));
    }

    private static BigDecimal sum(List<TrialBalance.Row> rows) {
        return rows.stream().map(TrialBalance.Row::after).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
