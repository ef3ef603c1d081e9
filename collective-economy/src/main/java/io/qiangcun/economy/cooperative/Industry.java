package io.qiangcun.economy.cooperative;

/** What a cooperative lives on. */
public enum Industry {
    PLANTING,
    LIVESTOCK,
    FORESTRY,
    PROCESSING,
    MACHINERY,
    TRADE,
    TOURISM,
    SERVICE,
    OTHER
}
