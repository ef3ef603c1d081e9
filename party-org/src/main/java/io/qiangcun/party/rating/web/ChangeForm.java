package io.qiangcun.party.rating.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that raises, lowers or takes back stars. */
record ChangeForm(String id, String stars, String on, String reason) {

    ChangeForm {
        id = given(id);
        stars = given(stars);
        on = given(on);
        reason = given(reason);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
