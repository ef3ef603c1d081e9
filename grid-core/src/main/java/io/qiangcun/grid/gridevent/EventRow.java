package io.qiangcun.grid.gridevent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A grid event in a list. */
public record EventRow(
        UUID eventId,
        String receipt,
        String placeCode,
        String placeName,
        String kind,
        boolean urgent,
        boolean confidential,
        String content,
        String spot,
        EventState state,
        Instant reportedAt,
        String reportedPerson,
        @Nullable String holderPlace,
        @Nullable String holderName,
        @Nullable Instant heldSince,
        @Nullable Instant dueAt,
        @Nullable Instant closedAt,
        @Nullable Boolean closedInTime,
        @Nullable Boolean solved) {

    public boolean isLate(Instant now) {
        return closedAt == null ? dueAt != null && dueAt.isBefore(now) : Boolean.FALSE.equals(closedInTime);
    }
}
