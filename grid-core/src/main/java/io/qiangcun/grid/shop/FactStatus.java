package io.qiangcun.grid.shop;

import org.jspecify.annotations.Nullable;

/** How a fact stands, as people ask for it. */
public enum FactStatus {
    ENTERED("ENTERED", "warn"),
    APPROVED("APPROVED", "info"),
    PUBLISHED(null, "ok"),
    CONTESTED(null, "warn"),
    REFUSED("REFUSED", "bad"),
    REVERSED(null, "bad");

    private final @Nullable String stored;
    private final String tone;

    FactStatus(@Nullable String stored, String tone) {
        this.stored = stored;
        this.tone = tone;
    }

    /** The column's value, where it is one. */
    @Nullable
    String stored() {
        return stored;
    }

    /** For the badge. */
    public String tone() {
        return tone;
    }
}
