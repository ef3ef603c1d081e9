package io.qiangcun.party.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many must be present for what was held to stand, as the rules had it on the day.
 *
 * @param atLeast share of those expected
 * @param basis source and article
 * @param text the rule in short
 */
public record Quorum(BigDecimal atLeast, String basis, String text) {

    public boolean isMet(int present, int expected) {
        return BigDecimal.valueOf(present).compareTo(atLeast.multiply(BigDecimal.valueOf(expected))) >= 0;
    }

    /** The fewest that suffice. */
    public int fewest(int expected) {
        return atLeast.multiply(BigDecimal.valueOf(expected))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
