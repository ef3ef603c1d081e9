package io.qiangcun.core.register;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identifies a row of a register. */
@Embeddable
public record RowId(@Column(name = "row_id") UUID value) implements Serializable {

    public static RowId next() {
        return new RowId(UUID.randomUUID());
    }

    public static RowId valueOf(String text) {
        return new RowId(UUID.fromString(text));
    }

    /** Where its page is. */
    public String href() {
        return "/core/register-rows/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
