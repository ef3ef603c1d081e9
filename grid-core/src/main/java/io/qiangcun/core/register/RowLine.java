package io.qiangcun.core.register;

import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row in a list.
 *
 * @param parentTitle of the row it belongs to
 * @param children how many rows belong to it
 */
public record RowLine(
        RowId id,
        PlaceCode place,
        String placeName,
        @Nullable String townshipName,
        String title,
        @Nullable String parentTitle,
        Cells cells,
        LocalDate startsOn,
        @Nullable LocalDate currentTo,
        RowState state,
        long children) {

    public String href() {
        return id.href();
    }
}
