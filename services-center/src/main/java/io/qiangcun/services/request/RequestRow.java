package io.qiangcun.services.request;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list; it names nobody who asked.
 *
 * @param placeName where it is about
 * @param holderName who has it; nobody once it is over
 */
public record RequestRow(
        UUID requestId,
        String receipt,
        Purpose purpose,
        RequestChannel channel,
        @Nullable String itemName,
        String matter,
        boolean priority,
        RequestState state,
        String placeName,
        @Nullable String holderName,
        @Nullable String claimedPerson,
        OffsetDateTime appliedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable Outcome outcome,
        boolean overdue) {

    /** What it is called: the service, or the beginning of what was said. */
    public String title() {
        var first = itemName != null ? itemName : matter.lines().findFirst().orElse("");
        return first.length() > 30 ? first.substring(0, 30) + "…" : first;
    }
}
