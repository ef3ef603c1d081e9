package io.qiangcun.economy.membership;

/** What is put to the names of members. */
public enum QuotaKind {
    RESERVE,
    GRANT,
    GIFT
}
