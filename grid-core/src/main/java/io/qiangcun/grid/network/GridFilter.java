package io.qiangcun.grid.network;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/**
 * Which grids are listed.
 *
 * @param within a part of the jurisdiction
 * @param text a part of the name of the grid or its village
 */
public record GridFilter(
        @Nullable PlaceCode within,
        @Nullable GridType type,
        @Nullable Lack lack,
        @Nullable String text) {

    /** What a grid may be without. */
    public enum Lack {
        LEADER,
        WORKERS,
        HOUSEHOLDS;

        public String messageKey() {
            return "grid.network.lack." + this;
        }
    }
}
