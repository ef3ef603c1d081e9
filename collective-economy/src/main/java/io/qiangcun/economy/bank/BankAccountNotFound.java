package io.qiangcun.economy.bank;

import io.qiangcun.core.error.NotFound;

/** The book keeps no money in such an account, or not within the jurisdiction. */
public class BankAccountNotFound extends NotFound {

    public BankAccountNotFound(Object what) {
        super("bank-account", what);
    }
}
