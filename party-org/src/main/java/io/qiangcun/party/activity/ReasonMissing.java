package io.qiangcun.party.activity;

import io.qiangcun.core.error.RuleViolated;

/** What changes a submitted record says why. */
public class ReasonMissing extends RuleViolated {

    ReasonMissing() {
        super("reason", "party.activity.problem.missing.reason");
    }
}
