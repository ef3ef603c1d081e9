package io.qiangcun.economy.help;

/** Who helps a weak village. */
public enum HelperKind {
    COUNTY_LEADER,
    RICH_VILLAGE,
    ENTERPRISE,
    OTHER
}
