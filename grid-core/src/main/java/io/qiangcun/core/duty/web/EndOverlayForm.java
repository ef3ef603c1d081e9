package io.qiangcun.core.duty.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From when on the general rule holds again, and why. */
record EndOverlayForm(
        @NotNull(message = "{core.duty.overlay.ends-on.missing}") @Nullable
        LocalDate endsOn,

        @NotBlank(message = "{core.duty.overlay.end-reason.blank}") @Size(max = 300) @Nullable
        String endReason) {

    LocalDate requiredEndsOn() {
        return Objects.requireNonNull(endsOn);
    }

    String requiredReason() {
        return Objects.requireNonNull(endReason).strip();
    }
}
