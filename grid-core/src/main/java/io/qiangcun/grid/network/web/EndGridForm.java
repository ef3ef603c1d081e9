package io.qiangcun.grid.network.web;

import io.qiangcun.core.web.Typed;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The form that merges a grid, closes it, or ends somebody's work in it.
 *
 * @param into the grid it is merged into; empty for all other endings
 */
record EndGridForm(String version, String into, String on, String reason) {

    private static final int LONGEST_REASON = 200;

    EndGridForm {
        version = given(version);
        into = given(into);
        on = given(on);
        reason = given(reason);
    }

    static EndGridForm of(long version, LocalDate today) {
        return new EndGridForm(Long.toString(version), "", today.toString(), "");
    }

    Optional<LocalDate> day(BindingResult errors) {
        if (on.isBlank()) {
            errors.rejectValue("on", "grid.network.missing.on");
        }
        return Optional.ofNullable(Typed.date("on", on, errors));
    }

    void requireReason(BindingResult errors) {
        if (reason.isBlank()) {
            errors.rejectValue("reason", "grid.network.missing.reason");
        }
        if (reason.length() > LONGEST_REASON) {
            errors.rejectValue("reason", "grid.network.refused.reason-too-long", new Object[] {LONGEST_REASON}, null);
        }
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
