package io.qiangcun.core.register;

/** Where a row stands on a day. */
public enum RowState {
    COMING,
    CURRENT,
    ENDED,
    VOIDED
}
