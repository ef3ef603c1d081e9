package io.qiangcun.economy.dividend;

/** What is paid whatever the result of the year. */
public enum Guarantee {
    NONE,
    PER_SHARE,
    PER_MU,
    /** The same for each who brought something. */
    FIXED
}
