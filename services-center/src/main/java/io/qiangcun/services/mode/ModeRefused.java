package io.qiangcun.services.mode;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** The working mode is not drawn so. */
public class ModeRefused extends RuleViolated {

    ModeRefused(@Nullable String field, String key) {
        super(field, "services.mode.refused." + key);
    }
}
