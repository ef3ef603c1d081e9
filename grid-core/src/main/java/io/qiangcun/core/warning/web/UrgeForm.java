package io.qiangcun.core.warning.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Urges one warning.
 *
 * @param batch made when the form was rendered
 */
record UrgeForm(
        @NotBlank(message = "{core.warning.form.note.blank}") @Size(max = 500)
        String urgeNote,

        @NotNull UUID batch) {}
