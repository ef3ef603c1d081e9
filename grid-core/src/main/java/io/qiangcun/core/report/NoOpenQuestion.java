package io.qiangcun.core.report;

import io.qiangcun.core.error.RuleViolated;

/** There is nothing to answer. */
public class NoOpenQuestion extends RuleViolated {

    NoOpenQuestion() {
        super("answer", "core.report.no-open-question");
    }
}
