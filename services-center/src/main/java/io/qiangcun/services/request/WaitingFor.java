package io.qiangcun.services.request;

/** What may stop the clock of a request: 《行政许可法》 art. 45 and nothing else. */
public enum WaitingFor {
    /** Of whoever asked. */
    MATERIALS,
    PUBLICATION,
    EXPERT;

    public String messageKey() {
        return "services.request.waiting." + name();
    }
}
