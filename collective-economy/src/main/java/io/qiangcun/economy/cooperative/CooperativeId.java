package io.qiangcun.economy.cooperative;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a cooperative or a federation. */
@Embeddable
public record CooperativeId(@Column(name = "cooperative_id") UUID value) implements Serializable {

    public static CooperativeId next() {
        return new CooperativeId(UUID.randomUUID());
    }

    public static CooperativeId valueOf(String text) {
        return new CooperativeId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/economy/cooperatives/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
