package io.qiangcun.services.callback;

import io.qiangcun.core.error.NotFound;

/** There is no such thing in the jurisdiction: a call to whoever asked. */
public class CallbackNotFound extends NotFound {

    public CallbackNotFound(CallbackId id) {
        super("callback", id);
    }
}
