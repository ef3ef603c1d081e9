package io.qiangcun.core.duty;

import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a rule of the statutory calendar.
 *
 * @param within a county's overlay counts for the places in it only
 * @param trait the subjects that owe it
 * @param remindWorkingDays so many working days before it is due it is due soon
 * @param basisKind LAW, PARTY_REG, POLICY, LOCAL or DESIGN
 */
public record DutyRule(
        UUID ruleId,
        String code,
        @Nullable PlaceCode within,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String title,
        String trait,
        String recordKind,
        Recurrence recurrence,
        Done done,
        int dueWorkingDays,
        int remindWorkingDays,
        String basisKind,
        String basisSource,
        String basisArticle,
        String basisText) {

    /** Whether it is done in the period it is owed for, or about that period once it is over. */
    public enum Done {
        WITHIN_PERIOD,
        AFTER_PERIOD
    }

    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || validTo.isAfter(day));
    }

    /** Whether law or Party regulation demands it: then it may be made stricter, never looser. */
    public boolean isBinding() {
        return basisKind.equals("LAW") || basisKind.equals("PARTY_REG");
    }

    /** Whether places here owe it. */
    public boolean covers(PlaceCode place) {
        return within == null || within.contains(place);
    }

    public LocalDate opensOn(DutyPeriod period) {
        return done == Done.WITHIN_PERIOD ? period.from() : period.to().plusDays(1);
    }

    /** The period's last day, or so many working days after it. */
    public LocalDate dueOn(DutyPeriod period, WorkingDays calendar) {
        return calendar.plus(period.to(), dueWorkingDays);
    }

    public LocalDate remindOn(DutyPeriod period, WorkingDays calendar) {
        return calendar.plus(dueOn(period, calendar), -remindWorkingDays);
    }

    /** An overlay goes before the general rule, a narrower one before a wider one. */
    int precision() {
        return within == null ? 0 : within.value().length();
    }
}
