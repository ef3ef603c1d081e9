package io.qiangcun.economy.cooperative;

import io.qiangcun.core.error.NotFound;

/** There is no such cooperative in the jurisdiction. */
public class CooperativeNotFound extends NotFound {

    public CooperativeNotFound(Object id) {
        super("cooperative", id);
    }
}
