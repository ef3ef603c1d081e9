package io.qiangcun.party.standard;

import io.qiangcun.core.error.NotFound;

/** There is no such check, or not here. */
public class CheckNotFound extends NotFound {

    public CheckNotFound(Object id) {
        super("check against a standard", id);
    }
}
