package io.qiangcun.party.points;

import java.time.LocalDate;

/** A quarter of a year. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final int MONTHS = 3;
    private static final int LAST = 4;

    public Quarter {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("No quarter has the number " + number);
        }
    }

    /** As forms send it: 2026-3. */
    public static Quarter valueOf(String text) {
        var parts = text.split("-", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Not a quarter: " + text);
        }
        return new Quarter(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    public LocalDate from() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /** The day after its last. */
    public LocalDate until() {
        return from().plusMonths(MONTHS);
    }

    public Quarter before() {
        return of(from().minusDays(1));
    }

    @Override
    public int compareTo(Quarter other) {
        return from().compareTo(other.from());
    }

    @Override
    public String toString() {
        return year + "-" + number;
    }
}
