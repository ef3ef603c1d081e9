package io.qiangcun.core.warning.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.HolderLevel;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningLevel;
import io.qiangcun.core.warning.WarningStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** The filter of the list as it travels in addresses. */
record WarningListForm(
        @Nullable WarningLevel level,
        @Nullable String rule,
        @Nullable PlaceCode place,
        @Nullable WarningStatus status,
        @Nullable HolderLevel holder,
        @Nullable Boolean own,
        @Nullable Boolean ended,
        @Nullable Boolean appealed,
        @Nullable String text,
        @Nullable Integer page,
        @Nullable Integer size) {

    private static final int ROWS = 50;
    private static final int MOST_ROWS = 200;

    WarningFilter toFilter() {
        return new WarningFilter(
                level,
                blankToNull(rule),
                place,
                status,
                holder,
                Boolean.TRUE.equals(own),
                Boolean.TRUE.equals(ended),
                Boolean.TRUE.equals(appealed),
                blankToNull(text));
    }

    Pageable toPage() {
        return PageRequest.of(
                page == null ? 0 : Math.max(page, 0), size == null ? ROWS : Math.min(Math.max(size, 1), MOST_ROWS));
    }

    /** What an address needs to show the same list again. */
    public Map<String, Object> parameters() {
        var parameters = new LinkedHashMap<String, Object>();
        put(parameters, "level", level);
        put(parameters, "rule", blankToNull(rule));
        put(parameters, "place", place);
        put(parameters, "status", status);
        put(parameters, "holder", holder);
        put(parameters, "own", own);
        put(parameters, "ended", ended);
        put(parameters, "appealed", appealed);
        put(parameters, "text", blankToNull(text));
        put(parameters, "page", page);
        put(parameters, "size", size);
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
