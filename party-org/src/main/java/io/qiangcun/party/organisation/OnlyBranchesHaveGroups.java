package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;

/** Groups are parts of branches. */
public class OnlyBranchesHaveGroups extends RuleViolated {

    OnlyBranchesHaveGroups() {
        super("hasGroups", "party.organisation.only-branches-have-groups");
    }
}
