package io.qiangcun.core.people;

import io.qiangcun.core.error.NotFound;

/** There is no such household, or not here. */
public class HouseholdNotFound extends NotFound {

    public HouseholdNotFound(HouseholdId id) {
        super("household", id);
    }
}
