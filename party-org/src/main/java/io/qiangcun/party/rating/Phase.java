package io.qiangcun.party.rating;

/** Whose sheets are counted. */
public enum Phase {
    /** the member's own */
    SELF,
    /** of members and villagers' representatives */
    REVIEW;

    public String messageKey() {
        return "party.rating.phase." + name();
    }
}
