package io.qiangcun.economy.asset;

/** What an asset is. */
public enum AssetKind {
    /** Land, water: has an area and stands in no account. */
    RESOURCE,
    BUILDING,
    MACHINE,
    FURNITURE,
    /** Living things that bear. */
    BREEDING,
    /** Living things that protect: they are not charged. */
    PUBLIC_BIOLOGICAL,
    INTANGIBLE,
    /** Shares in others. */
    EQUITY;

    /** Whether it loses value month by month. */
    public boolean isCharged() {
        return this == BUILDING || this == MACHINE || this == FURNITURE || this == BREEDING || this == INTANGIBLE;
    }
}
