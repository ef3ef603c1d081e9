package io.qiangcun.services.callback;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That cannot be drawn, called or settled, and why. */
public class CallbackRefused extends RuleViolated {

    CallbackRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "services.callback.refused." + key, arguments);
    }

    CallbackRefused(List<Problem> problems) {
        super(problems);
    }

    static Problem at(String field, String key) {
        return Problem.of(field, "services.callback.refused." + key);
    }
}
