package io.qiangcun.services.request;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has done something about the request meanwhile, or has taken it over. */
public class RequestTaken extends Conflicting {

    RequestTaken() {
        super("services.request.taken");
    }
}
