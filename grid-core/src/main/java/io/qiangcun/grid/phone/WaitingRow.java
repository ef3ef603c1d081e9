package io.qiangcun.grid.phone;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device and how much waits on it.
 *
 * @param oldestAt since when the oldest waits; nothing where none does
 * @param seenAt when the device last had a network
 */
public record WaitingRow(
        UUID deviceId,
        String placeCode,
        String placeName,
        String postName,
        String person,
        int waiting,
        @Nullable Instant oldestAt,
        Instant seenAt) {

    /** Enough to tell two phones of one post apart. */
    public String mark() {
        return deviceId.toString().substring(0, 4).toUpperCase(Locale.ROOT);
    }
}
