package io.qiangcun.core.warning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Upholds or dismisses an appeal. */
record DecisionForm(
        @NotNull(message = "{core.warning.form.upheld.missing}") @Nullable
        Boolean upheld,

        @NotBlank(message = "{core.warning.form.reason.blank}") @Size(max = 500)
        String reason) {

    Boolean requiredUpheld() {
        return Objects.requireNonNull(upheld);
    }
}
