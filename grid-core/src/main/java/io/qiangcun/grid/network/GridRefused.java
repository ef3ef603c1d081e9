package io.qiangcun.grid.network;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** What cannot be done with a grid or who works in it, and at which field to say so. */
public class GridRefused extends RuleViolated {

    GridRefused(@Nullable String field, String what, Object... arguments) {
        super(field, "grid.network.refused." + what, arguments);
    }
}
