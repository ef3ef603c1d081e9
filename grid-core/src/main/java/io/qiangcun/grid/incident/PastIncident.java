package io.qiangcun.grid.incident;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.util.List;

/**
 * An incident that was over before it was entered here.
 *
 * @param head who commanded
 * @param message what everybody was told who was called
 */
public record PastIncident(
        BeginIncident begin,
        PlaceCode head,
        Instant beganAt,
        String message,
        List<PastReport> reports,
        Instant endedAt,
        String happened,
        String better) {

    public PastIncident {
        reports = List.copyOf(reports);
    }

    /** What a place said at a moment. */
    public record PastReport(
            PlaceCode place,
            Instant at,
            String spot,
            String happened,
            String needs,
            Figures figures,
            boolean complete) {}
}
