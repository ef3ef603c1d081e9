package io.qiangcun.grid.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a place reported. Words and names are null once they have been purged.
 *
 * @param first whether the place had said nothing before
 */
public record MessageRow(
        UUID reportVersionId,
        UUID concernId,
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        boolean first,
        boolean complete,
        Instant countsAt,
        Instant deviceAt,
        Instant receivedAt,
        @Nullable String spot,
        @Nullable String happened,
        @Nullable String needs,
        Figures figures,
        @Nullable String person,
        @Nullable Double longitude,
        @Nullable Double latitude) {

    private static final Duration WORTH_SAYING = Duration.ofMinutes(5);

    /** First, follow-up or final. */
    public String word() {
        return complete ? "FINAL" : first ? "FIRST" : "FOLLOW_UP";
    }

    /** Whether it came much later than it was written, or the device's clock is wrong. */
    public boolean isDelayed() {
        return Duration.between(deviceAt, receivedAt).abs().compareTo(WORTH_SAYING) > 0;
    }
}
