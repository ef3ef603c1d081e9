package io.qiangcun.economy.dividend;

/** By what the rest is shared among members. */
public enum RemainderBy {
    /** Contribution, reserve, and the shares in grants and gifts (《农民专业合作社法》第四十四条). */
    ACCOUNT,
    /** How many shares each holds. */
    SHARES
}
