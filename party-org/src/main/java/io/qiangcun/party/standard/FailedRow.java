package io.qiangcun.party.standard;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item that a branch does not meet: what to do next. */
public record FailedRow(
        UUID checkId,
        String organisationName,
        String placeName,
        String standardTitle,
        String itemCode,
        String title,
        @Nullable String disagreement,
        @Nullable LocalDate fixBy) {

    public boolean isLate(LocalDate today) {
        return fixBy != null && fixBy.isBefore(today);
    }
}
