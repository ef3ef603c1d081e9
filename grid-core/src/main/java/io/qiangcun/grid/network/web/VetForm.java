package io.qiangcun.grid.network.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that agrees to somebody's work in a grid, or does not. */
record VetForm(String version, String passed, String note) {

    VetForm {
        version = given(version);
        passed = given(passed);
        note = given(note);
    }

    static VetForm of(long version) {
        return new VetForm(Long.toString(version), "", "");
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
