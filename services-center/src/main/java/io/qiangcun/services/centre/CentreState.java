package io.qiangcun.services.centre;

/** Whether people can come. */
public enum CentreState {
    BUILDING,
    IN_USE,
    /** For good; it is kept. */
    CLOSED
}
