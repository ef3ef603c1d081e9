package io.qiangcun.economy.book;

/** Where the statement of income shows subsidies: among operating results, or below them. Totals are the same. */
public enum Variant {
    A,
    B
}
