package io.qiangcun.core.account;

/** How an account stands, as lists show it. */
public enum AccountState {
    /** In use. */
    OPEN,
    /** Waits for its holder to sign in with the one-time password. */
    NEW,
    /** Closed for a while after failed attempts. */
    LOCKED,
    SUSPENDED
}
