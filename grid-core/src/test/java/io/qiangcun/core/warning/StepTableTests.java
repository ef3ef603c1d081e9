package io.qiangcun.core.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StepTableTests {

    private static final LocalDate DUE = LocalDate.of(2026, 9, 30);

    private static final StepTable STEPS = new StepTable(List.of(
            step(11, WarningLevel.RED, HolderLevel.COUNTY),
            step(-3, WarningLevel.BLUE, HolderLevel.VILLAGE),
            step(1, WarningLevel.YELLOW, HolderLevel.TOWNSHIP),
            step(6, WarningLevel.ORANGE, HolderLevel.TOWNSHIP)));

    /** The National Day holidays of 2026. */
    private static final WorkingDays AUTUMN = new WorkingDays(
            Set.of(
                    LocalDate.of(2026, 9, 25),
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 10, 2),
                    LocalDate.of(2026, 10, 5),
                    LocalDate.of(2026, 10, 6),
                    LocalDate.of(2026, 10, 7)),
            Set.of(LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 10)));

    private static WarningStep step(int days, WarningLevel level, HolderLevel holder) {
        return new WarningStep(days, level, holder, "DESIGN", "");
    }

    @Test
    void stepsBeginOnWorkingDaysOnly() {
        assertThat(levels(LocalDate.of(2026, 9, 23), LocalDate.of(2026, 10, 23)))
                .containsExactly(
                        "2026-09-23 -",
                        "2026-09-24 BLUE", // Friday the 25th is a holiday
                        "2026-10-08 YELLOW",
                        "2026-10-14 ORANGE", // the Saturday 10 October is worked
                        "2026-10-21 RED");
    }

    @Property
    void levelsOnlyRise(@ForAll("days") LocalDate dueOn, @ForAll("days") LocalDate today) {
        var now = STEPS.reached(dueOn, today, AUTUMN).map(WarningStep::level);
        var tomorrow = STEPS.reached(dueOn, today.plusDays(1), AUTUMN).map(WarningStep::level);

        assertThat(rank(tomorrow)).isGreaterThanOrEqualTo(rank(now));
    }

    @Property
    void theNextStepLiesAheadAndFollowsTheReachedOne(@ForAll("days") LocalDate dueOn, @ForAll("days") LocalDate today) {
        var reached = STEPS.reached(dueOn, today, AUTUMN);
        var next = STEPS.next(dueOn, today, AUTUMN);

        assertThat(rank(next.map(WarningStep::level)))
                .isEqualTo(next.isEmpty() ? 0 : rank(reached.map(WarningStep::level)) + 1);
        next.ifPresent(
                step -> assertThat(StepTable.startOf(step, dueOn, AUTUMN)).isAfter(today));
        reached.ifPresent(
                step -> assertThat(StepTable.startOf(step, dueOn, AUTUMN)).isBeforeOrEqualTo(today));
    }

    @Property
    void overdueBeginsWithTheFirstWorkedDayAfterTheDueDay(@ForAll("days") LocalDate dueOn) {
        var yellow = StepTable.startOf(STEPS.steps().get(1), dueOn, AUTUMN);

        assertThat(AUTUMN.isWorked(yellow)).isTrue();
        assertThat(AUTUMN.between(dueOn, yellow)).isEqualTo(1);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 120).map(LocalDate.of(2026, 8, 1)::plusDays);
    }

    private static int rank(Optional<WarningLevel> level) {
        return level.map(it -> it.ordinal() + 1).orElse(0);
    }

    /** The days between the two on which the level differs from the day before. */
    private static Stream<String> levels(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> day.equals(from)
                        || !STEPS.reached(DUE, day, AUTUMN).equals(STEPS.reached(DUE, day.minusDays(1), AUTUMN)))
                .map(day -> day + " "
                        + STEPS.reached(DUE, day, AUTUMN)
                                .map(step -> step.level().name())
                                .orElse("-"));
    }
}
