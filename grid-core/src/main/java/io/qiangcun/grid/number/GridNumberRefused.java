package io.qiangcun.grid.number;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A number that a county cannot set, and why. */
public class GridNumberRefused extends RuleViolated {

    GridNumberRefused(@Nullable String field, String what, Object... arguments) {
        super(field, "grid.number.refused." + what, arguments);
    }
}
