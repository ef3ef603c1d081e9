package io.qiangcun.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** So many whole days in public, whatever holidays lie among them. */
class PublicityTests {

    private static final Basis BASIS = new Basis("LOCAL", "Test", "", "");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Property(tries = 500)
    void workingDaysAreWorkedDaysAfterTheFirst(
            @ForAll @IntRange(max = 365) int day, @ForAll @IntRange(min = 1, max = 20) int amount, @ForAll long seed) {
        var calendar = holidays(seed);
        var from = FIRST.plusDays(day);
        var until = new Publicity(amount, TimeBound.Unit.WORKING_DAYS, List.of(), BASIS).until(from, calendar);

        assertThat(worked(calendar, from, until)).isEqualTo(amount);
        assertThat(worked(calendar, from, until.minusDays(1)))
                .as("a day earlier is a day too few")
                .isEqualTo(amount - 1);
    }

    @Property(tries = 200)
    void daysAreDaysThoughNobodyWorks(
            @ForAll @IntRange(max = 365) int day, @ForAll @IntRange(min = 1, max = 20) int amount, @ForAll long seed) {
        var from = FIRST.plusDays(day);

        assertThat(new Publicity(amount, TimeBound.Unit.DAYS, List.of(), BASIS).until(from, holidays(seed)))
                .isEqualTo(from.plusDays(amount));
    }

    /** Weeks off in a row, and week-ends worked for them. */
    private static WorkingDays holidays(long seed) {
        var random = new Random(seed);
        var off = new HashSet<LocalDate>();
        var madeUp = new HashSet<LocalDate>();
        for (var week = 0; week < 12; week++) {
            var start = FIRST.plusDays(random.nextInt(400));
            start.datesUntil(start.plusDays(3L + random.nextInt(9))).forEach(off::add);
            madeUp.add(FIRST.plusDays(random.nextInt(400)));
        }
        return new WorkingDays(off, madeUp);
    }

    private static long worked(WorkingDays calendar, LocalDate after, LocalDate upTo) {
        return after.plusDays(1)
                .datesUntil(upTo.plusDays(1))
                .filter(calendar::isWorked)
                .count();
    }
}
