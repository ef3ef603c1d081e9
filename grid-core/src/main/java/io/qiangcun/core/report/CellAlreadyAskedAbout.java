package io.qiangcun.core.report;

import io.qiangcun.core.error.RuleViolated;

/** One open question to a cell at a time. */
public class CellAlreadyAskedAbout extends RuleViolated {

    CellAlreadyAskedAbout() {
        super("question", "core.report.cell-already-asked");
    }
}
