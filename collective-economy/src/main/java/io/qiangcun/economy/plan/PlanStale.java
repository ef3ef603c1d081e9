package io.qiangcun.economy.plan;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the plan since the page was rendered. */
public class PlanStale extends Conflicting {

    PlanStale() {
        super("economy.plan.stale");
    }
}
