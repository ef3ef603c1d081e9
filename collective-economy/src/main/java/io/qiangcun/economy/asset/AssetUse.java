package io.qiangcun.economy.asset;

/** What an asset is for; its charge goes to the account of that use. */
public enum AssetUse {
    PRODUCTION,
    BUSINESS,
    OFFICE,
    PUBLIC
}
