package io.qiangcun.services.hint;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Words that hint at something.
 *
 * @param own whether the county of the place wrote it down itself
 * @param call whom to call first, and {@code eventKind} the kind of grid event: for an emergency
 * @param withdrawnReason blank while it counts
 */
public record Hint(
        boolean own,
        HintKind kind,
        String words,
        @Nullable String call,
        @Nullable String eventKind,
        String basis,
        LocalDate validFrom,
        String withdrawnReason) {

    public boolean isCurrent() {
        return withdrawnReason.isEmpty();
    }
}
