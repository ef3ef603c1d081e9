package io.qiangcun.core.procedure;

/** Where a step of a case stands. */
public enum StepState {
    /** Steps before it are not done. */
    WAITING,
    OPEN,
    /** Taken, and shown in public before it counts. */
    PUBLIC,
    DONE,
    WAIVED,
    /** Left out, because of an answer before. */
    SKIPPED,
    /** The case ended before it. */
    CLOSED;

    public boolean isSettled() {
        return this == DONE || this == WAIVED || this == SKIPPED;
    }

    /** Whether somebody has to do something. */
    public boolean isOwed() {
        return this == OPEN || this == PUBLIC;
    }
}
