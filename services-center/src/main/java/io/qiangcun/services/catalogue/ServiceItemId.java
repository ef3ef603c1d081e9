package io.qiangcun.services.catalogue;

import jakarta.persistence.Column;
import java.util.UUID;

/** Identifies one edition of an item: what a request was made under. */
public record ServiceItemId(@Column(name = "item_id") UUID value) {

    public static ServiceItemId next() {
        return new ServiceItemId(UUID.randomUUID());
    }

    public static ServiceItemId valueOf(String text) {
        return new ServiceItemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
