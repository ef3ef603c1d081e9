package io.qiangcun.party.standard.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the county says to a check; a reason only where it sends it back. */
record ConfirmForm(String version, String decision, String reason) {

    ConfirmForm {
        version = given(version);
        decision = given(decision);
        reason = given(reason);
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
