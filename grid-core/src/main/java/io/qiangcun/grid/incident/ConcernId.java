package io.qiangcun.grid.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names what an incident means for one place; that of the place that switched it on has the incident's own id. */
@Embeddable
public record ConcernId(@Column(name = "concern_id") UUID value) implements Serializable {

    public static ConcernId next() {
        return new ConcernId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static ConcernId valueOf(String text) {
        return new ConcernId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
