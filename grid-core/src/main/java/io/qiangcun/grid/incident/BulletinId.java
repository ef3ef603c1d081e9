package io.qiangcun.grid.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a situation bulletin. */
@Embeddable
public record BulletinId(@Column(name = "bulletin_id") UUID value) implements Serializable {

    public static BulletinId next() {
        return new BulletinId(UUID.randomUUID());
    }

    /** Binds path variables and form fields. */
    public static BulletinId valueOf(String text) {
        return new BulletinId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
