package io.qiangcun.party.points;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names an objection. */
@Embeddable
public record ObjectionId(@Column(name = "objection_id") UUID value) implements Serializable {

    public static ObjectionId next() {
        return new ObjectionId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static ObjectionId valueOf(String text) {
        return new ObjectionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
