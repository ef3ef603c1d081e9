package io.qiangcun.core.register;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was entered cannot stand; says all that is wrong with it. */
public class RowRefused extends RuleViolated {

    RowRefused(List<Problem> problems) {
        super(problems);
    }

    RowRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "core.register.refused." + key, arguments);
    }
}
