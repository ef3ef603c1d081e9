package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;
import java.time.LocalDate;

/** An organisation is entered once it exists. */
public class FoundedInTheFuture extends RuleViolated {

    FoundedInTheFuture(LocalDate today) {
        super("foundedOn", "party.organisation.founded-in-the-future", today);
    }
}
