package io.qiangcun.core.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * On which days a row counts. The same words stand in the queries, as {@link #SQL}.
 *
 * @param startsOn the first day
 * @param untilOn the last day that was planned, or null
 * @param closedOn the first day on which it counts no longer, or null
 * @param voided whether it should never have been written
 */
record Currency(
        LocalDate startsOn,
        @Nullable LocalDate untilOn,
        @Nullable LocalDate closedOn,
        boolean voided) {

    /** Of a row {@code r}, on the day put in. */
    static final String SQL = "not r.voided and r.starts_on <= %1$s and (r.current_to is null or r.current_to >= %1$s)";

    boolean isCurrentOn(LocalDate day) {
        var last = currentTo();
        return !voided && !day.isBefore(startsOn) && (last == null || !day.isAfter(last));
    }

    /** The last day on which it counts, if there is one. */
    @Nullable
    LocalDate currentTo() {
        var last = closedOn == null ? null : closedOn.minusDays(1);
        return untilOn == null || last != null && last.isBefore(untilOn) ? last : untilOn;
    }
}
