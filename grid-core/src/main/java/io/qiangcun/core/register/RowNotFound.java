package io.qiangcun.core.register;

import io.qiangcun.core.error.NotFound;

/** There is no such row in the jurisdiction, or none that this account reads. */
public class RowNotFound extends NotFound {

    RowNotFound(Object id) {
        super("register row", id);
    }
}
