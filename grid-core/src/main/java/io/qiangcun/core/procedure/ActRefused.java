package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was entered about a step cannot stand; says all that is wrong with it. */
public class ActRefused extends RuleViolated {

    ActRefused(List<Problem> problems) {
        super(problems);
    }

    ActRefused(@Nullable String field, String key, Object... arguments) {
        this(List.of(Problem.of(field, "core.procedure.refused." + key, arguments)));
    }
}
