package io.qiangcun.party.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a training class. */
@Embeddable
public record ClassId(@Column(name = "class_id") UUID value) implements Serializable {

    public static ClassId next() {
        return new ClassId(UUID.randomUUID());
    }

    public static ClassId valueOf(String text) {
        return new ClassId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/party/training/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
