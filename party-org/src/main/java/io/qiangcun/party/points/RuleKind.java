package io.qiangcun.party.points;

import java.math.BigDecimal;

/** What a rule does. */
public enum RuleKind {
    /** Everybody begins the year with it; there is no entry. */
    BASE,
    BONUS,
    PENALTY;

    public String messageKey() {
        return "party.points.kind." + name();
    }

    public BigDecimal signed(BigDecimal amount) {
        return this == PENALTY ? amount.negate() : amount;
    }
}
