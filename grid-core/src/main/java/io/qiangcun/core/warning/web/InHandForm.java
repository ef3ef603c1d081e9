package io.qiangcun.core.warning.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** By when it will be done, with a word about it. */
record InHandForm(
        @NotNull @Nullable LocalDate expectedOn,
        @Size(max = 500) String note) {

    LocalDate requiredExpectedOn() {
        return Objects.requireNonNull(expectedOn);
    }
}
