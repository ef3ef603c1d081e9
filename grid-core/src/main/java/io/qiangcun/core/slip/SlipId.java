package io.qiangcun.core.slip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a slip; it is no secret, the code is. */
@Embeddable
public record SlipId(@Column(name = "slip_id") UUID value) implements Serializable {

    public static SlipId next() {
        return new SlipId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static SlipId valueOf(String text) {
        return new SlipId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
