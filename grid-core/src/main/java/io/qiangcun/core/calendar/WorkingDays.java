package io.qiangcun.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, less public holidays, plus the make-up days (调休) the State Council's
 * yearly notice names. A value; today's is read from {@link WorkingCalendar}.
 *
 * @param holidays days off that would be worked
 * @param makeUpDays days worked that would be off
 */
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    public static WorkingDays withoutExceptions() {
        return new WorkingDays(Set.of(), Set.of());
    }

    public boolean isWorked(LocalDate day) {
        if (makeUpDays.contains(day)) {
            return true;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The day itself if it is worked, else the next worked one. */
    public LocalDate onOrAfter(LocalDate day) {
        var worked = day;
        while (!isWorked(worked)) {
            worked = worked.plusDays(1);
        }
        return worked;
    }

    /**
     * Counts worked days onwards (or, if negative, backwards); the day itself is not counted. Zero gives the day itself,
     * worked or not.
     */
    public LocalDate plus(LocalDate day, int workingDays) {
        var step = Integer.signum(workingDays);
        var reached = day;
        for (var left = Math.abs(workingDays); left > 0; ) {
            reached = reached.plusDays(step);
            if (isWorked(reached)) {
                left--;
            }
        }
        return reached;
    }

    /** Worked days after {@code from} up to and including {@code to}; negative if {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorked)
                .count();
    }
}
