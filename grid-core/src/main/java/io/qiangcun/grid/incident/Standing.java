package io.qiangcun.grid.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How things stand in one place, by what it said last of each number.
 *
 * @param concern opens its reports
 * @param owes whether it is to report
 * @param saidAt when it last said something, or null if it has not
 * @param versions how many versions there are, those of its grids among them
 * @param byGrids whether the numbers are those of its grids, because it has said nothing itself
 * @param needs what it last said that it needs; blank when nothing
 * @param complete whether it said that this was the last word
 */
public record Standing(
        UUID concern,
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        boolean owes,
        @Nullable Instant saidAt,
        int versions,
        boolean byGrids,
        String needs,
        boolean complete,
        Figures figures,
        @Nullable Double longitude,
        @Nullable Double latitude) {

    public boolean isSilent() {
        return owes && saidAt == null;
    }

    public String townshipCode() {
        return placeCode.substring(0, Math.min(9, placeCode.length()));
    }
}
