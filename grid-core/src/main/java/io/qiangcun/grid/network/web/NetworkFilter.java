package io.qiangcun.grid.network.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.network.GridFilter;
import io.qiangcun.grid.network.GridType;
import org.jspecify.annotations.Nullable;

/** What the list of grids is asked for. */
record NetworkFilter(
        @Nullable PlaceCode within,
        @Nullable GridType type,
        GridFilter.@Nullable Lack lack,
        @Nullable String text) {

    GridFilter toFilter() {
        return new GridFilter(within, type, lack, text == null || text.isBlank() ? null : text.strip());
    }
}
