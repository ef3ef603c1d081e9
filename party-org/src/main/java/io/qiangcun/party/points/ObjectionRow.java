package io.qiangcun.party.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An objection with what it is about and what was answered. */
public record ObjectionRow(
        UUID objectionId,
        String placeCode,
        String organisationName,
        @Nullable UUID entryId,
        @Nullable UUID publicationId,
        @Nullable String ruleName,
        @Nullable String fact,
        @Nullable String memberName,
        LocalDate raisedOn,
        String raisedBy,
        boolean bySlip,
        String content,
        Instant recordedAt,
        @Nullable Outcome outcome,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable String answeredByPerson) {}
