package io.qiangcun.grid.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to one post, as of now.
 *
 * @param holderName the place that has to move while nobody answers
 * @param silent whether the post has used up its time without an answer
 * @param note how somebody above reached it, if the post did not answer itself
 */
public record CallRow(
        UUID callId,
        UUID rollCallId,
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        String post,
        @Nullable String person,
        String message,
        Instant calledAt,
        Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable String note,
        boolean silent,
        int rung,
        String holderName) {

    /** ANSWERED, REACHED, SILENT or WAITING. */
    public String word() {
        if (answeredAt != null) {
            return note == null ? "ANSWERED" : "REACHED";
        }
        return silent ? "SILENT" : "WAITING";
    }
}
