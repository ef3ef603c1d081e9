package io.qiangcun.grid.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a roll-call. */
@Embeddable
public record RollCallId(@Column(name = "roll_call_id") UUID value) implements Serializable {

    public static RollCallId next() {
        return new RollCallId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static RollCallId valueOf(String text) {
        return new RollCallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
