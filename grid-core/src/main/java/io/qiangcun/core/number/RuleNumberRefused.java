package io.qiangcun.core.number;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A number that a county cannot set, and why. */
public class RuleNumberRefused extends RuleViolated {

    /** @param messageKey says why, whole, where a guard refuses */
    public RuleNumberRefused(@Nullable String field, String messageKey, Object... arguments) {
        super(field, messageKey, arguments);
    }

    static RuleNumberRefused because(@Nullable String field, String what, Object... arguments) {
        return new RuleNumberRefused(field, "core.number.refused." + what, arguments);
    }
}
