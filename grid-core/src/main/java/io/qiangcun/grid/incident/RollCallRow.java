package io.qiangcun.grid.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * A roll-call as of now, as far as the reader may see.
 *
 * @param unreached posts that have used up their time and that nobody has reached
 */
public record RollCallRow(
        UUID rollCallId,
        UUID concernId,
        String placeName,
        String title,
        String message,
        Instant calledAt,
        int answerMinutes,
        int climbMinutes,
        String calledBy,
        int called,
        int answered,
        int unreached) {}
