package io.qiangcun.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.module.DefinitionFiles;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Days at their edges: neither too soon nor too late, by whichever way a step ends. */
class ActCheckTests {

    private static final LocalDate DECIDED = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
    private static final ProcedureTemplate PAUSE = new TemplateJson(new DefinitionFiles()).readYaml("""
            code: test.pause
            title: Pause
            subject: MATTER
            startedBy: VILLAGE
            basis: {kind: LOCAL, source: Test}
            stages: [{code: all, title: All}]
            steps:
              - {code: decide, stage: all, title: Decide, level: VILLAGE, basis: {kind: LOCAL, source: Test}}
              - code: review
                stage: all
                title: Review
                level: VILLAGE
                basis: {kind: LOCAL, source: Test}
                earliest: [{from: decide, amount: 1, unit: MONTHS, basis: {kind: LOCAL, source: Test}}]
                latest: [{from: decide, amount: 45, unit: DAYS, strict: true, basis: {kind: LOCAL, source: Test}}]
                evidence:
                  - {code: months, label: Months, kind: NUMBER, required: true, min: 6, max: 12, only: [failed]}
                outcomes:
                  - {code: failed, title: Failed, effect: GO_ON, extendsBy: months}
                  - {code: restored, title: Restored, effect: END, result: Restored, waits: true}
                  - {code: dropped, title: Dropped, effect: END, result: Dropped}
            """);

    @Property(tries = 400)
    void aStepIsNotTakenTooSoonNorGoesOnTooLate(
            @ForAll @IntRange(max = 1500) int decided, @ForAll @IntRange(max = 70) int after) {
        var decidedOn = DECIDED.plusDays(decided);
        var on = decidedOn.plusDays(after);
        var soon = on.isBefore(decidedOn.plusMonths(1));
        var late = after > 45;

        assertThat(keys(decidedOn, on, "failed", "6")).isEqualTo(soon ? TOO_SOON : late ? TOO_LATE : List.of());
        assertThat(keys(decidedOn, on, "restored", null))
                .as("what may not come too soon")
                .isEqualTo(soon ? TOO_SOON : List.of());
        assertThat(keys(decidedOn, on, "dropped", null))
                .as("what may be given up any day")
                .isEmpty();
    }

    @Property(tries = 100)
    void aNumberOfMonthsLiesWithinItsLimits(@ForAll @IntRange(min = -1, max = 30) int months) {
        var on = DECIDED.plusDays(40);

        assertThat(keys(DECIDED, on, "failed", Integer.toString(months)).isEmpty())
                .isEqualTo(months >= 6 && months <= 12);
    }

    @Example
    void halfAMonthIsNoNumberOfMonths() {
        assertThat(keys(DECIDED, DECIDED.plusDays(40), "failed", "6.5")).isNotEmpty();
        assertThat(keys(DECIDED, DECIDED.plusDays(40), "failed", null)).isNotEmpty();
    }

    private static final List<String> TOO_SOON = List.of("actedOn day-too-early");
    private static final List<String> TOO_LATE = List.of("actedOn day-too-late");

    private static List<String> keys(LocalDate decidedOn, LocalDate on, String outcome, @Nullable String months) {
        var calendar = WorkingDays.withoutExceptions();
        var acts = List.of(new StepAct("decide", StepAct.Kind.TAKEN, decidedOn, Outcome.DONE, Map.of(), null, null));
        var line = TimeLine.of(PAUSE, decidedOn, acts, calendar).line("review");
        var command = new TakeStep(
                UUID.randomUUID(),
                0,
                "review",
                on,
                outcome,
                months == null ? Map.of() : Map.of("months", months),
                null,
                null,
                null,
                "Late");
        return new ActCheck(PAUSE, line, acts, List.of(), calendar, TODAY, TODAY)
                .problems(command).stream()
                        .map(problem ->
                                problem.field() + " " + problem.messageKey().replace("core.procedure.refused.", ""))
                        .toList();
    }
}
