package io.qiangcun.grid.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One place of a bulletin, frozen. */
public record BulletinLine(
        UUID concernId,
        String placeCode,
        String placeName,
        @Nullable String townshipName,
        @Nullable Instant saidAt,
        Figures figures) {}
