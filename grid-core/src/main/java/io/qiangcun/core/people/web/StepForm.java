package io.qiangcun.core.people.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of whatever becomes of a person; each step asks for some of the fields. */
record StepForm(String version, String on, String to, String reason) {

    StepForm {
        version = given(version);
        on = given(on);
        to = given(to);
        reason = given(reason);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
