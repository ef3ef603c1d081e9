package io.qiangcun.core.report.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A question about a cell. */
record AskForm(
        @NotBlank(message = "{core.report.question.blank}") @Size(max = 500, message = "{core.report.reason.long}")
        String question) {}
