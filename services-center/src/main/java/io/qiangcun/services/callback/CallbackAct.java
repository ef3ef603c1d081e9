package io.qiangcun.services.callback;

/** What is done about a call. */
public enum CallbackAct {
    CLAIM,
    RELEASE,
    /** Somebody called and nobody answered. */
    MISS,
    ANSWER,
    /** What was found is looked into. */
    SETTLE
}
