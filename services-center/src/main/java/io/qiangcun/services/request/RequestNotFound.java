package io.qiangcun.services.request;

import io.qiangcun.core.error.NotFound;

/** There is no such request in the jurisdiction. */
public class RequestNotFound extends NotFound {

    public RequestNotFound(RequestId id) {
        super("request", id);
    }
}
