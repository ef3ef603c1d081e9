package io.qiangcun.party.post.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that ends a post. */
record EndPostForm(String version, String ending, String on, String reason) {

    EndPostForm {
        version = given(version);
        ending = given(ending);
        on = given(on);
        reason = given(reason);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
