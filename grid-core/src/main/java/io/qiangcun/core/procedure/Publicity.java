package io.qiangcun.core.procedure;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;

/** How long a step's outcome is shown in public before it counts. */
public record Publicity(int amount, TimeBound.Unit unit, Basis basis) {

    public Publicity {
        if (amount < 1) {
            throw new IllegalArgumentException("Nothing is public for " + amount + " days");
        }
    }

    /** The first day on which it may be closed: so many whole days lie before it. */
    public LocalDate until(LocalDate from, WorkingDays calendar) {
        return unit.after(from, amount, calendar);
    }
}
