package io.qiangcun.party.standard.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an item that was not met was put right. */
record FixForm(String item, String on, String note) {

    FixForm {
        item = given(item);
        on = given(on);
        note = given(note);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
