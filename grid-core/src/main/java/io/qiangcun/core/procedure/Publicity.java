package io.qiangcun.core.procedure;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;

/**
 * How long a step's outcome is shown in public before it counts.
 *
 * @param only the outcomes that are shown; empty for all that go on
 */
public record Publicity(int amount, TimeBound.Unit unit, List<String> only, Basis basis) {

    public Publicity {
        only = only == null ? List.of() : List.copyOf(only);
        if (amount < 1) {
            throw new IllegalArgumentException("Nothing is public for " + amount + " days");
        }
    }

    boolean isOf(Outcome outcome) {
        return outcome.effect() == Outcome.Effect.GO_ON && (only.isEmpty() || only.contains(outcome.code()));
    }

    /** The first day on which it may be closed: so many whole days lie before it. */
    public LocalDate until(LocalDate from, WorkingDays calendar) {
        return unit.after(from, amount, calendar);
    }
}
