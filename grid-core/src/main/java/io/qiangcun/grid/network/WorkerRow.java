package io.qiangcun.grid.network;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works or worked in a grid.
 *
 * @param name null if the person is no longer of this place
 */
public record WorkerRow(
        UUID workerId,
        long version,
        UUID personId,
        @Nullable String name,
        WorkerPost post,
        WorkerSource source,
        LocalDate since,
        Vetting vetting,
        String proposedBy,
        @Nullable String vettingNote,
        @Nullable LocalDate endedOn,
        @Nullable String endedReason) {

    public boolean isCurrent() {
        return endedOn == null;
    }

    public boolean isPending() {
        return isCurrent() && vetting == Vetting.PENDING;
    }
}
