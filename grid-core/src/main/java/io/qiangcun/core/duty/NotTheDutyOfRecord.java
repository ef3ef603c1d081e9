package io.qiangcun.core.duty;

import io.qiangcun.core.error.RuleViolated;

/** A record makes up for earlier duties of its own subject and kind only. */
public class NotTheDutyOfRecord extends RuleViolated {

    NotTheDutyOfRecord() {
        super("makesUpFor", "core.duty.not-the-duty-of-record");
    }
}
