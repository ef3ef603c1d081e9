package io.qiangcun.services.request;

/** How a request ended, as whoever decided it says; whether it is solved for whoever asked is his to say. */
public enum Outcome {
    SOLVED,
    ANSWERED,
    EXPLAINED,
    REFUSED;

    public String messageKey() {
        return "services.request.outcome." + name();
    }
}
