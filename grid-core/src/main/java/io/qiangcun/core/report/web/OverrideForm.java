package io.qiangcun.core.report.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.text.Normalizer;

/** Another number for a cell, and why; accepts full-width digits. */
record OverrideForm(
        @Pattern(regexp = "\\s*[0-9０-９]{1,9}([.．][0-9０-９]{1,2})?\\s*", message = "{core.report.override.number}")
        String value,

        @NotBlank(message = "{core.report.reason.blank}") @Size(max = 500, message = "{core.report.reason.long}")
        String reason) {

    BigDecimal number() {
        return new BigDecimal(Normalizer.normalize(value, Normalizer.Form.NFKC).strip());
    }
}
