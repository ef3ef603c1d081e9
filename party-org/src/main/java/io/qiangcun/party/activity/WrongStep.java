package io.qiangcun.party.activity;

import io.qiangcun.core.error.RuleViolated;

/** The record is not in the state that the step starts from: it was submitted, withdrawn or discarded meanwhile. */
public class WrongStep extends RuleViolated {

    WrongStep(ActivityStatus status) {
        super(null, "party.activity.wrong-step." + status.name());
    }
}
