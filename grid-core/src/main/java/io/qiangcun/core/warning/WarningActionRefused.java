package io.qiangcun.core.warning;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** The warning does not let this be done with it, or not by this account. */
public class WarningActionRefused extends RuleViolated {

    WarningActionRefused(@Nullable String field, String reason) {
        super(field, "core.warning.refused." + reason);
    }
}
