package io.qiangcun.party.points;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names an entry of points. */
@Embeddable
public record EntryId(@Column(name = "entry_id") UUID value) implements Serializable {

    public static EntryId next() {
        return new EntryId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static EntryId valueOf(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
