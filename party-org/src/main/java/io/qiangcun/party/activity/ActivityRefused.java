package io.qiangcun.party.activity;

import io.qiangcun.core.error.RuleViolated;
import java.util.List;

/** A record cannot be kept as it is; names everything that is wrong, not only the first. */
public class ActivityRefused extends RuleViolated {

    private final transient List<Problem> problems;

    ActivityRefused(List<Problem> problems) {
        super(
                problems.get(0).field(),
                problems.get(0).messageKey(),
                problems.get(0).arguments().toArray());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
