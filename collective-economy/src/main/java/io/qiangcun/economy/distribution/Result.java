package io.qiangcun.economy.distribution;

import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What there is to distribute at the end of a year (《农村集体经济组织财务制度》第二十八条). Losses of former years come first by
 * themselves: what is distributed is never more than both together.
 *
 * @param earned net result of the year, negative for a loss
 * @param brought what former years left, negative for losses
 * @param reserves what the reserve holds, of which losses may be covered
 */
public record Result(Money earned, Money brought, Money reserves) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** Negative while losses are left. */
    public Money total() {
        return earned.plus(brought);
    }

    /** Of what the reserve is counted: what the year earned, less what covers losses of former years. */
    public Money reserveBase() {
        return atLeastNought(brought.signum() < 0 ? total() : earned);
    }

    /** @param percent of the {@linkplain #reserveBase() base}, by the articles of association */
    public Money reserve(BigDecimal percent) {
        return Money.rounded(reserveBase().yuan().multiply(percent).divide(HUNDRED, MathContext.UNLIMITED));
    }

    public Money distributable() {
        return atLeastNought(total());
    }

    /** How much of the reserve may cover losses. */
    public Money coverable() {
        var loss = atLeastNought(total().negate());
        return loss.compareTo(reserves) < 0 ? loss : atLeastNought(reserves);
    }

    private static Money atLeastNought(Money amount) {
        return amount.signum() > 0 ? amount : Money.ZERO;
    }
}
