package io.qiangcun.party.training;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A class, or who took part in it, cannot be recorded so. */
public class TrainingRefused extends RuleViolated {

    TrainingRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "party.training.refused." + key, arguments);
    }
}
