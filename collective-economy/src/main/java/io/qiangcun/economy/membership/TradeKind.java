package io.qiangcun.economy.membership;

/** What somebody has to do with a cooperative. */
public enum TradeKind {
    /** A product sold through it. */
    SALE,
    /** Something it supplied. */
    SUPPLY,
    /** Work for it. */
    WAGE,
    /** Land or things it rents, a guaranteed rent too. */
    RENT;

    /**
     * Whether it is trade by which surplus is returned. Wages and rents are costs whatever the result of the year: they never
     * count (《农民专业合作社法》 art. 44).
     */
    public boolean isVolume() {
        return this == SALE || this == SUPPLY;
    }
}
