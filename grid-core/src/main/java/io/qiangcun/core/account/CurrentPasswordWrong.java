package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** The present password was not repeated correctly. */
public class CurrentPasswordWrong extends RuleViolated {

    CurrentPasswordWrong() {
        super("currentPassword", "core.account.password.current-wrong");
    }
}
