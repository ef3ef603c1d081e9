package io.qiangcun.core.duty;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;

/** A month, quarter, half-year or year in which something is owed once. */
public record DutyPeriod(LocalDate from, LocalDate to) {

    public DutyPeriod {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period ends after it starts");
        }
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** Its name is this message with the year and the number within the year as arguments. */
    public String labelKey() {
        return "core.duty.period." + recurrence();
    }

    public Object[] labelArguments() {
        return new Object[] {
            Integer.toString(from.getYear()),
            Integer.toString((from.getMonthValue() - 1) / recurrence().months() + 1)
        };
    }

    private Recurrence recurrence() {
        var months = Period.between(from, to.plusDays(1)).toTotalMonths();
        return Arrays.stream(Recurrence.values())
                .filter(recurrence -> recurrence.months() == months)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No recurrence has the period " + this));
    }
}
