package io.qiangcun.party.points;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** What a rule about points says no to, and at which field to say so. */
public class PointsRefused extends RuleViolated {

    PointsRefused(@Nullable String field, String what, Object... arguments) {
        super(field, "party.points.refused." + what, arguments);
    }
}
