package io.qiangcun.party.points.web;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why an entry was wrong. */
record CorrectForm(String id, @Size(max = 200) String reason) {

    CorrectForm {
        id = given(id);
        reason = given(reason);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
