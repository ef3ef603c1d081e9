package io.qiangcun.core.account;

/** Gives a post to its next holder, as decided on this version of the account. */
public record HandOver(AccountId account, long version, String holder) {}
