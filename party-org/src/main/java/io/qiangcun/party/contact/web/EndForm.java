package io.qiangcun.party.contact.web;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which contacts end, when and why. */
record EndForm(
        @Nullable List<String> households,
        String on,
        @Size(max = 100) String reason) {

    EndForm {
        households = households == null ? List.of() : List.copyOf(households);
        on = Objects.requireNonNullElse(on, "");
        reason = Objects.requireNonNullElse(reason, "");
    }
}
