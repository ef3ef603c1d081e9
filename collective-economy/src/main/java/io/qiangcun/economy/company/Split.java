package io.qiangcun.economy.company;

/** How a profit is shared among villages. */
public enum Split {
    EQUAL,
    SHARES
}
