package io.qiangcun.party.points.web;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody says against a list. */
record ProtestForm(
        String id,
        String entry,
        String on,
        String by,
        @Size(max = 1000) String content) {

    ProtestForm {
        id = given(id);
        entry = given(entry);
        on = given(on);
        by = given(by);
        content = given(content);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
