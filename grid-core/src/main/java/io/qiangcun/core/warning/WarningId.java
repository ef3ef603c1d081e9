package io.qiangcun.core.warning;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a warning. */
@Embeddable
public record WarningId(@Column(name = "warning_id") UUID value) implements Serializable {

    public static WarningId valueOf(String text) {
        return new WarningId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
