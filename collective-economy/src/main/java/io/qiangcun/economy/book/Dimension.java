package io.qiangcun.economy.book;

/** What the details of an account name (辅助核算). */
public enum Dimension {
    COUNTERPARTY,
    HOUSEHOLD,
    PROJECT,
    ITEM,
    PERSON,
    INVESTEE
}
