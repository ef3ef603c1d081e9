package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;
import java.time.LocalDate;

/** Nothing about an organisation changes before it exists. */
public class ChangeBeforeFounding extends RuleViolated {

    ChangeBeforeFounding(LocalDate foundedOn) {
        super("effectiveOn", "party.organisation.change-before-founding", foundedOn);
    }
}
