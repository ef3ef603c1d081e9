package io.qiangcun.services.catalogue;

/** Whose number a time limit is. */
public enum LimitKind {
    /** A law or regulation that was read. */
    LAW,
    /** The county's own list. */
    COUNTY,
    /** Nobody's yet: to be replaced by the county's own list. */
    DEFAULT
}
