package io.qiangcun.core.register;

import java.io.Serializable;
import java.util.UUID;

/** Identifies one edition of a register's definition. */
public record EditionId(UUID value) implements Serializable {

    public static EditionId valueOf(String text) {
        return new EditionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
