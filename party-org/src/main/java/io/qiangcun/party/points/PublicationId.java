package io.qiangcun.party.points;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names what was published for a quarter. */
@Embeddable
public record PublicationId(@Column(name = "publication_id") UUID value) implements Serializable {

    public static PublicationId next() {
        return new PublicationId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static PublicationId valueOf(String text) {
        return new PublicationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
