package io.qiangcun.grid.shop;

import jakarta.persistence.Column;
import java.io.Serializable;
import java.util.UUID;

/** Names what was posted for a month for good. */
public record ListId(@Column(name = "list_id") UUID value) implements Serializable {

    /** Binds path variables. */
    public static ListId valueOf(String text) {
        return new ListId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/grid/shop/lists/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
