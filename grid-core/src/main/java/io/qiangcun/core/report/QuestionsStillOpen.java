package io.qiangcun.core.report;

import io.qiangcun.core.error.RuleViolated;

/** A report passes when all questions are answered. */
public class QuestionsStillOpen extends RuleViolated {

    QuestionsStillOpen() {
        super(null, "core.report.questions-open");
    }
}
