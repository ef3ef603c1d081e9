package io.qiangcun.economy.membership;

/** What a contribution is made of. */
public enum ContributionKind {
    MONEY,
    LAND,
    ASSET
}
