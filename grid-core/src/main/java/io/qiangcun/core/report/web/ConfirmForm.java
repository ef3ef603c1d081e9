package io.qiangcun.core.report.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the secretary adds to a report that the records have written: nothing, or a note. */
record ConfirmForm(
        @Size(max = 2000, message = "{core.report.note.long}") @Nullable
        String note,

        long version) {

    @Nullable
    String noteOrNull() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
