package io.qiangcun.services.request;

/** How a request ended, as whoever decided it says; whether it is solved for whoever asked is his to say. */
public enum Outcome {
    SOLVED,
    ANSWERED,
    EXPLAINED,
    REFUSED,
    /** Explained by one and confirmed by another: kept out of the rates. */
    UNREASONABLE;

    public String messageKey() {
        return "services.request.outcome." + name();
    }
}
