package io.qiangcun.party.organisation;

import io.qiangcun.core.error.RuleViolated;
import java.time.LocalDate;

/** What is entered has happened. */
public class ChangeInTheFuture extends RuleViolated {

    ChangeInTheFuture(LocalDate today) {
        super("effectiveOn", "party.organisation.change-in-the-future", today);
    }
}
