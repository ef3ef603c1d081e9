package io.qiangcun.core.warning.web;

import io.qiangcun.core.warning.HolderLevel;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands a warning to another level. */
record TransferForm(
        @NotNull @Nullable HolderLevel to,

        @NotBlank(message = "{core.warning.form.note.blank}") @Size(max = 500)
        String transferNote) {

    HolderLevel requiredTo() {
        return Objects.requireNonNull(to);
    }
}
