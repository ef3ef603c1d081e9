package io.qiangcun.core.account;

import java.io.Serializable;
import java.time.Instant;

/** A one-time password on its way to the holder; shown once and kept nowhere. */
public record IssuedPassword(AccountId account, String login, String password, Instant expiresAt)
        implements Serializable {

    @Override
    public String toString() {
        return "one-time password of " + login;
    }
}
