package io.qiangcun.core.place;

import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.Optional;

/** The levels of the tree and the length of their codes, from wide to narrow. */
public enum PlaceKind {
    PROVINCE(2),
    PREFECTURE(4),
    COUNTY(6),
    TOWNSHIP(9),
    VILLAGE(12),
    GRID(15),
    MICRO_GRID(18);

    private final int digits;

    PlaceKind(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }

    Optional<PlaceKind> above() {
        return Arrays.stream(values()).filter(kind -> kind.digits < digits).max(comparingInt(PlaceKind::digits));
    }

    /** The next level down; a micro-grid has none. */
    public PlaceKind below() {
        if (this == MICRO_GRID) {
            throw new IllegalStateException("Nothing lies below a micro-grid");
        }
        return values()[ordinal() + 1];
    }

    static Optional<PlaceKind> withDigits(int digits) {
        return Arrays.stream(values()).filter(kind -> kind.digits == digits).findFirst();
    }
}
