package io.qiangcun.economy.dividend;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing is distributed so. */
public class DividendRefused extends RuleViolated {

    DividendRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.dividend.refused." + key, arguments);
    }

    DividendRefused(List<Problem> problems) {
        super(problems);
    }
}
