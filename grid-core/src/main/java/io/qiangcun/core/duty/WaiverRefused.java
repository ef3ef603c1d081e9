package io.qiangcun.core.duty;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** This duty cannot be waived, or not by this account, or not in this way. */
public class WaiverRefused extends RuleViolated {

    WaiverRefused(@Nullable String field, String reason) {
        super(field, "core.duty.waiver.refused." + reason);
    }
}
