package io.qiangcun.party.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names stars that somebody has or had. */
@Embeddable
public record AwardId(@Column(name = "award_id") UUID value) implements Serializable {

    public static AwardId next() {
        return new AwardId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static AwardId valueOf(String text) {
        return new AwardId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
