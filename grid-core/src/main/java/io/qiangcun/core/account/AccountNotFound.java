package io.qiangcun.core.account;

import io.qiangcun.core.error.NotFound;

/** There is no such account, or it lies outside the jurisdiction. */
public class AccountNotFound extends NotFound {

    AccountNotFound(AccountId id) {
        super("account", id);
    }
}
