package io.qiangcun.economy.cooperative;

/** With whom a cooperative develops: households, an enterprise, a base, the land that members brought. */
public enum CooperativeMode {
    HOUSEHOLDS,
    ENTERPRISE,
    BASE,
    LAND,
    OTHER
}
