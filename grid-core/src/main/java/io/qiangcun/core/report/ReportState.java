package io.qiangcun.core.report;

/** The life of a monthly report. */
public enum ReportState {
    /** Written by the records, read by nobody yet. */
    DRAFT,
    /** Sent back by the township with a reason; as open as a draft. */
    RETURNED,
    /** The village stands by it; its cells are frozen. */
    CONFIRMED,
    /** The township has passed it. */
    REVIEWED,
    /** The county has closed the month. */
    LOCKED,
    /** The county closed the month without it: its values stay unknown, but it is still owed and may come late. */
    MISSED;

    boolean isOpen() {
        return this == DRAFT || this == RETURNED || this == MISSED;
    }

    public boolean isFrozen() {
        return this == CONFIRMED || this == REVIEWED || this == LOCKED;
    }
}
