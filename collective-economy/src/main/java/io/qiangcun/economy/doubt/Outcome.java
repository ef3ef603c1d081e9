package io.qiangcun.economy.doubt;

/** What came of a doubt. */
public enum Outcome {
    EXPLAINED,
    /** Vouchers, a contract or a claim were put right. */
    PUT_RIGHT
}
