package io.qiangcun.party.rating.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that begins a round. */
record OpenForm(String id, String organisation) {

    OpenForm {
        id = given(id);
        organisation = given(organisation);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
