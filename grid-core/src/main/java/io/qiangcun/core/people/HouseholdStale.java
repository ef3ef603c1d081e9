package io.qiangcun.core.people;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the household since the form was opened. */
public class HouseholdStale extends Conflicting {

    HouseholdStale() {
        super("core.people.household.stale");
    }
}
