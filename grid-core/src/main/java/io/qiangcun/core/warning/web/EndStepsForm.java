package io.qiangcun.core.warning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From when on the general steps hold again, and why. */
record EndStepsForm(
        @NotNull(message = "{core.warning.steps.ends-on.missing}") @Nullable
        LocalDate endsOn,

        @NotBlank(message = "{core.warning.steps.end-reason.blank}") @Size(max = 300) @Nullable
        String endReason) {

    LocalDate requiredEndsOn() {
        return Objects.requireNonNull(endsOn);
    }

    String requiredReason() {
        return Objects.requireNonNull(endReason).strip();
    }
}
