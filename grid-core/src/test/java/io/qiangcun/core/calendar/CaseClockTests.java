package io.qiangcun.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.calendar.ClockEvent.Closed;
import io.qiangcun.core.calendar.ClockEvent.HandedOver;
import io.qiangcun.core.calendar.ClockEvent.Opened;
import io.qiangcun.core.calendar.ClockEvent.Paused;
import io.qiangcun.core.calendar.ClockEvent.Reopened;
import io.qiangcun.core.calendar.ClockEvent.Resumed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class CaseClockTests {

    /** National Day 2026 with its make-up days: Sunday 20 September and Saturday 10 October. */
    private static final LocalDate NATIONAL_DAY = LocalDate.of(2026, 10, 1);

    private static final WorkTime TIME = new WorkTime(
            new WorkingDays(
                    Set.copyOf(NATIONAL_DAY.datesUntil(NATIONAL_DAY.plusDays(7)).toList()),
                    Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10))),
            List.of(new OfficeHours(
                    LocalDate.EPOCH,
                    List.of(
                            new OfficeHours.Opening(LocalTime.of(8, 30), LocalTime.of(12, 0)),
                            new OfficeHours.Opening(LocalTime.of(14, 30), LocalTime.of(17, 30))))));

    private static final TimeLimit THREE_DAYS = new TimeLimit(3, Pace.WORKING_DAYS);
    private static final Instant MONDAY = at(2026, 11, 16, 10, 0);

    @Test
    void threeWorkingDaysEndWithTheThirdDayAfterTheFirst() {
        var clock = CaseClock.of(List.of(new Opened<>(MONDAY, "village")));

        assertThat(clock.deadline(TIME, THREE_DAYS))
                .contains(at(2026, 11, 19, 23, 59).plusSeconds(59));
    }

    @Test
    void makeUpDaysCountAndHolidaysDoNot() {
        var clock = CaseClock.of(List.of(new Opened<>(at(2026, 9, 30, 16, 0), "village")));

        assertThat(clock.deadline(TIME, THREE_DAYS))
                .contains(at(2026, 10, 10, 23, 59).plusSeconds(59));
        assertThat(clock.elapsed(TIME, Pace.WORKING_DAYS, at(2026, 10, 8, 0, 0)))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void twentyFourHoursGoByDayAndNight() {
        var clock = CaseClock.of(List.of(new Opened<>(at(2026, 10, 1, 22, 0), "village")));

        assertThat(clock.deadline(TIME, new TimeLimit(24, Pace.HOURS))).contains(at(2026, 10, 2, 22, 0));
    }

    @Test
    void officeMinutesRestAtNoonAndOverTheWeekend() {
        var clock = CaseClock.of(List.of(new Opened<>(at(2026, 11, 20, 11, 0), "township")));

        assertThat(clock.deadline(TIME, new TimeLimit(300, Pace.OFFICE_MINUTES)))
                .contains(at(2026, 11, 23, 9, 30));
    }

    @Test
    void aPauseMovesTheDeadlineAndIsNobodysTime() {
        var clock = CaseClock.of(List.of(
                new Opened<>(MONDAY, "village"),
                new Paused<>(at(2026, 11, 17, 0, 0), "The road is closed by order of the county"),
                new Resumed<>(at(2026, 11, 19, 0, 0))));

        assertThat(clock.deadline(TIME, THREE_DAYS))
                .contains(at(2026, 11, 23, 23, 59).plusSeconds(59));
        assertThat(clock.elapsed(TIME, Pace.WORKING_DAYS, at(2026, 11, 19, 1, 0)))
                .isEqualTo(Duration.ofHours(15));
    }

    @Test
    void whileItStandsStillNobodyKnowsItsDeadline() {
        var clock = CaseClock.of(
                List.of(new Opened<>(MONDAY, "village"), new Paused<>(MONDAY.plusSeconds(60), "Letter of the court")));

        assertThat(clock.deadline(TIME, THREE_DAYS)).isEmpty();
        assertThat(clock.holderAt(MONDAY.plusSeconds(90))).contains("village");
    }

    @Test
    void reopenedItGoesOnWhereItStood() {
        var clock = CaseClock.of(List.of(
                new Opened<>(MONDAY, "village"),
                new HandedOver<>(MONDAY.plus(Duration.ofHours(1)), "township"),
                new Closed<>(MONDAY.plus(Duration.ofHours(3))),
                new Reopened<>(MONDAY.plus(Duration.ofDays(1)), "village")));

        assertThat(clock.elapsed(TIME, Pace.HOURS, MONDAY.plus(Duration.ofHours(25))))
                .isEqualTo(Duration.ofHours(4));
        assertThat(clock.elapsedBy(Function.identity(), TIME, Pace.HOURS, MONDAY.plus(Duration.ofHours(25))))
                .containsEntry("village", Duration.ofHours(2))
                .containsEntry("township", Duration.ofHours(2));
        assertThat(clock.holderAt(MONDAY.plus(Duration.ofHours(5)))).isEmpty();
    }

    @Test
    void refusesWhatCannotHaveHappened() {
        assertThatThrownBy(() -> new Paused<String>(MONDAY, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CaseClock.of(List.of(new HandedOver<>(MONDAY, "village"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CaseClock.of(
                        List.of(new Opened<>(MONDAY, "village"), new Closed<>(MONDAY), new Closed<String>(MONDAY))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        CaseClock.of(List.of(new Opened<>(MONDAY, "village"), new Closed<>(MONDAY.minusSeconds(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** One seed is one history: opened, then anything that is possible, in any order, over some weeks. */
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void holdsForEveryHistory(@ForAll long seed) {
        var random = new Random(seed);
        var history = history(random);
        var clock = CaseClock.of(history);
        var pace = Pace.values()[random.nextInt(Pace.values().length)];
        var last = history.get(history.size() - 1).at();
        var now = last.plusSeconds(random.nextInt(86_400 * 5));

        timeOnlyGrows(clock, pace, now, random);
        holdersTogetherHaveAllOfIt(clock, pace, now);
        splittingChangesNothing(history, clock, pace, now, random);
        pausingTakesOutThePause(history, pace, now, random);
        theDeadlineIsTheMomentAtWhichTheLimitIsUsedUp(clock, pace, random);
    }

    private static void timeOnlyGrows(CaseClock<String> clock, Pace pace, Instant now, Random random) {
        var later = now.plusSeconds(random.nextInt(86_400 * 3));

        assertThat(clock.elapsed(TIME, pace, later)).isGreaterThanOrEqualTo(clock.elapsed(TIME, pace, now));
        assertThat(clock.elapsed(TIME, pace, later)).isLessThanOrEqualTo(clock.elapsed(TIME, Pace.HOURS, later));
    }

    private static void holdersTogetherHaveAllOfIt(CaseClock<String> clock, Pace pace, Instant now) {
        var together = clock.elapsedBy(Function.identity(), TIME, pace, now).values().stream()
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(together).isEqualTo(clock.elapsed(TIME, pace, now));
        for (var at = 1; at < clock.spans().size(); at++) {
            assertThat(clock.spans().get(at - 1).until())
                    .isBeforeOrEqualTo(clock.spans().get(at).from());
        }
    }

    /** Handing a case over costs nobody time and gives nobody time. */
    private static void splittingChangesNothing(
            List<ClockEvent<String>> history, CaseClock<String> clock, Pace pace, Instant now, Random random) {
        var at = random.nextInt(history.size());
        if (history.get(at) instanceof Closed<String>) {
            return;
        }
        var split = new ArrayList<>(history);
        split.add(at + 1, new HandedOver<>(history.get(at).at(), "somebody else"));
        var other = CaseClock.of(split);

        assertThat(other.elapsed(TIME, pace, now)).isEqualTo(clock.elapsed(TIME, pace, now));
        assertThat(other.deadline(TIME, new TimeLimit(5, pace)))
                .isEqualTo(clock.deadline(TIME, new TimeLimit(5, pace)));
    }

    /** A pause at the end takes out exactly itself, whatever lies in it. */
    private static void pausingTakesOutThePause(
            List<ClockEvent<String>> history, Pace pace, Instant now, Random random) {
        var clock = CaseClock.of(history);
        var spans = clock.spans();
        var open = spans.get(spans.size() - 1);
        if (open.until() != null || !open.running()) {
            return;
        }
        var resumed = now.plusSeconds(random.nextInt(86_400 * 9));
        var paused = new ArrayList<>(history);
        paused.add(new Paused<>(now, "evidence"));
        paused.add(new Resumed<>(resumed));
        var later = resumed.plusSeconds(random.nextInt(86_400 * 4));
        var other = CaseClock.of(paused);

        assertThat(other.elapsed(TIME, pace, later))
                .isEqualTo(clock.elapsed(TIME, pace, later).minus(TIME.between(pace, now, resumed)));
        assertThat(other.deadline(TIME, new TimeLimit(30, pace)).orElseThrow())
                .isAfterOrEqualTo(clock.deadline(TIME, new TimeLimit(30, pace)).orElseThrow());
    }

    private static void theDeadlineIsTheMomentAtWhichTheLimitIsUsedUp(
            CaseClock<String> clock, Pace pace, Random random) {
        var limit = new TimeLimit(1 + random.nextInt(20), pace);
        var deadline = clock.deadline(TIME, limit);
        if (deadline.isEmpty()) {
            return;
        }
        var used = clock.elapsed(TIME, pace, deadline.get());
        if (pace == Pace.WORKING_DAYS) {
            var allowed = limit.counted()
                    .plus(TIME.restOfDay(pace, clock.spans().get(0).from()));
            assertThat(clock.elapsed(TIME, pace, deadline.get().plusSeconds(1))).isGreaterThanOrEqualTo(allowed);
            assertThat(clock.elapsed(TIME, pace, deadline.get().plusSeconds(1).minus(Duration.ofDays(1))))
                    .isLessThan(allowed);
        } else {
            assertThat(used).isEqualTo(limit.counted());
        }
    }

    private static List<ClockEvent<String>> history(Random random) {
        var at = at(2026, 9, 14, 0, 0).plusSeconds(random.nextInt(86_400 * 30));
        var events = new ArrayList<ClockEvent<String>>();
        events.add(new Opened<>(at, "village"));
        var open = true;
        var running = true;
        for (var left = random.nextInt(8); left > 0; left--) {
            at = at.plusSeconds(random.nextInt(86_400 * 4));
            var choice = random.nextInt(4);
            if (!open) {
                events.add(new Reopened<>(at, "village"));
                open = true;
                running = true;
            } else if (choice == 0) {
                events.add(new Closed<>(at));
                open = false;
            } else if (choice == 1) {
                events.add(running ? new Paused<>(at, "evidence") : new Resumed<>(at));
                running = !running;
            } else {
                events.add(new HandedOver<>(at, choice == 2 ? "township" : "grid"));
            }
        }
        return events;
    }

    private static Instant at(int year, int month, int day, int hour, int minute) {
        return LocalDate.of(year, month, day).atTime(hour, minute).toInstant(WorkTime.CHINA);
    }
}
