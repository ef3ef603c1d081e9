package io.qiangcun.party.standard;

/** How far a check has come. */
public enum CheckStatus {
    /** by the branch itself */
    CHECKED,
    /** by those above */
    REVIEWED,
    /** by the county */
    CONFIRMED;

    public String messageKey() {
        return "party.standard.status." + name();
    }

    public String tone() {
        return this == CONFIRMED ? "ok" : "warn";
    }
}
