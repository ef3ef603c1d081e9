package io.qiangcun.services.callback;

import io.qiangcun.core.error.Conflicting;

/** Somebody else makes the call. */
public class CallbackTaken extends Conflicting {

    CallbackTaken() {
        super("services.callback.taken");
    }
}
