package io.qiangcun.grid.network;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grid begins in a village, or a micro-grid in a grid.
 *
 * @param within the village or the grid it lies in
 * @param number three digits, or null for the next free number
 * @param origins the grids it was taken out of
 */
public record OpenGrid(
        PlaceCode within,
        @Nullable String number,
        String name,
        GridDetails details,
        LocalDate from,
        List<PlaceCode> origins) {}
