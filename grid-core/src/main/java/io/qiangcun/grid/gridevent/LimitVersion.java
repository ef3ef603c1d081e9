package io.qiangcun.grid.gridevent;

import io.qiangcun.core.calendar.Pace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a limit is from a day on.
 *
 * @param kind of either level; empty for all
 * @param own set by the county
 */
public record LimitVersion(
        UUID versionId,
        Level level,
        String kind,
        boolean own,
        int amount,
        Pace pace,
        String basisKind,
        String basisSource,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        String recordedByPerson) {

    public boolean countsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    public String paceKey() {
        return "grid.event.pace." + pace;
    }
}
