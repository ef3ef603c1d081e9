package io.qiangcun.core.procedure;

import io.qiangcun.core.error.RuleViolated;

/** Numbers of a vote that cannot be. */
public class TallyImpossible extends RuleViolated {

    TallyImpossible(String field, String key, int limit) {
        super(field, "core.procedure.tally.impossible." + key, limit);
    }
}
