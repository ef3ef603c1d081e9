package io.qiangcun.services.catalogue;

/** What has become of an edition. */
public enum ItemState {
    DRAFT,
    PUBLISHED,
    /** Nobody may ask for it any more. */
    RETIRED,
    /** A draft that was given up. */
    DROPPED
}
