package io.qiangcun.core.register;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that was kept elsewhere before.
 *
 * @param closedOn since when it counts no longer, or null
 * @param closingReason why, empty if it still counts
 */
public record PastRow(
        RowId id,
        String register,
        PlaceCode place,
        @Nullable RowId parent,
        Cells cells,
        @Nullable LocalDate closedOn,
        String closingReason) {

    public static PastRow of(RowId id, String register, PlaceCode place, Cells cells) {
        return new PastRow(id, register, place, null, cells, null, "");
    }

    public static PastRow of(RowId id, String register, PlaceCode place, RowId parent, Cells cells) {
        return new PastRow(id, register, place, parent, cells, null, "");
    }

    public PastRow ended(LocalDate on, String reason) {
        return new PastRow(id, register, place, parent, cells, on, reason);
    }
}
