package io.qiangcun.economy.contract;

/** When a period is paid. */
public enum PayTime {
    /** On its first day. */
    AHEAD,
    /** On its last day. */
    AFTER
}
