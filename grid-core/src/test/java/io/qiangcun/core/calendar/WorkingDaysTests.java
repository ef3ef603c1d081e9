package io.qiangcun.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {

    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate MADE_UP_SATURDAY = LocalDate.of(2026, 10, 10);

    private final WorkingDays year2026 = new WorkingDays(
            Set.copyOf(NATIONAL_DAY.datesUntil(NATIONAL_DAY.plusDays(7)).toList()),
            Set.of(LocalDate.of(2026, 9, 20), MADE_UP_SATURDAY));

    @Test
    void aHolidayIsNotWorkedAndAMakeUpDayIs() {
        assertThat(year2026.isWorked(NATIONAL_DAY)).isFalse();
        assertThat(year2026.isWorked(MADE_UP_SATURDAY)).isTrue();
        assertThat(year2026.isWorked(MADE_UP_SATURDAY.plusDays(1))).isFalse();
    }

    @Test
    void theDayAfterTheHolidaysFollowsTheDayBeforeThem() {
        assertThat(year2026.plus(NATIONAL_DAY.minusDays(1), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(year2026.onOrAfter(NATIONAL_DAY)).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Property(tries = 500)
    void betweenCountsTheDaysThatAreWorked(
            @ForAll("days") LocalDate from, @ForAll("days") LocalDate to, @ForAll("calendars") WorkingDays calendar) {
        var counted = from.isAfter(to) ? -worked(calendar, to, from) : worked(calendar, from, to);

        assertThat(calendar.between(from, to)).isEqualTo(counted);
    }

    @Property(tries = 500)
    void betweenUndoesPlus(
            @ForAll("days") LocalDate from,
            @ForAll @IntRange(min = 1, max = 300) int days,
            @ForAll("calendars") WorkingDays calendar) {
        var reached = calendar.plus(from, days);

        assertThat(calendar.isWorked(reached)).isTrue();
        assertThat(calendar.between(from, reached)).isEqualTo(days);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1985, 1, 1).toEpochDay(),
                        LocalDate.of(2045, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    /** Dense enough that ranges cross holidays and make-up days, days that are both among them. */
    @Provide
    Arbitrary<WorkingDays> calendars() {
        var some = days().set().ofMinSize(0).ofMaxSize(400);
        return some.flatMap(holidays -> some.map(madeUp -> new WorkingDays(holidays, madeUp)));
    }

    private static int worked(WorkingDays calendar, LocalDate after, LocalDate upTo) {
        return (int) after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(calendar::isWorked)
                .count();
    }
}
