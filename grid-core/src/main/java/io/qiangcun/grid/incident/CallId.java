package io.qiangcun.grid.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a call to one post. */
@Embeddable
public record CallId(@Column(name = "call_id") UUID value) implements Serializable {

    public static CallId next() {
        return new CallId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static CallId valueOf(String text) {
        return new CallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
