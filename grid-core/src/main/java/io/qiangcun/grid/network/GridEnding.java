package io.qiangcun.grid.network;

/** How a grid came to an end. */
public enum GridEnding {
    /** Taken into another grid of the same village. */
    MERGED,
    /** Given up with nothing in its place. */
    CLOSED
}
