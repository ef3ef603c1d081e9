package io.qiangcun.economy.distribution;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result cannot be distributed like that. */
public class DistributionRefused extends RuleViolated {

    DistributionRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.distribution.refused." + key, arguments);
    }

    DistributionRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.distribution.refused." + key, arguments);
    }
}
