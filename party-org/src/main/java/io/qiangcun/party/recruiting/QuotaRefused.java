package io.qiangcun.party.recruiting;

import io.qiangcun.core.error.RuleViolated;

/** What cannot be set as a quota, and at which field to say so. */
public class QuotaRefused extends RuleViolated {

    QuotaRefused(String field, String what, Object... arguments) {
        super(field, "party.recruiting.refused." + what, arguments);
    }
}
