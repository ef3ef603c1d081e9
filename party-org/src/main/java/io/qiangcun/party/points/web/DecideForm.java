package io.qiangcun.party.points.web;

import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What somebody says to an entry of somebody else. */
record DecideForm(
        String version, String how, @Size(max = 200) String note) {

    DecideForm {
        version = given(version);
        how = given(how);
        note = given(note);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
