package io.qiangcun.grid.gridevent;

import io.qiangcun.core.error.NotFound;

/** There is no such grid event for whoever asks. */
public class GridEventNotFound extends NotFound {

    public GridEventNotFound(Object id) {
        super("grid event", id);
    }
}
