package io.qiangcun.core.procedure;

import java.io.Serializable;
import java.util.UUID;

/** Identifies one edition of a procedure. */
public record TemplateId(UUID value) implements Serializable {

    public static TemplateId valueOf(String text) {
        return new TemplateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
