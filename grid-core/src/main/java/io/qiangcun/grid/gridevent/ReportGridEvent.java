package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something has happened.
 *
 * @param id made by the device
 * @param place the grid, micro-grid, village, township or county
 * @param spot where exactly, in words
 * @param affected whom it concerns, if not the reporter
 * @param confidential asked for by the reporter; some kinds are so anyway
 * @param deviceAt when the device wrote it down; clocks go by the server's time
 * @param result what was done about it on the spot; blank if it is not settled
 */
public record ReportGridEvent(
        GridEventId id,
        PlaceCode place,
        String kind,
        String content,
        String spot,
        String affected,
        @Nullable Point point,
        boolean urgent,
        boolean confidential,
        Channel channel,
        @Nullable Instant deviceAt,
        String result) {

    public boolean isSolved() {
        return !result.isBlank();
    }
}
