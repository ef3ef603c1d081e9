package io.qiangcun.services.check;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Nobody is asked so. */
public class CampaignRefused extends RuleViolated {

    CampaignRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "services.check.refused." + key, arguments);
    }
}
