package io.qiangcun.economy.dividend;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a list of what is distributed. */
@Embeddable
public record DividendId(@Column(name = "dividend_id") UUID value) implements Serializable {

    public static DividendId next() {
        return new DividendId(UUID.randomUUID());
    }

    public static DividendId valueOf(String text) {
        return new DividendId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/dividends/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
