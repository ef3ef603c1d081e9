package io.qiangcun.core.report;

import io.qiangcun.core.error.RuleViolated;

/** The report has gone too far, or not far enough, for what was tried. */
public class ReportNotOpenForThat extends RuleViolated {

    ReportNotOpenForThat(ReportState state) {
        super(null, "core.report.not-open-for-that", state.name());
    }
}
