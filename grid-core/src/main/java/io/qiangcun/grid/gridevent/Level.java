package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;

/** Whose limit counts: that of saying what becomes of a report, or that of a level. */
public enum Level {
    TRIAGE,
    GRID,
    VILLAGE,
    TOWNSHIP,
    COUNTY;

    static Level of(PlaceCode place) {
        return switch (place.kind()) {
            case MICRO_GRID, GRID -> GRID;
            case VILLAGE -> VILLAGE;
            case TOWNSHIP -> TOWNSHIP;
            case COUNTY, PREFECTURE, PROVINCE -> COUNTY;
        };
    }

    /** The place that hears of what happens in the place, and the next one up from a holder that gets no further. */
    static PlaceCode above(PlaceCode place) {
        var above = place.kind() == PlaceKind.COUNTY ? place : place.parent().orElse(place);
        return above.kind() == PlaceKind.GRID ? above(above) : above;
    }

    /** The desk to which a report comes: the village of a grid, else the place itself. */
    static PlaceCode deskOf(PlaceCode place) {
        return of(place) == GRID ? above(place) : place;
    }

    Level orHigher(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public String messageKey() {
        return "grid.event.level." + name();
    }
}
