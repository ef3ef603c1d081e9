package io.qiangcun.services.centre;

/** What is there for people to come to. */
public enum CentreKind {
    /** The centre of its place; there is one. */
    CENTRE,
    /** What a place has besides, nearer to some of its people. */
    POINT
}
