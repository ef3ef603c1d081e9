package io.qiangcun.economy.dividend;

import io.qiangcun.core.error.NotFound;

/** There is no such distribution in the jurisdiction. */
public class DividendNotFound extends NotFound {

    public DividendNotFound(Object id) {
        super("dividend", id);
    }
}
