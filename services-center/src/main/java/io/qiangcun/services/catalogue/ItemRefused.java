package io.qiangcun.services.catalogue;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** An item cannot be written down so. */
public class ItemRefused extends RuleViolated {

    public ItemRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "services.catalogue.refused." + key, arguments);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "services.catalogue.refused." + key, arguments);
    }
}
