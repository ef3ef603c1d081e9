package io.qiangcun.economy.dividend;

/** Where a distribution stands. */
public enum DividendState {
    DRAFT,
    /** The meeting said yes; it is being paid or was paid. */
    DECIDED,
    WITHDRAWN,
    /** A correcting list took it back. */
    CORRECTED,
    /** Takes another one back. */
    CORRECTION
}
