package io.qiangcun.party.points;

/** What an objection led to. */
public enum Outcome {
    KEPT,
    /** The entry is reversed. */
    CORRECTED;

    public String messageKey() {
        return "party.points.outcome." + name();
    }
}
