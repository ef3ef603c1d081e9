package io.qiangcun.party.points;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * What a member stands at in a year: the base, and what was gained and lost, held between floor and cap. Nothing is
 * carried over from the year before.
 *
 * @param gained what approved entries gave
 * @param lost what they took, as a positive number
 */
public record Balance(BigDecimal base, BigDecimal gained, BigDecimal lost, BigDecimal floor, BigDecimal cap) {

    public Balance {
        if (floor.compareTo(cap) > 0) {
            throw new IllegalArgumentException("The floor " + floor + " lies above the cap " + cap);
        }
    }

    public static Balance of(BigDecimal base, Collection<BigDecimal> amounts, BigDecimal floor, BigDecimal cap) {
        var gained = BigDecimal.ZERO;
        var lost = BigDecimal.ZERO;
        for (var amount : amounts) {
            if (amount.signum() > 0) {
                gained = gained.add(amount);
            } else {
                lost = lost.subtract(amount);
            }
        }
        return new Balance(base, gained, lost, floor, cap);
    }

    public BigDecimal points() {
        return base.add(gained).subtract(lost).max(floor).min(cap);
    }
}
