package io.qiangcun.economy.book;

/** What the regulation counts an account among. Cost is shown among stocks and never cleared at the end of a year. */
public enum Category {
    ASSET,
    LIABILITY,
    EQUITY,
    COST,
    PROFIT_LOSS
}
