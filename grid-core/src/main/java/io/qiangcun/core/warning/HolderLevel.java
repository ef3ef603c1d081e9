package io.qiangcun.core.warning;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;

/** Who has to move: the one it is about, the nearest place above, the county. From low to high. */
public enum HolderLevel {
    /** The place the warning is about, whatever its kind. */
    VILLAGE,
    /** The township above; for what is itself at the level of a township, the county. */
    TOWNSHIP,
    COUNTY;

    /** The place of this level that answers for a matter of the given place. */
    public PlaceCode over(PlaceCode place) {
        return switch (this) {
            case VILLAGE -> place;
            case TOWNSHIP -> above(place, PlaceKind.TOWNSHIP);
            case COUNTY -> above(place, PlaceKind.COUNTY);
        };
    }

    private static PlaceCode above(PlaceCode place, PlaceKind kind) {
        var found = place.parent().orElse(place);
        while (found.kind().digits() > kind.digits()) {
            found = found.parent().orElseThrow();
        }
        return found.kind().digits() < PlaceKind.COUNTY.digits() ? place : found;
    }
}
