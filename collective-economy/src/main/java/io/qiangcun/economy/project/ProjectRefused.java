package io.qiangcun.economy.project;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A project cannot be written down so, or not do that. */
public class ProjectRefused extends RuleViolated {

    ProjectRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.project.refused." + key, arguments);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.project.refused." + key, arguments);
    }
}
