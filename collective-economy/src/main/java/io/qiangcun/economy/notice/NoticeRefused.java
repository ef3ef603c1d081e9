package io.qiangcun.economy.notice;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** A notice cannot be like that. */
public class NoticeRefused extends RuleViolated {

    NoticeRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "economy.notice.refused." + key, arguments);
    }
}
