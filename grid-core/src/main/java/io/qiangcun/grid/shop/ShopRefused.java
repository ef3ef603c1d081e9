package io.qiangcun.grid.shop;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** The points shop cannot do so. */
public class ShopRefused extends RuleViolated {

    ShopRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "grid.shop.refused." + key, arguments);
    }
}
