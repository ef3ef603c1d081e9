package io.qiangcun.party.activity;

import io.qiangcun.core.error.NotFound;

/** There is no such record, or it lies outside the jurisdiction: nobody learns which. */
public class ActivityNotFound extends NotFound {

    public ActivityNotFound(ActivityId id) {
        super("activity", id);
    }
}
