package io.qiangcun.core.account;

import java.time.Instant;

/** A password made by the application: changed at the first sign-in, and worthless soon. */
record OneTimePassword(String plain, String encoded, Instant expiresAt) {

    IssuedPassword issuedTo(Account account) {
        return new IssuedPassword(account.getId(), account.getLogin(), plain, expiresAt);
    }

    @Override
    public String toString() {
        return "OneTimePassword";
    }
}
