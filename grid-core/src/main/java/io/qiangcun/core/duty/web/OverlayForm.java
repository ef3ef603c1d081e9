package io.qiangcun.core.duty.web;

import io.qiangcun.core.duty.DutyRule;
import io.qiangcun.core.duty.OverlayDutyRule;
import io.qiangcun.core.duty.OverlayId;
import io.qiangcun.core.duty.Recurrence;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the places of the county owe instead of the general rule, from when on and why.
 *
 * @param overlay made when the form was rendered
 */
record OverlayForm(
        @NotNull UUID overlay,

        @NotNull(message = "{core.duty.overlay.recurrence.missing}") @Nullable
        Recurrence recurrence,

        @NotNull(message = "{core.duty.overlay.days.missing}")
        @Min(value = 0, message = "{core.duty.overlay.days.range}")
        @Max(value = 60, message = "{core.duty.overlay.days.range}")
        @Nullable
        Integer dueWorkingDays,

        @NotNull(message = "{core.duty.overlay.days.missing}")
        @Min(value = 0, message = "{core.duty.overlay.days.range}")
        @Max(value = 60, message = "{core.duty.overlay.days.range}")
        @Nullable
        Integer remindWorkingDays,

        @NotNull(message = "{core.duty.overlay.valid-from.missing}") @Nullable
        LocalDate validFrom,

        @NotBlank(message = "{core.duty.overlay.source.blank}") @Size(max = 100) @Nullable
        String source,

        @NotBlank(message = "{core.duty.overlay.reason.blank}") @Size(max = 300) @Nullable
        String reason) {

    /** Begins with what holds now. */
    static OverlayForm of(DutyRule present) {
        return new OverlayForm(
                UUID.randomUUID(),
                present.recurrence(),
                present.dueWorkingDays(),
                present.remindWorkingDays(),
                null,
                "",
                "");
    }

    OverlayDutyRule toCommand(String code) {
        return new OverlayDutyRule(
                new OverlayId(overlay),
                code,
                Objects.requireNonNull(recurrence),
                Objects.requireNonNull(dueWorkingDays),
                Objects.requireNonNull(remindWorkingDays),
                Objects.requireNonNull(validFrom),
                Objects.requireNonNull(source).strip(),
                Objects.requireNonNull(reason).strip());
    }
}
