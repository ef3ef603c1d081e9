package io.qiangcun.core.people.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks for one encrypted field, with the reason. */
record RevealForm(String field, String reason) {

    RevealForm {
        field = Objects.requireNonNullElse(field, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    static RevealForm empty(@Nullable String field) {
        return new RevealForm(Objects.requireNonNullElse(field, ""), "");
    }
}
