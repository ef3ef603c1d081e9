package io.qiangcun.party.standard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a check. */
@Embeddable
public record CheckId(@Column(name = "check_id") UUID value) implements Serializable {

    public static CheckId next() {
        return new CheckId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static CheckId valueOf(String text) {
        return new CheckId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
