package io.qiangcun.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, less public holidays, plus the make-up days (调休) the State Council's
 * yearly notice names. A value; today's is read from {@link WorkingCalendar}.
 *
 * @param holidays days off that would be worked
 * @param makeUpDays days worked that would be off
 */
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {

    private static final LocalDate MONDAY = LocalDate.of(1990, 1, 1);
    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEKDAYS = 5;

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
        return isWeekday(day) && !holidays.contains(day);
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
        var weekdays = weekdaysUpTo(to) - weekdaysUpTo(from);
        var daysOff = holidays.stream()
                .filter(day -> isWithin(day, from, to) && isWeekday(day) && !makeUpDays.contains(day))
                .count();
        var daysMadeUp = makeUpDays.stream()
                .filter(day -> isWithin(day, from, to) && !isWeekday(day))
                .count();
        return Math.toIntExact(weekdays - daysOff + daysMadeUp);
    }

    private static boolean isWithin(LocalDate day, LocalDate after, LocalDate upTo) {
        return day.isAfter(after) && !day.isAfter(upTo);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    /** How many weekdays lie between a Monday long ago and the day, that included. */
    private static long weekdaysUpTo(LocalDate day) {
        var days = ChronoUnit.DAYS.between(MONDAY, day) + 1;
        return Math.floorDiv(days, DAYS_OF_WEEK) * WEEKDAYS + Math.min(Math.floorMod(days, DAYS_OF_WEEK), WEEKDAYS);
    }
}
