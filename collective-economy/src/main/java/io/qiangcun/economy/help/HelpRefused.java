package io.qiangcun.economy.help;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A village cannot be listed so, or not be helped so. */
public class HelpRefused extends RuleViolated {

    HelpRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.help.refused." + key, arguments);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.help.refused." + key, arguments);
    }
}
