package io.qiangcun.services.request;

/** What somebody wants: to know something, to get something from the list of services, to be rid of a trouble, or to complain. */
public enum Purpose {
    QUESTION,
    APPLICATION,
    PROBLEM,
    /** Complains of an authority: dealt with by the law of petitions, and never by whom it is about. */
    PETITION;

    public String messageKey() {
        return "services.request.purpose." + name();
    }
}
