package io.qiangcun.grid.shop;

import jakarta.persistence.Column;
import java.io.Serializable;
import java.util.UUID;

/** Names goods that a household took for good. */
public record RedemptionId(@Column(name = "redemption_id") UUID value) implements Serializable {

    /** Binds path variables. */
    public static RedemptionId valueOf(String text) {
        return new RedemptionId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/grid/shop/redemptions/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
