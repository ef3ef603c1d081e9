package io.qiangcun.economy.asset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies an inventory. */
@Embeddable
public record InventoryId(@Column(name = "inventory_id") UUID value) implements Serializable {

    public static InventoryId next() {
        return new InventoryId(UUID.randomUUID());
    }

    public static InventoryId valueOf(String text) {
        return new InventoryId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/inventories/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
