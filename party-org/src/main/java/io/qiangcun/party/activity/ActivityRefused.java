package io.qiangcun.party.activity;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.error.RuleViolated;
import java.util.List;

/** A record cannot be kept as it is; names everything that is wrong, not only the first. */
public class ActivityRefused extends RuleViolated {

    ActivityRefused(List<Problem> problems) {
        super(problems);
    }
}
