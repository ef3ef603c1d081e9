package io.qiangcun.party.points.web;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a member says against an entry about himself. */
record AppealForm(
        String code,
        String id,
        String entry,
        @Size(max = 1000) String content) {

    AppealForm {
        code = given(code);
        id = given(id);
        entry = given(entry);
        content = given(content);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
