package io.qiangcun.core.duty;

import io.qiangcun.core.place.PlaceCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of duties.
 *
 * @param workingDays worked days until it is due; negative once it is overdue
 * @param remedyHref where the record that fulfils it is entered; null while it is not owed or nobody knows
 */
public record DutyRow(
        UUID id,
        PlaceCode place,
        String placeName,
        @Nullable String townshipName,
        UUID subject,
        String subjectName,
        String rule,
        String title,
        String recordKind,
        DutyPeriod period,
        LocalDate opensOn,
        LocalDate remindOn,
        LocalDate dueOn,
        int workingDays,
        DutyState state,
        @Nullable LocalDate fulfilledOn,
        @Nullable Instant fulfilledAt,
        @Nullable String recordHref,
        @Nullable UUID waiver,
        @Nullable String remedyHref) {

    /** Worked days, without a sign. */
    public int distance() {
        return Math.abs(workingDays);
    }
}
