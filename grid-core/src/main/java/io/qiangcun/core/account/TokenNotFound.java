package io.qiangcun.core.account;

import io.qiangcun.core.error.NotFound;

/** The account has no such token. */
public class TokenNotFound extends NotFound {

    TokenNotFound(TokenId id) {
        super("token", id);
    }
}
