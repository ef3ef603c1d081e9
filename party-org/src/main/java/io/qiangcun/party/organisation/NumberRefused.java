package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A number that a county cannot set, and why. */
public class NumberRefused extends RuleViolated {

    NumberRefused(@Nullable String field, String what, Object... arguments) {
        super(field, "party.number.refused." + what, arguments);
    }
}
