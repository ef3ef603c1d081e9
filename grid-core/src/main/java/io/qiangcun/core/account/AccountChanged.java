package io.qiangcun.core.account;

import io.qiangcun.core.error.Conflicting;

/** The account has changed since the page was shown. */
public class AccountChanged extends Conflicting {

    AccountChanged(String login) {
        super("core.account.changed", login);
    }
}
