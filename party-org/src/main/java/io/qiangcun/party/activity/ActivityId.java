package io.qiangcun.party.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a record of organisational life for good. */
@Embeddable
public record ActivityId(@Column(name = "activity_id") UUID value) implements Serializable {

    public static ActivityId next() {
        return new ActivityId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static ActivityId valueOf(String text) {
        return new ActivityId(UUID.fromString(text));
    }

    /** Where the record can be read. */
    public String href() {
        return "/party/activities/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
