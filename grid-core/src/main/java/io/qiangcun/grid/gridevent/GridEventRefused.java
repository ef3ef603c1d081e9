package io.qiangcun.grid.gridevent;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A rule of the loop says no. */
public class GridEventRefused extends RuleViolated {

    GridEventRefused(@Nullable String field, String reason, Object... arguments) {
        super(field, "grid.event.refused." + reason, arguments);
    }
}
