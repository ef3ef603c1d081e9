package io.qiangcun.core.warning;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** These steps do not rise, are looser than a text allows, or their day does not fit. */
public class StepsRefused extends RuleViolated {

    StepsRefused(@Nullable String field, String reason, Object... arguments) {
        super(field, "core.warning.steps.refused." + reason, arguments);
    }
}
