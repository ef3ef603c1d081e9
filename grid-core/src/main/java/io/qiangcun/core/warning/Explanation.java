package io.qiangcun.core.warning;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * The same in sentences, in the order in which somebody asks.
     *
     * @param holders the names of those who hold the matter at each level
     * @param running whether the clock still runs; what has ended becomes nothing more
     */
    public List<Sentence> sentences(Map<HolderLevel, String> holders, boolean running) {
        var sentences = new ArrayList<Sentence>();
        sentences.add(new Sentence("core.warning.clock.due", dueOn));
        sentences.add(standing());
        if (!holidays.isEmpty()) {
            sentences.add(new Sentence("core.warning.clock.holidays", spans(holidays), holidays.size()));
        }
        if (!makeUpDays.isEmpty()) {
            sentences.add(new Sentence("core.warning.clock.make-up-days", spans(makeUpDays), makeUpDays.size()));
        }
        if (reached != null && reachedOn != null) {
            sentences.add(step("core.warning.clock.reached", reached, reachedOn, holders));
        }
        if (!running) {
            return sentences;
        }
        if (next != null && nextOn != null) {
            sentences.add(step("core.warning.clock.next", next, nextOn, holders));
        } else if (reached != null) {
            sentences.add(new Sentence("core.warning.clock.last"));
        }
        return sentences;
    }

    private Sentence standing() {
        if (today.equals(dueOn)) {
            return new Sentence("core.warning.clock.today", today);
        }
        return isOverdue()
                ? new Sentence("core.warning.clock.overdue", today, distance())
                : new Sentence("core.warning.clock.left", today, distance());
    }

    private static Sentence step(String key, WarningStep step, LocalDate on, Map<HolderLevel, String> holders) {
        var days = step.workingDays();
        return new Sentence(
                key + (days < 0 ? ".before" : ".after"),
                on,
                Math.abs(days),
                new Sentence("core.warning.level." + step.level()),
                holders.getOrDefault(step.holderLevel(), ""));
    }

    /** 2026-10-01 to 2026-10-07 rather than seven days; weekends in between do not end a span. */
    private static List<Sentence> spans(List<LocalDate> days) {
        var spans = new ArrayList<Sentence>();
        for (int first = 0, last; first < days.size(); first = last + 1) {
            last = first;
            while (last + 1 < days.size() && !days.get(last + 1).isAfter(nextWeekday(days.get(last)))) {
                last++;
            }
            spans.add(
                    first == last
                            ? new Sentence("core.warning.clock.day", days.get(first))
                            : new Sentence("core.warning.clock.span", days.get(first), days.get(last)));
        }
        return spans;
    }

    private static LocalDate nextWeekday(LocalDate day) {
        return WorkingDays.withoutExceptions().plus(day, 1);
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

    private static List<LocalDate> between(LocalDate one, LocalDate other, Set<LocalDate> days) {
        var first = one.isBefore(other) ? one : other;
        var last = one.isBefore(other) ? other : one;
        return days.stream()
                .filter(day -> day.isAfter(first) && !day.isAfter(last))
                .sorted()
                .toList();
    }
}
