package io.qiangcun.core.place;

import io.qiangcun.core.error.NotFound;

/** There is no such place, or it lies outside the jurisdiction: nobody learns which. */
public class PlaceNotFound extends NotFound {

    public PlaceNotFound(PlaceCode code) {
        super("place", code);
    }
}
