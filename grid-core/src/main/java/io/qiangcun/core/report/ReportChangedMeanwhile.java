package io.qiangcun.core.report;

import io.qiangcun.core.error.Conflicting;

/** Somebody else has worked on the report since the page was opened. */
public class ReportChangedMeanwhile extends Conflicting {

    ReportChangedMeanwhile() {
        super("core.report.changed-meanwhile");
    }
}
