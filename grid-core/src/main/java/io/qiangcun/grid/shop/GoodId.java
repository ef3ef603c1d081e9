package io.qiangcun.grid.shop;

import jakarta.persistence.Column;
import java.io.Serializable;
import java.util.UUID;

/** Names a good on the shelf of a village for good. */
public record GoodId(@Column(name = "good_id") UUID value) implements Serializable {

    /** Binds path variables. */
    public static GoodId valueOf(String text) {
        return new GoodId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/grid/shop/goods/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
