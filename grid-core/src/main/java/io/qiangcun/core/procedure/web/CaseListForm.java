package io.qiangcun.core.procedure.web;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseFilter;
import io.qiangcun.core.procedure.CaseState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** The filter of the list as it travels in addresses. */
record CaseListForm(
        @Nullable PlaceCode place,
        @Nullable String template,
        @Nullable String step,
        @Nullable CaseState state,
        @Nullable Boolean overdue,
        @Nullable Boolean mine,
        @Nullable Boolean unconfirmed,
        @Nullable String text,
        @Nullable Integer page) {

    private static final int ROWS = 50;

    CaseFilter toFilter() {
        return new CaseFilter(
                place,
                blankToNull(template),
                blankToNull(step),
                state,
                Boolean.TRUE.equals(overdue),
                Boolean.TRUE.equals(mine),
                Boolean.TRUE.equals(unconfirmed),
                blankToNull(text));
    }

    Pageable toPage() {
        return PageRequest.of(page == null ? 0 : Math.max(page, 0), ROWS);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
