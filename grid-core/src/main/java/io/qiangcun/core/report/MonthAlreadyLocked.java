package io.qiangcun.core.report;

import io.qiangcun.core.error.RuleViolated;
import java.time.YearMonth;

/** What is locked stays locked. */
public class MonthAlreadyLocked extends RuleViolated {

    MonthAlreadyLocked(YearMonth month) {
        super(null, "core.report.month-already-locked", month.toString());
    }
}
