package io.qiangcun.core.warning.web;

import io.qiangcun.core.warning.WarningId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Urges the ticked warnings, or all that the page shows.
 *
 * @param batch made when the form was rendered
 */
record UrgeManyForm(
        @Nullable List<UUID> ticked,
        @Nullable List<UUID> shown,

        @NotBlank(message = "{core.warning.form.note.blank}") @Size(max = 500)
        String urgeNote,

        @NotNull UUID batch) {

    static UrgeManyForm empty() {
        return new UrgeManyForm(List.of(), List.of(), "", UUID.randomUUID());
    }

    List<WarningId> chosen(boolean all) {
        var ids = all ? shown : ticked;
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).map(WarningId::new).toList();
    }

    /** Whether the box was ticked before the form came back. */
    public boolean isTicked(WarningId id) {
        return ticked != null && ticked.contains(id.value());
    }
}
