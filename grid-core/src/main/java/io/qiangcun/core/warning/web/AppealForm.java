package io.qiangcun.core.warning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the warning is wrong. */
record AppealForm(
        @NotBlank(message = "{core.warning.form.reason.blank}") @Size(max = 500)
        String reason) {}
