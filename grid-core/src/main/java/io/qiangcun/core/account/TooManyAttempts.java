package io.qiangcun.core.account;

import io.qiangcun.core.error.RuleViolated;

/** Whoever sits at the screen does not seem to know the present password. */
public class TooManyAttempts extends RuleViolated {

    TooManyAttempts(long minutes) {
        super("currentPassword", "core.account.sign-in.locked", minutes);
    }
}
