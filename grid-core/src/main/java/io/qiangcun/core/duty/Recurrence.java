package io.qiangcun.core.duty;

import java.time.LocalDate;
import java.util.stream.Stream;

/** How often a duty comes back, by the calendar year. */
public enum Recurrence {
    MONTHLY(1),
    QUARTERLY(3),
    HALF_YEARLY(6),
    YEARLY(12);

    private final int months;

    Recurrence(int months) {
        this.months = months;
    }

    /** The period that holds the day. */
    public DutyPeriod periodOf(LocalDate day) {
        var first = (day.getMonthValue() - 1) / months * months + 1;
        var from = LocalDate.of(day.getYear(), first, 1);
        return new DutyPeriod(from, from.plusMonths(months).minusDays(1));
    }

    /** All periods that have a day between the two, both included. */
    public Stream<DutyPeriod> periods(LocalDate from, LocalDate to) {
        return Stream.iterate(
                periodOf(from),
                period -> !period.from().isAfter(to),
                period -> periodOf(period.to().plusDays(1)));
    }

    int months() {
        return months;
    }
}
