package io.qiangcun.grid.gridevent;

import io.qiangcun.core.error.NotFound;

/** There is no such call for whoever asks. */
public class CallNotFound extends NotFound {

    public CallNotFound(CallId id) {
        super("call", id);
    }
}
