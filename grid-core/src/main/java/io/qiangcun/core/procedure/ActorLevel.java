package io.qiangcun.core.procedure;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.HolderLevel;

/** Whose move a step is: that of the place of the case, of the one above it, or of the county. */
public enum ActorLevel {
    VILLAGE,
    TOWNSHIP,
    COUNTY;

    /** The place whose account acts in a case of the given place. */
    public PlaceCode over(PlaceCode place) {
        return HolderLevel.valueOf(name()).over(place);
    }
}
