package io.qiangcun.services.volunteer;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** The turn is not taken, or nothing is noted of it. */
public class TurnRefused extends RuleViolated {

    TurnRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "services.volunteer.refused." + key, arguments);
    }
}
