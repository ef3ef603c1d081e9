package io.qiangcun.services.request;

/** What somebody wants: to know something, to get something from the list of services, or to be rid of a trouble. */
public enum Purpose {
    QUESTION,
    APPLICATION,
    PROBLEM;

    public String messageKey() {
        return "services.request.purpose." + name();
    }
}
