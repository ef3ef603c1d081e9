package io.qiangcun.economy.distribution;

import io.qiangcun.core.error.NotFound;

/** There is no such distribution in the jurisdiction. */
public class DistributionNotFound extends NotFound {

    public DistributionNotFound(Object id) {
        super("distribution", id);
    }
}
