package io.qiangcun.services.hint;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Such words cannot be kept, and why. */
public class HintRefused extends RuleViolated {

    HintRefused(@Nullable String field, String key) {
        super(field, "services.hint.refused." + key);
    }
}
