package io.qiangcun.grid.incident;

import io.qiangcun.core.error.NotFound;

/** There is no such roll-call, or not here. */
public class RollCallNotFound extends NotFound {

    public RollCallNotFound(RollCallId id) {
        super("roll-call", id);
    }
}
