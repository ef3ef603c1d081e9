package io.qiangcun.economy.doubt;

/** What a doubt is about. */
public enum DoubtKind {
    /** Money was received and as much was paid soon before or after. */
    ROUND_TRIP("economy.doubt-round-trip"),
    /** Most of a year's operating income stands in December. */
    YEAR_END("economy.doubt-year-end"),
    /** Rent came in for which no contract stands. */
    RENT("economy.doubt-rent"),
    /** Income was booked long ago and nobody paid it. */
    UNPAID("economy.doubt-unpaid");

    private final String rule;

    DoubtKind(String rule) {
        this.rule = rule;
    }

    /** The code of the warning rule that asks. */
    String rule() {
        return rule;
    }
}
