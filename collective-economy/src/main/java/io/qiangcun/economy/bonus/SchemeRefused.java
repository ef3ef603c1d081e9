package io.qiangcun.economy.bonus;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A scheme cannot be written, decided or dropped like that. */
public class SchemeRefused extends RuleViolated {

    SchemeRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.bonus.refused." + key, arguments);
    }
}
