package io.qiangcun.economy.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked about a notice, and the answer.
 *
 * @param askedBy if he said so; for the board only
 * @param hidden whether its words are kept from the public because they name people
 */
public record Question(
        UUID questionId,
        Kind kind,
        String words,
        String askedBy,
        Instant askedAt,
        LocalDate dueOn,
        boolean hidden,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredByPerson) {

    /** Whether somebody wants to know, or says that it is not right. */
    public enum Kind {
        QUESTION,
        OBJECTION
    }

    public boolean isOverdue(LocalDate today) {
        return answer == null && dueOn.isBefore(today);
    }
}
