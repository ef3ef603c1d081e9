package io.qiangcun.core.warning;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the clock of a warning ran and will run: a pure function of the due date, the calendar, the steps and the day.
 *
 * @param workingDays worked days after the due date up to today; negative while the due date is still to come
 * @param holidays days between due date and today that were off although they would be worked
 * @param makeUpDays days between due date and today that were worked although they would be off
 * @param reached the step that gives the level of today
 * @param reachedOn the day this step began
 * @param next what it becomes, and when
 */
public record Explanation(
        LocalDate today,
        LocalDate dueOn,
        int workingDays,
        List<LocalDate> holidays,
        List<LocalDate> makeUpDays,
        @Nullable WarningStep reached,
        @Nullable LocalDate reachedOn,
        @Nullable WarningStep next,
        @Nullable LocalDate nextOn) {

    public Explanation {
        holidays = List.copyOf(holidays);
        makeUpDays = List.copyOf(makeUpDays);
    }

    public static Explanation of(LocalDate dueOn, LocalDate today, StepTable steps, WorkingDays calendar) {
        var reached = steps.reached(dueOn, today, calendar);
        var next = steps.next(dueOn, today, calendar);
        return new Explanation(
                today,
                dueOn,
                calendar.between(dueOn, today),
                between(dueOn, today, calendar.holidays()),
                between(dueOn, today, calendar.makeUpDays()),
                reached.orElse(null),
                startOf(reached, dueOn, calendar),
                next.orElse(null),
                startOf(next, dueOn, calendar));
    }

    public boolean isOverdue() {
        return today.isAfter(dueOn);
    }

    /** Worked days, without a sign. */
    public int distance() {
        return Math.abs(workingDays);
    }

    private static @Nullable LocalDate startOf(Optional<WarningStep> step, LocalDate dueOn, WorkingDays calendar) {
        return step.map(s -> StepTable.startOf(s, dueOn, calendar)).orElse(null);
    }

    private static List<LocalDate> between(LocalDate one, LocalDate other, java.util.Set<LocalDate> days) {
        var first = one.isBefore(other) ? one : other;
        var last = one.isBefore(other) ? other : one;
        return days.stream()
                .filter(day -> day.isAfter(first) && !day.isAfter(last))
                .sorted()
                .toList();
    }
}
