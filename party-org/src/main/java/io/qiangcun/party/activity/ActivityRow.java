package io.qiangcun.party.activity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a list of records. */
public record ActivityRow(
        UUID activityId,
        String placeName,
        String organisationName,
        ActivityKind kind,
        ActivityStatus status,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        String venue,
        String topic,
        String host,
        String recorder,
        @Nullable Integer expectedCount,
        @Nullable Integer presentCount,
        int decisionCount,
        @Nullable BigDecimal hours,
        int edition) {}
