package io.qiangcun.core.duty.web;

import io.qiangcun.core.duty.WaiveDuty;
import io.qiangcun.core.duty.WaiverId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why, and until when, a duty need not be done.
 *
 * @param waiver made when the form was rendered
 */
record WaiveForm(
        @NotNull UUID waiver,

        @NotBlank(message = "{core.duty.waive.reason.blank}") @Size(max = 500)
        String reason,

        @NotNull @Nullable LocalDate expiresOn) {

    WaiveDuty toCommand() {
        return new WaiveDuty(new WaiverId(waiver), reason.strip(), Objects.requireNonNull(expiresOn));
    }
}
