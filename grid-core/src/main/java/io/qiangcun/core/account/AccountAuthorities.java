package io.qiangcun.core.account;

/** What an account may be allowed to do with accounts. */
public final class AccountAuthorities {

    public static final String READ = "core.account.read";
    public static final String WRITE = "core.account.write";

    private AccountAuthorities() {}
}
