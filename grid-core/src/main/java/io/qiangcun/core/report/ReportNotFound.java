package io.qiangcun.core.report;

import io.qiangcun.core.error.NotFound;

/** There is no such report in the jurisdiction. */
public class ReportNotFound extends NotFound {

    public ReportNotFound(Object id) {
        super("monthly report", id);
    }
}
