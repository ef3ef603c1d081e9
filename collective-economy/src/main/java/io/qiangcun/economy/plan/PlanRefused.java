package io.qiangcun.economy.plan;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A plan cannot be written down so. */
public class PlanRefused extends RuleViolated {

    PlanRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.plan.refused." + key, arguments);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.plan.refused." + key, arguments);
    }
}
