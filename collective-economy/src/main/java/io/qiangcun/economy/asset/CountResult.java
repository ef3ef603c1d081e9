package io.qiangcun.economy.asset;

/** What was found of a card. */
public enum CountResult {
    FOUND,
    DIFFERS,
    MISSING
}
