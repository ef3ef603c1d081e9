package io.qiangcun.economy.asset;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card cannot be written, charged or disposed of so. */
public class AssetRefused extends RuleViolated {

    AssetRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.asset.refused." + key, arguments);
    }

    AssetRefused(List<Problem> problems) {
        super(problems);
    }
}
