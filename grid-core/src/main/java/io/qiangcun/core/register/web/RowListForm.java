package io.qiangcun.core.register.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RowFilter;
import io.qiangcun.core.register.RowState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/**
 * The filter of a register as it travels in addresses.
 *
 * @param state a state, or nothing for the current ones; ALL for all
 * @param by the choices it is narrowed by, by column
 */
record RowListForm(
        @Nullable PlaceCode place,
        @Nullable String state,
        @Nullable String text,
        Map<String, String> by,
        @Nullable Integer page) {

    static final String ALL = "ALL";
    private static final int ROWS = 50;

    RowListForm {
        by = by == null ? Map.of() : by;
    }

    RowFilter toFilter(RegisterDefinition definition) {
        var chosen = new HashMap<String, String>();
        definition.filterable().forEach(column -> {
            var value = by.get(column.code());
            if (value != null && !value.isBlank()) {
                chosen.put(column.code(), value);
            }
        });
        return new RowFilter(place, stateAsked(), text == null || text.isBlank() ? null : text.strip(), chosen, null);
    }

    private @Nullable RowState stateAsked() {
        if (ALL.equals(state)) {
            return null;
        }
        try {
            return state == null || state.isBlank() ? RowState.CURRENT : RowState.valueOf(state);
        } catch (IllegalArgumentException noState) {
            return RowState.CURRENT;
        }
    }

    Pageable toPage() {
        return PageRequest.of(page == null ? 0 : Math.max(page, 0), ROWS);
    }
}
