package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;

/** Two organisations of one place would bear the same name. */
public class OrganisationNameTaken extends RuleViolated {

    OrganisationNameTaken(String name) {
        super("name", "party.organisation.name-taken", name);
    }
}
