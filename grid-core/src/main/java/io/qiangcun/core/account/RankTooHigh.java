package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** The account or the role ranks as high as the actor's own, or higher. */
public class RankTooHigh extends RuleViolated {

    RankTooHigh() {
        super(null, "core.account.rank-too-high");
    }
}
