package io.qiangcun.core.report.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a report goes back. */
record ReturnForm(
        @NotBlank(message = "{core.report.reason.blank}") @Size(max = 500, message = "{core.report.reason.long}")
        String reason) {}
