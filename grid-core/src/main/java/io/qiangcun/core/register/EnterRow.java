package io.qiangcun.core.register;

import io.qiangcun.core.place.PlaceCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row.
 *
 * @param id made when the form was rendered
 * @param parent the row it belongs to, where the register is one of such rows
 * @param typed by column, as people write
 * @param chosen persons, organisations and places, by column, as what identifies them
 */
public record EnterRow(
        RowId id,
        String register,
        PlaceCode place,
        @Nullable RowId parent,
        Map<String, String> typed,
        Map<String, String> chosen) {

    public EnterRow {
        typed = Map.copyOf(typed);
        chosen = Map.copyOf(chosen);
    }
}
