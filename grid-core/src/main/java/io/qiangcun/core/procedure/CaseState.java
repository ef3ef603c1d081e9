package io.qiangcun.core.procedure;

/** Where a case stands. */
public enum CaseState {
    OPEN,
    /** Every step is done. */
    DONE,
    /** Ended by an outcome before its last step. */
    ENDED,
    ABANDONED
}
