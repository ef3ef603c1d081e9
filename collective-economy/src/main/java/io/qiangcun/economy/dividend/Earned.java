package io.qiangcun.economy.dividend;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;

/**
 * What a cooperative earned in a year, of which the articles put a part into the reserve (《农民专业合作社法》第四十二条).
 *
 * @param surplus after losses of former years
 * @param reservePercent from 0 to 100
 */
public record Earned(Money surplus, BigDecimal reservePercent) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** @throws DividendRefused for a loss, or more than all */
    public Earned {
        if (surplus.signum() < 0) {
            throw new DividendRefused("surplus", "loss");
        }
        if (reservePercent.signum() < 0 || reservePercent.compareTo(WHOLE) > 0) {
            throw new DividendRefused("reservePercent", "percent");
        }
    }

    /** To the nearest cent. */
    public Money reserve() {
        return Money.rounded(surplus.yuan().multiply(reservePercent).movePointLeft(2));
    }

    public Money distributable() {
        return surplus.minus(reserve());
    }
}
