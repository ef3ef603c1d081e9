package io.qiangcun.grid.broadcast;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Nothing can be spoken so. */
public class BroadcastRefused extends RuleViolated {

    BroadcastRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "grid.broadcast.refused." + key, arguments);
    }
}
