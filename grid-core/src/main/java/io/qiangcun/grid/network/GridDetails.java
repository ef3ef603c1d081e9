package io.qiangcun.grid.network;

import io.qiangcun.core.place.Point;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a grid besides its name and place.
 *
 * @param households that live in it
 * @param people that live in it
 * @param unit the Party organisation in the grid
 * @param centre where it is drawn on a map
 */
public record GridDetails(
        GridType type,
        @Nullable Integer households,
        @Nullable Integer people,
        @Nullable UUID unit,
        @Nullable Point centre) {}
