package io.qiangcun.economy.plan;

import io.qiangcun.core.error.NotFound;

/** There is no such plan in the jurisdiction. */
public class PlanNotFound extends NotFound {

    public PlanNotFound(Object id) {
        super("plan", id);
    }
}
