package io.qiangcun.services.centre;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies a service centre. */
public record CentreId(@Column(name = "centre_id") UUID value) {

    public static CentreId next() {
        return new CentreId(UUID.randomUUID());
    }

    public static CentreId valueOf(String text) {
        return new CentreId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/services/centres/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
