package io.qiangcun.core.report;

import io.qiangcun.core.error.RuleViolated;
import java.time.YearMonth;

/** A report is confirmed when its month is over. */
public class MonthNotOver extends RuleViolated {

    MonthNotOver(YearMonth month) {
        super(null, "core.report.month-not-over", month.toString());
    }
}
