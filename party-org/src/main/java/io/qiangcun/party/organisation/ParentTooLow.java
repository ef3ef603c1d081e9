package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;

/** An organisation stands below one of higher rank. */
public class ParentTooLow extends RuleViolated {

    ParentTooLow(String name) {
        super("parent", "party.organisation.parent-too-low", name);
    }
}
