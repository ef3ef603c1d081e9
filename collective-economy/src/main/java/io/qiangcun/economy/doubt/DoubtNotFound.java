package io.qiangcun.economy.doubt;

import io.qiangcun.core.error.NotFound;

/** There is no such doubt in the jurisdiction. */
public class DoubtNotFound extends NotFound {

    public DoubtNotFound(Object id) {
        super("doubt", id);
    }
}
