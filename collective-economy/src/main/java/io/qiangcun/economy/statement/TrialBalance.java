package io.qiangcun.economy.statement;

import io.qiangcun.economy.book.AccountRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What every account of a book stood at, moved and stands at (科目余额表). Parents hold what lies below them.
 *
 * @param rows accounts that ever held or moved anything, in the order of their codes
 */
public record TrialBalance(List<Row> rows) {

    public TrialBalance {
        rows = List.copyOf(rows);
    }

    /**
     * Balances are debit positive.
     *
     * @param before when the first month began
     * @param yearDebits since the year began
     * @param yearCredits likewise
     * @param after when the last month ended
     */
    public record Row(
            AccountRow account,
            BigDecimal before,
            BigDecimal debits,
            BigDecimal credits,
            BigDecimal yearDebits,
            BigDecimal yearCredits,
            BigDecimal after) {

        public BigDecimal beforeDebit() {
            return before.max(BigDecimal.ZERO);
        }

        public BigDecimal beforeCredit() {
            return before.negate().max(BigDecimal.ZERO);
        }

        public BigDecimal afterDebit() {
            return after.max(BigDecimal.ZERO);
        }

        public BigDecimal afterCredit() {
            return after.negate().max(BigDecimal.ZERO);
        }

        public boolean isFirstLevel() {
            return account.parent() == null;
        }
    }

    public BigDecimal total(Function<Row, BigDecimal> column) {
        return rows.stream().filter(Row::isFirstLevel).map(column).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sums of the eight columns, as they stand beside each other. */
    public List<BigDecimal> totals() {
        return Stream.<Function<Row, BigDecimal>>of(
                        Row::beforeDebit,
                        Row::beforeCredit,
                        Row::debits,
                        Row::credits,
                        Row::yearDebits,
                        Row::yearCredits,
                        Row::afterDebit,
                        Row::afterCredit)
                .map(this::total)
                .toList();
    }

    /** Whether debits are credits in every pair of columns. */
    public boolean isBalanced() {
        return total(Row::before).signum() == 0
                && total(Row::debits).compareTo(total(Row::credits)) == 0
                && total(Row::after).signum() == 0;
    }
}
