package io.qiangcun.grid.gridevent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call to a department as both sides see it. */
public record CallRow(
        UUID callId,
        UUID eventId,
        String calledPlace,
        String calledName,
        String askingName,
        Instant askedAt,
        String askedPerson,
        String kindName,
        String spot,
        String question,
        boolean urgent,
        Instant replyDue,
        @Nullable Instant repliedAt,
        @Nullable String repliedPerson,
        @Nullable String reply) {

    public boolean isLate(Instant now) {
        return repliedAt == null ? replyDue.isBefore(now) : replyDue.isBefore(repliedAt);
    }
}
