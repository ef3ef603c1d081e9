package io.qiangcun.core.procedure;

import static io.qiangcun.core.procedure.StepState.DONE;
import static io.qiangcun.core.procedure.StepState.OPEN;
import static io.qiangcun.core.procedure.StepState.PUBLIC;
import static io.qiangcun.core.procedure.StepState.SKIPPED;
import static io.qiangcun.core.procedure.StepState.WAITING;
import static io.qiangcun.core.procedure.StepState.WAIVED;
import static io.qiangcun.core.procedure.Templates.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.procedure.StepAct.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a case stands, from its acts alone. */
class TimeLineTests {

    private static final WorkingDays CALENDAR = WorkingDays.withoutExceptions();
    private static final LocalDate START = LocalDate.of(2024, 1, 10);

    @Test
    void aCaseBeginsWithWhatComesAfterNothing() {
        var line = line();

        assertThat(states(line)).containsExactly(OPEN, WAITING, WAITING, WAITING, WAITING, WAITING, WAITING);
        assertThat(line.ending()).isNull();
    }

    @Test
    void stepsBesideEachOtherOpenTogetherWithTheirTimes() {
        var line = line(taken("apply", "2024-01-10"), taken("talk", "2024-02-01"));

        assertThat(states(line)).containsExactly(DONE, DONE, OPEN, OPEN, WAITING, WAITING, WAITING);
        assertThat(line.line("talk").latestOn()).isEqualTo("2024-02-10");
        assertThat(line.line("checks").earliestOn()).isEqualTo("2025-02-01");
        assertThat(line.line("checks").latestOn()).as("the first check").isEqualTo("2024-08-01");
    }

    @Test
    void aCheckStartsTheClockOfTheNext() {
        var line = line(
                taken("apply", "2024-01-10"),
                taken("talk", "2024-02-01"),
                taken("checks", "2024-06-20", "check", Map.of(), null, null));

        assertThat(line.line("checks").state()).isEqualTo(OPEN);
        assertThat(line.line("checks").times()).isEqualTo(1);
        assertThat(line.line("checks").latestOn()).isEqualTo("2024-12-20");
    }

    @Test
    void whatIsShownInPublicCountsOnceThatIsOver() {
        var acts = untilTheMeeting();
        acts.add(taken("meeting", "2025-03-03", "agreed", Map.of(), "2025-03-04", null));

        assertThat(line(acts).line("meeting").state()).isEqualTo(PUBLIC);
        assertThat(line(acts).line("meeting").closableOn()).isEqualTo("2025-03-11");
        assertThat(line(acts).line("approval").state()).isEqualTo(WAITING);

        acts.set(acts.size() - 1, taken("meeting", "2025-03-03", "agreed", Map.of(), "2025-03-04", "2025-03-11"));
        assertThat(line(acts).line("approval").openedOn()).isEqualTo("2025-03-11");
        assertThat(line(acts).line("approval").latestOn()).isEqualTo("2025-06-11");
    }

    @Test
    void whatIsReturnedBeginsAnewWithAllThatFollows() {
        var acts = untilTheMeeting();
        acts.add(taken("meeting", "2025-03-03", "agreed", Map.of(), "2025-03-04", "2025-03-11"));
        acts.add(taken("approval", "2025-04-01", "returned", Map.of(), null, null));
        var line = line(acts);

        assertThat(line.line("meeting").state()).isEqualTo(OPEN);
        assertThat(line.line("meeting").openedOn()).isEqualTo("2025-04-01");
        assertThat(line.line("approval").state()).isEqualTo(WAITING);
        assertThat(line.line("checks").state()).isEqualTo(DONE);
    }

    @Test
    void aRefusalEndsTheCase() {
        var acts = untilTheMeeting();
        acts.add(taken("meeting", "2025-03-03", "refused", Map.of(), null, null));
        var ending = Objects.requireNonNull(line(acts).ending());

        assertThat(ending.result()).isEqualTo("不同意");
        assertThat(line(acts).owed()).isEmpty();
    }

    @Test
    void anAnswerBeforeLeavesAStepOut() {
        var acts = untilTheMeeting();
        acts.set(0, taken("apply", "2024-01-10", "done", Map.of("alone", "yes"), null, null));
        acts.add(taken("meeting", "2025-03-03", "agreed", Map.of(), "2025-03-04", "2025-03-11"));
        acts.add(taken("approval", "2025-04-01", "approved", Map.of(), null, null));

        assertThat(line(acts).line("oath").state()).isEqualTo(SKIPPED);
        assertThat(Objects.requireNonNull(line(acts).ending()).on()).isEqualTo("2025-04-01");
    }

    @Test
    void aWaivedStepIsSettled() {
        var line = line(
                taken("apply", "2024-01-10"),
                taken("talk", "2024-02-01"),
                new StepAct("references", Kind.WAIVED, day("2024-02-02"), "", Map.of(), null, null));

        assertThat(line.line("references").state()).isEqualTo(WAIVED);
        assertThat(line.line("references").doneOn()).isEqualTo("2024-02-02");
    }

    /** Acts at random, as far as they are accepted: what results is in order, whatever the order of the acts. */
    @Property(tries = 300)
    void noHistoryBreaksTheOrder(@ForAll long seed) {
        var random = new Random(seed);
        var acts = new ArrayList<StepAct>();
        var today = START;
        for (var round = 0; round < 40; round++) {
            today = today.plusDays(random.nextInt(60));
            var line = line(acts);
            var choices = PERMIT.steps();
            var step = choices.get(random.nextInt(choices.size()));
            if (line.line(step.code()).state() == OPEN) {
                attempt(line.line(step.code()), step, acts, today, random);
            } else if (line.line(step.code()).state() == PUBLIC) {
                closeAt(
                        acts,
                        step,
                        today,
                        Objects.requireNonNull(line.line(step.code()).closableOn()));
            }
            assertInOrder(line(acts));
        }
    }

    private static void attempt(TimeLine.Line line, Step step, List<StepAct> acts, LocalDate today, Random random) {
        var outcome = step.outcomes().get(random.nextInt(step.outcomes().size()));
        var on = today.minusDays(random.nextInt(100));
        var tally = step.vote() == null
                ? null
                : outcome.vote() == Outcome.VoteNeed.NOT_PASSED
                        ? new Tally(20, 20, 15, 0, 3, 12, 0)
                        : new Tally(20, 20, 15, 0, 15, 0, 0);
        var command = new TakeStep(
                UUID.randomUUID(),
                0,
                step.code(),
                on,
                outcome.code(),
                Map.of("birth", "1990-01-01", "number", "A" + random.nextInt(), "months", "6"),
                tally,
                null,
                null,
                "late");
        var check = new ActCheck(PERMIT, line, acts, List.of(), CALENDAR, today, today);
        if (check.problems(command).isEmpty()) {
            acts.add(new StepAct(
                    step.code(),
                    Kind.TAKEN,
                    on,
                    outcome.code(),
                    command.evidence(),
                    step.publicity() != null && outcome.effect() == Outcome.Effect.GO_ON ? on : null,
                    null));
        }
    }

    private static void closeAt(List<StepAct> acts, Step step, LocalDate today, LocalDate closable) {
        if (today.isBefore(closable)) {
            return;
        }
        for (var at = acts.size() - 1; at >= 0; at--) {
            var act = acts.get(at);
            if (act.step().equals(step.code()) && act.publicFrom() != null && act.closedOn() == null) {
                acts.set(
                        at,
                        new StepAct(
                                act.step(),
                                act.kind(),
                                act.on(),
                                act.outcome(),
                                act.evidence(),
                                act.publicFrom(),
                                today));
                return;
            }
        }
    }

    private static void assertInOrder(TimeLine line) {
        line.steps().stream()
                .filter(step -> step.doneOn() != null && step.state() != SKIPPED)
                .forEach(step -> {
                    assertThat(step.isTooEarly(Objects.requireNonNull(step.doneOn())))
                            .as("%s done before its time", step.step().code())
                            .isFalse();
                    step.step().after().forEach(earlier -> assertThat(
                                    line.line(earlier).doneOn())
                            .as("%s before %s", earlier, step.step().code())
                            .isNotNull()
                            .isBeforeOrEqualTo(step.doneOn()));
                });
        line.owed().forEach(step -> step.step().after().forEach(earlier -> assertThat(
                        line.line(earlier).state().isSettled())
                .isTrue()));
    }

    private static List<StepAct> untilTheMeeting() {
        return new ArrayList<>(List.of(
                taken("apply", "2024-01-10"),
                taken("talk", "2024-02-01"),
                taken("references", "2024-03-01"),
                taken("checks", "2024-07-01", "check", Map.of(), null, null),
                taken("checks", "2025-02-03", "enough", Map.of(), null, null)));
    }

    private static TimeLine line(StepAct... acts) {
        return line(List.of(acts));
    }

    private static TimeLine line(List<StepAct> acts) {
        return TimeLine.of(PERMIT, START, acts, CALENDAR);
    }

    private static StepAct taken(String step, String on) {
        return taken(step, on, "done", Map.of(), null, null);
    }

    private static StepAct taken(
            String step,
            String on,
            String outcome,
            Map<String, String> evidence,
            @Nullable String publicFrom,
            @Nullable String closedOn) {
        return new StepAct(
                step,
                Kind.TAKEN,
                day(on),
                outcome,
                evidence,
                publicFrom == null ? null : day(publicFrom),
                closedOn == null ? null : day(closedOn));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static List<StepState> states(TimeLine line) {
        return line.steps().stream().map(TimeLine.Line::state).toList();
    }
}
