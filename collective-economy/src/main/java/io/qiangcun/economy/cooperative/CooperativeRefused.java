package io.qiangcun.economy.cooperative;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cooperative cannot be written down so, or not do that. */
public class CooperativeRefused extends RuleViolated {

    CooperativeRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.cooperative.refused." + key, arguments);
    }

    CooperativeRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.cooperative.refused." + key, arguments);
    }
}
