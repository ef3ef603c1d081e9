package io.qiangcun.grid.incident;

import io.qiangcun.core.error.NotFound;

/** There is no such call, or not here. */
public class CallNotFound extends NotFound {

    public CallNotFound(CallId id) {
        super("call", id);
    }
}
