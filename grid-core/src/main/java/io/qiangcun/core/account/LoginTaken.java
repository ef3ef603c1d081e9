package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** Another account signs in with this name, here or elsewhere. */
public class LoginTaken extends RuleViolated {

    LoginTaken(String login) {
        super("login", "core.account.login-taken", login);
    }
}
