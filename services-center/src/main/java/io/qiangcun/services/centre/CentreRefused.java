package io.qiangcun.services.centre;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A centre is not so. */
public class CentreRefused extends RuleViolated {

    CentreRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "services.centre.refused." + key, arguments);
    }
}
