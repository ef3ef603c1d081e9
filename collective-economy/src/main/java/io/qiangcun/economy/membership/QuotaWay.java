package io.qiangcun.economy.membership;

/** By what something is put to the names of members. */
public enum QuotaWay {
    CONTRIBUTION,
    TRADE,
    EQUAL,
    /** Taken from one who leaves; nobody chooses it. */
    LEAVING
}
