package io.qiangcun.party.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a round; the case with its steps has the same id. */
@Embeddable
public record RoundId(@Column(name = "round_id") UUID value) implements Serializable {

    public static RoundId next() {
        return new RoundId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static RoundId valueOf(String text) {
        return new RoundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
