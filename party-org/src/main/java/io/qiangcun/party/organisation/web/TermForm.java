package io.qiangcun.party.organisation.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of an election, an extension or a temporary term; each asks for some of the fields. */
record TermForm(String on, String until, String approval) {

    TermForm {
        on = given(on);
        until = given(until);
        approval = given(approval);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
