package io.qiangcun.core.procedure;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * So long after another step.
 *
 * @param from the code of the step, or {@link #START}
 * @param extendable whether an extension that the case was granted moves it
 * @param extendedBy the only step whose extensions move it; null for any
 * @param strict of a latest time: whether the step cannot go on after it
 */
public record TimeBound(
        String from,
        int amount,
        Unit unit,
        boolean extendable,
        @Nullable String extendedBy,
        boolean strict,
        Basis basis) {

    /** Counted from the day on which the case begins. */
    public static final String START = "start";

    /** What a time is counted in. */
    public enum Unit {
        DAYS,
        WORKING_DAYS,
        MONTHS,
        YEARS;

        public LocalDate after(LocalDate day, int amount, WorkingDays calendar) {
            return switch (this) {
                case DAYS -> day.plusDays(amount);
                case WORKING_DAYS -> calendar.plus(day, amount);
                case MONTHS -> day.plusMonths(amount);
                case YEARS -> day.plusYears(amount);
            };
        }
    }

    public TimeBound {
        if (amount < 0) {
            throw new IllegalArgumentException("A time is not negative: " + amount);
        }
    }

    /**
     * A longer time is one time: from the last of a month it does not lose a day where its first part would have ended
     * in a shorter one.
     *
     * @param extension months by which the case was extended
     */
    LocalDate after(LocalDate day, int extension, WorkingDays calendar) {
        return switch (unit) {
            case MONTHS -> day.plusMonths((long) amount + extension);
            case YEARS -> day.plusMonths(amount * 12L + extension);
            case DAYS, WORKING_DAYS -> unit.after(day, amount, calendar).plusMonths(extension);
        };
    }

    boolean isMovedBy(String step) {
        return extendable && (extendedBy == null || extendedBy.equals(step));
    }

    /** Whether both count from the same step in the same unit, so that their amounts compare. */
    boolean isLike(TimeBound other) {
        return from.equals(other.from)
                && unit == other.unit
                && extendable == other.extendable
                && strict == other.strict;
    }
}
