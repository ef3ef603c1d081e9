package io.qiangcun.party.activity;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has changed the record since the form was opened; nothing was saved. */
public class ActivityStale extends Conflicting {

    private final ActivityId activity;

    ActivityStale(ActivityId activity) {
        super("party.activity.stale");
        this.activity = activity;
    }

    public ActivityId activity() {
        return activity;
    }
}
