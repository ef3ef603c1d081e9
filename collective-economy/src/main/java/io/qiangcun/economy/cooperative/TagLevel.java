package io.qiangcun.economy.cooperative;

/** Who made a cooperative an example. */
public enum TagLevel {
    NATIONAL,
    PROVINCE,
    PREFECTURE,
    COUNTY
}
