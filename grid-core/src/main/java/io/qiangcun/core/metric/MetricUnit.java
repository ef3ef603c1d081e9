package io.qiangcun.core.metric;

/** How a value of the metric is written; the suffix is the message {@code core.metric.unit.<name>}. */
public enum MetricUnit {
    TIMES,
    PEOPLE,
    HOUSEHOLDS,
    ITEMS,
    /** Of places and organisations. */
    UNITS,
    PERCENT,
    DAYS,
    HOURS,
    YUAN,
    /** Of land, fifteen to a hectare. */
    MU,
    PLANTS
}
