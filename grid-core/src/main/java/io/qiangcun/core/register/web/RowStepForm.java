package io.qiangcun.core.register.web;

import io.qiangcun.core.register.RowView;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is typed to end a row, to take it up again, to declare it void, or to read what is masked. */
record RowStepForm(String version, String on, String reason) {

    RowStepForm {
        version = given(version);
        on = given(on);
        reason = given(reason);
    }

    static RowStepForm of(RowView row, LocalDate today) {
        return new RowStepForm(Long.toString(row.version()), today.toString(), "");
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
