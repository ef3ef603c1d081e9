package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that was dealt with before, as an earlier list has it.
 *
 * @param steps in their order, after the report
 */
public record PastEvent(ReportGridEvent report, Actor reporter, PlaceCode from, Instant reportedAt, List<Step> steps) {

    public PastEvent {
        steps = List.copyOf(steps);
    }

    /**
     * One thing that was done.
     *
     * @param kind one of ACCEPT, ASSIGN, DONE and CLOSE
     * @param to whom it was assigned to
     */
    public record Step(
            MoveKind kind,
            Actor by,
            PlaceCode place,
            Instant at,
            @Nullable PlaceCode to,
            String words) {}
}
