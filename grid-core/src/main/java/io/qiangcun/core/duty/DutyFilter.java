package io.qiangcun.core.duty;

import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which duties of a list are wanted; null leaves a question open.
 *
 * @param month the month in which they are due
 * @param text part of a subject's or place's name
 */
public record DutyFilter(
        @Nullable PlaceCode place,
        @Nullable UUID subject,
        @Nullable String rule,
        @Nullable DutyState state,
        @Nullable YearMonth month,
        @Nullable String text) {}
