package io.qiangcun.core.procedure;

import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was entered about a step cannot stand; says all that is wrong with it. */
public class ActRefused extends RuleViolated {

    private final transient List<Problem> problems;

    ActRefused(List<Problem> problems) {
        super(
                problems.get(0).field(),
                problems.get(0).messageKey(),
                problems.get(0).arguments().toArray());
        this.problems = List.copyOf(problems);
    }

    ActRefused(@Nullable String field, String key, Object... arguments) {
        this(List.of(Problem.of(field, "core.procedure.refused." + key, arguments)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
