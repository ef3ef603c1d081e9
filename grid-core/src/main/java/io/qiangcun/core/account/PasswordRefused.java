package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** The chosen password is too easy to guess, or no different. */
public class PasswordRefused extends RuleViolated {

    PasswordRefused(String messageKey, Object... arguments) {
        super("newPassword", messageKey, arguments);
    }
}
