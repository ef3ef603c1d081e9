package io.qiangcun.core.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DutyPeriodTests {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);
    private static final PlaceCode COUNTY = new PlaceCode("150524");

    private static final WorkingDays CALENDAR = new WorkingDays(
            Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)), Set.of(LocalDate.of(2026, 1, 4)));

    @Property
    void periodsOfAYearFollowEachOtherWithoutAGap(
            @ForAll Recurrence recurrence, @ForAll @IntRange(min = 2018, max = 2060) int year) {
        var periods = recurrence
                .periods(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .toList();

        assertThat(periods).hasSize(12 / recurrence.months());
        assertThat(periods.get(0).from()).isEqualTo(LocalDate.of(year, 1, 1));
        assertThat(periods.get(periods.size() - 1).to()).isEqualTo(LocalDate.of(year, 12, 31));
        for (var at = 1; at < periods.size(); at++) {
            assertThat(periods.get(at).from())
                    .isEqualTo(periods.get(at - 1).to().plusDays(1));
        }
    }

    @Property
    void everyDayLiesInExactlyOnePeriod(@ForAll Recurrence recurrence, @ForAll("days") LocalDate day) {
        assertThat(recurrence.periodOf(day).holds(day)).isTrue();
        assertThat(recurrence.periods(FIRST_DAY, LAST_DAY).filter(period -> period.holds(day)))
                .containsExactly(recurrence.periodOf(day));
    }

    @Property
    void aPeriodKnowsItsName(@ForAll Recurrence recurrence, @ForAll("days") LocalDate day) {
        var period = recurrence.periodOf(day);

        assertThat(period.labelKey()).isEqualTo("core.duty.period." + recurrence);
        assertThat(period.labelArguments())
                .containsExactly(
                        Integer.toString(day.getYear()),
                        Integer.toString((day.getMonthValue() + recurrence.months() - 1) / recurrence.months()));
    }

    @Property
    void isDueOnItsLastDayOrSoManyWorkedDaysAfterIt(
            @ForAll Recurrence recurrence,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 20) int due,
            @ForAll @IntRange(max = 20) int remind) {
        var rule = rule("test", null, recurrence, due, remind, FIRST_DAY, null);
        var period = recurrence.periodOf(day);

        var dueOn = rule.dueOn(period, CALENDAR);

        assertThat(CALENDAR.between(period.to(), dueOn)).isEqualTo(due);
        assertThat(due == 0 ? dueOn.equals(period.to()) : CALENDAR.isWorked(dueOn))
                .isTrue();
        assertThat(rule.remindOn(period, CALENDAR)).isBeforeOrEqualTo(dueOn);
        assertThat(CALENDAR.between(rule.remindOn(period, CALENDAR), dueOn)).isBetween(remind - 1, remind);
    }

    @Test
    void aNewVersionLeavesOldPeriodsAsTheyWere() {
        var old = rule("test", null, Recurrence.QUARTERLY, 0, 3, FIRST_DAY, LocalDate.of(2026, 7, 1));
        var stricter = rule("test", null, Recurrence.MONTHLY, 0, 3, LocalDate.of(2026, 7, 1), null);

        assertThat(dueDays(List.of(old, stricter)))
                .containsExactly(
                        "2026-03-31",
                        "2026-06-30",
                        "2026-07-31",
                        "2026-08-31",
                        "2026-09-30",
                        "2026-10-31",
                        "2026-11-30",
                        "2026-12-31");
    }

    @Test
    void anOverlayReplacesTheGeneralRuleWhileItLasts() {
        var general = rule("test", null, Recurrence.QUARTERLY, 0, 3, FIRST_DAY, null);
        var overlay =
                rule("test", COUNTY, Recurrence.MONTHLY, 0, 3, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1));

        assertThat(dueDays(List.of(general, overlay)))
                .containsExactly("2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-09-30", "2026-12-31");
        assertThat(overlay.covers(COUNTY.child("001"))).isTrue();
        assertThat(overlay.covers(new PlaceCode("150525"))).isFalse();
    }

    @Test
    void aPeriodThatHasBegunIsStillOwed() {
        var yearly = rule("test", null, Recurrence.YEARLY, 0, 10, FIRST_DAY, null);

        assertThat(PlannedDuty.between(
                        List.of(yearly), LocalDate.of(2026, 11, 16), LocalDate.of(2027, 11, 16), CALENDAR))
                .extracting(planned -> YearMonth.from(planned.dueOn()))
                .containsExactly(YearMonth.of(2026, 12), YearMonth.of(2027, 12));
    }

    private static List<String> dueDays(List<DutyRule> rules) {
        return PlannedDuty.between(rules, LocalDate.of(2026, 1, 1), LAST_DAY, CALENDAR).stream()
                .map(planned -> planned.dueOn().toString())
                .sorted()
                .toList();
    }

    private static DutyRule rule(
            String code,
            @Nullable PlaceCode within,
            Recurrence recurrence,
            int due,
            int remind,
            LocalDate from,
            @Nullable LocalDate to) {
        return new DutyRule(
                UUID.randomUUID(),
                code,
                within,
                from,
                to,
                "Title",
                "test.trait",
                "TEST",
                recurrence,
                DutyRule.Done.WITHIN_PERIOD,
                due,
                remind,
                "DESIGN",
                "",
                "",
                "");
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 1095).map(FIRST_DAY::plusDays);
    }
}
