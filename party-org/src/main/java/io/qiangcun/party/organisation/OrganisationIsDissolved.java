package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;
import java.time.LocalDate;

/** A dissolved organisation changes no more. */
public class OrganisationIsDissolved extends RuleViolated {

    OrganisationIsDissolved(String name, LocalDate dissolvedOn) {
        super(null, "party.organisation.is-dissolved", name, dissolvedOn);
    }
}
