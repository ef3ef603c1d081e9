package io.qiangcun.services.feedback;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** That cannot be said or done, and why. */
public class FeedbackRefused extends RuleViolated {

    FeedbackRefused(@Nullable String field, String key) {
        super(field, "services.feedback.refused." + key);
    }
}
