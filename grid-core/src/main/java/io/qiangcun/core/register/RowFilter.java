package io.qiangcun.core.register;

import io.qiangcun.core.place.PlaceCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a register are asked for.
 *
 * @param state null for all but those declared void
 * @param chosen by column: the code of a choice, yes or no
 * @param parent the row they belong to
 */
public record RowFilter(
        @Nullable PlaceCode place,
        @Nullable RowState state,
        @Nullable String text,
        Map<String, String> chosen,
        @Nullable RowId parent) {

    public static final RowFilter CURRENT = new RowFilter(null, RowState.CURRENT, null, Map.of(), null);

    public RowFilter {
        chosen = Map.copyOf(chosen);
    }

    public static RowFilter of(RowId parent) {
        return new RowFilter(null, null, null, Map.of(), parent);
    }
}
