package io.qiangcun.grid.gridevent;

/** How a report came in. */
public enum Channel {
    DESK,
    PHONE,
    API,
    PAPER
}
