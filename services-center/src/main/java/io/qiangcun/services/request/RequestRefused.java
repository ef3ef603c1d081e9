package io.qiangcun.services.request;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** That cannot be done about a request, and why. */
public class RequestRefused extends RuleViolated {

    RequestRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "services.request.refused." + key, arguments);
    }
}
