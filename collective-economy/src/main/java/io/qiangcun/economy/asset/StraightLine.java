package io.qiangcun.economy.asset;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Charges the same each month: the first one in the month after it was put in use, the last one takes what remains. What is kept at a
 * nominal value is not charged.
 *
 * @param months how long it lasts
 * @param salvagePercent what it is worth after that
 */
public record StraightLine(Money cost, BigDecimal salvagePercent, int months, LocalDate inUse) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Money NOMINAL = Money.of("1");
    private static final int CENTS = 2;

    /** What is charged of it in all. */
    public Money whole() {
        return cost.compareTo(NOMINAL) <= 0
                ? Money.ZERO
                : Money.rounded(
                        cost.yuan().multiply(HUNDRED.subtract(salvagePercent)).divide(HUNDRED));
    }

    public Money monthly() {
        return new Money(whole().yuan().divide(BigDecimal.valueOf(months), CENTS, RoundingMode.HALF_UP));
    }

    /** @param charged what was charged of it before that month */
    public Money of(YearMonth month, Money charged) {
        var turn = ChronoUnit.MONTHS.between(YearMonth.from(inUse), month);
        var left = whole().minus(charged);
        if (turn < 1 || left.signum() <= 0) {
            return Money.ZERO;
        }
        return turn >= months || monthly().compareTo(left) > 0 ? left : monthly();
    }
}
