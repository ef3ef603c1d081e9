package io.qiangcun.services.request;

/** How a request came in. */
public enum RequestChannel {
    /** Typed by whoever asks, without an account. */
    WEB,
    COUNTER,
    PHONE,
    /** By somebody else, on his written authorisation. */
    AGENT;

    public String messageKey() {
        return "services.request.channel." + name();
    }
}
