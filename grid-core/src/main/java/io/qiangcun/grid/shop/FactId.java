package io.qiangcun.grid.shop;

import jakarta.persistence.Column;
import java.io.Serializable;
import java.util.UUID;

/** Names what a household did for good. */
public record FactId(@Column(name = "fact_id") UUID value) implements Serializable {

    /** Binds path variables. */
    public static FactId valueOf(String text) {
        return new FactId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/grid/shop/facts/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
