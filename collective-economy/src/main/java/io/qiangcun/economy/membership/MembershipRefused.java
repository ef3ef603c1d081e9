package io.qiangcun.economy.membership;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Nobody joins, brings, trades or leaves so. */
public class MembershipRefused extends RuleViolated {

    MembershipRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.membership.refused." + key, arguments);
    }

    static Problem at(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "economy.membership.refused." + key, arguments);
    }
}
