package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * What a list of grid events is asked for.
 *
 * @param within only what happened there
 * @param kind of either level
 * @param over whether what is over is asked for instead of what is open
 * @param overdue only what is late
 * @param own only what is with the place that asks
 * @param holder only what is with the place
 * @param text receipt, or words of the report
 */
public record EventFilter(
        @Nullable PlaceCode within,
        @Nullable String kind,
        @Nullable EventState state,
        boolean over,
        boolean overdue,
        boolean own,
        @Nullable PlaceCode holder,
        @Nullable String text) {}
