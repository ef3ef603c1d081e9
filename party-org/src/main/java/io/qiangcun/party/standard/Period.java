package io.qiangcun.party.standard;

import java.time.LocalDate;

/**
 * What a check is about.
 *
 * @param to its last day
 */
public record Period(LocalDate from, LocalDate to) {

    private static final int MONTHS = 12;

    public Period {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("A period ends after it begins");
        }
    }

    static Period yearOf(LocalDate day) {
        return new Period(LocalDate.of(day.getYear(), 1, 1), LocalDate.of(day.getYear(), MONTHS, 31));
    }

    public boolean isYear() {
        return from.plusYears(1).equals(to.plusDays(1));
    }

    public boolean isSecondHalf() {
        return !isYear() && from.getMonthValue() > MONTHS / 2;
    }
}
