package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** Nobody suspends or hands over the account he acts with. */
public class OwnAccountRefused extends RuleViolated {

    OwnAccountRefused() {
        super(null, "core.account.own-account");
    }
}
