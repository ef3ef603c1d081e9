package io.qiangcun.core.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a token; it is no secret, the token is. */
@Embeddable
public record TokenId(@Column(name = "token_id") UUID value) implements Serializable {

    public static TokenId next() {
        return new TokenId(UUID.randomUUID());
    }

    /** Binds path variables. */
    public static TokenId valueOf(String text) {
        return new TokenId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
