package io.qiangcun.core.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names an account. */
@Embeddable
public record AccountId(@Column(name = "account_id") UUID value) implements Serializable {

    public static AccountId next() {
        return new AccountId(UUID.randomUUID());
    }

    public static AccountId valueOf(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
