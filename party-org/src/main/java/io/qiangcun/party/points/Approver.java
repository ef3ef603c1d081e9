package io.qiangcun.party.points;

/** Who decides about an entry; never who entered it, never whom it is about. */
public enum Approver {
    /** Another post of the same place, or anybody above. */
    BRANCH,
    /** A post above. */
    TOWNSHIP;

    public String messageKey() {
        return "party.points.approver." + name();
    }
}
