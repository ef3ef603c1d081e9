package io.qiangcun.grid.network;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in a grid now.
 *
 * @param name null if the person is no longer of this place
 * @param gridName of a micro-grid with the grid it lies in
 */
public record StaffRow(
        UUID workerId,
        UUID personId,
        String placeCode,
        String gridName,
        String villageName,
        @Nullable String townshipName,
        @Nullable String name,
        @Nullable LocalDate bornOn,
        WorkerPost post,
        WorkerSource source,
        LocalDate since,
        Vetting vetting,
        @Nullable LocalDate vettedOn) {}
