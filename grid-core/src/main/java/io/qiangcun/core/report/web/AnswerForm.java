package io.qiangcun.core.report.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The answer to a question about a cell. */
record AnswerForm(
        @NotBlank(message = "{core.report.answer.blank}") @Size(max = 500, message = "{core.report.reason.long}")
        String answer) {}
