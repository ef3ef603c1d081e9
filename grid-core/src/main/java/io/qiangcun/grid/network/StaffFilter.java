package io.qiangcun.grid.network;

import io.qiangcun.core.place.PlaceCode;
import org.jspecify.annotations.Nullable;

/** Which of those who work in grids are asked for; what is null does not matter. */
public record StaffFilter(
        @Nullable PlaceCode within,
        @Nullable WorkerPost post,
        @Nullable Vetting vetting,
        @Nullable String text) {}
