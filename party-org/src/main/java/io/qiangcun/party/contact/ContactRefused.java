package io.qiangcun.party.contact;

import io.qiangcun.core.error.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Contact or a visit cannot be recorded so. */
public class ContactRefused extends RuleViolated {

    ContactRefused(@Nullable String field, String key, Object... arguments) {
        super(field, "party.contact.refused." + key, arguments);
    }
}
