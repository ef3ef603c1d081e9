package io.qiangcun.grid.network;

import org.jspecify.annotations.Nullable;

/**
 * A grid in a list.
 *
 * @param parts micro-grids in it
 * @param leader by name, or null if nobody answers for it
 * @param workers who work in it now, the leader and those not yet agreed to included
 */
public record GridRow(
        String placeCode,
        String name,
        String villageName,
        @Nullable String townshipName,
        @Nullable String gridName,
        GridType type,
        @Nullable Integer households,
        @Nullable Integer people,
        @Nullable String leader,
        long workers,
        long parts) {

    public boolean isMicro() {
        return gridName != null;
    }
}
