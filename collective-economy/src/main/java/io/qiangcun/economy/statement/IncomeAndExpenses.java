package io.qiangcun.economy.statement;

import io.qiangcun.economy.book.AccountRow;
import io.qiangcun.economy.book.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a book earned and spent, account by account and detail by detail (收支明细表). No form is prescribed: which accounts
 * there are follows from the chart, on which half they stand from their usual side. The transfer at the end of the year does not count.
 */
public record IncomeAndExpenses(List<Line> income, List<Line> expenses) {

    public IncomeAndExpenses {
        income = List.copyOf(income);
        expenses = List.copyOf(expenses);
    }

    /**
     * An account with all that lies below it, or one of its details.
     *
     * @param detailId null for the account
     * @param now in the months asked about, in yuan; negative if more was taken back than came in
     * @param year since the year began
     */
    public record Line(
            AccountRow account,
            @Nullable UUID detailId,
            @Nullable String detail,
            BigDecimal now,
            BigDecimal year) {

        /** An account that the regulation knows: these add up to the whole. */
        public boolean isFirstLevel() {
            return account.parent() == null && detailId == null;
        }

        boolean isIncome() {
            return account.normalSide() == Side.CREDIT;
        }
    }

    public BigDecimal incomeNow() {
        return sum(income, true);
    }

    public BigDecimal incomeOfYear() {
        return sum(income, false);
    }

    public BigDecimal expensesNow() {
        return sum(expenses, true);
    }

    public BigDecimal expensesOfYear() {
        return sum(expenses, false);
    }

    /** What is left. */
    public BigDecimal leftNow() {
        return incomeNow().subtract(expensesNow());
    }

    public BigDecimal leftOfYear() {
        return incomeOfYear().subtract(expensesOfYear());
    }

    public boolean isEmpty() {
        return income.isEmpty() && expenses.isEmpty();
    }

    private static BigDecimal sum(List<Line> lines, boolean now) {
        return lines.stream()
                .filter(Line::isFirstLevel)
                .map(line -> now ? line.now() : line.year())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
