package io.qiangcun.core.duty.web;

import io.qiangcun.core.duty.DutyFilter;
import io.qiangcun.core.duty.DutyState;
import io.qiangcun.core.place.PlaceCode;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** The filter of the list as it travels in addresses. */
record DutyListForm(
        @Nullable String view,
        @Nullable PlaceCode place,
        @Nullable UUID subject,
        @Nullable String rule,
        @Nullable DutyState state,
        @Nullable YearMonth month,
        @Nullable String text,
        @Nullable Integer page,
        @Nullable Integer size) {

    private static final int ROWS = 50;
    private static final int MOST_ROWS = 200;

    DutyFilter toFilter() {
        return new DutyFilter(place, subject, blankToNull(rule), state, month, blankToNull(text));
    }

    Pageable toPage() {
        return PageRequest.of(
                page == null ? 0 : Math.max(page, 0), size == null ? ROWS : Math.min(Math.max(size, 1), MOST_ROWS));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
