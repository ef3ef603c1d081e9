package io.qiangcun.core.report;

import io.qiangcun.core.error.RuleViolated;

/** A month is locked when every confirmed report has been reviewed. */
public class MonthNotReadyToLock extends RuleViolated {

    MonthNotReadyToLock(long waiting) {
        super(null, "core.report.month-not-ready", waiting);
    }
}
