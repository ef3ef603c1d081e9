package io.qiangcun.grid.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names an incident. */
@Embeddable
public record IncidentId(@Column(name = "incident_id") UUID value) implements Serializable {

    public static IncidentId next() {
        return new IncidentId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static IncidentId valueOf(String text) {
        return new IncidentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
