package io.qiangcun.grid.network;

import io.qiangcun.core.error.NotFound;
import io.qiangcun.core.place.PlaceCode;

/** There is no such grid, or not here. */
public class GridNotFound extends NotFound {

    public GridNotFound(PlaceCode place) {
        super("grid", place);
    }
}
