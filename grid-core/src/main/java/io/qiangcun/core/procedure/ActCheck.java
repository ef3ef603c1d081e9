package io.qiangcun.core.procedure;

import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.error.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with an act about an open step; a pure function of what is known about the case.
 *
 * @param acts those that stand, in their order
 * @param rules the vote rules by which its vote is counted
 * @param lateBefore what is dated earlier needs a reason
 */
record ActCheck(
        ProcedureTemplate template,
        TimeLine.Line line,
        List<StepAct> acts,
        List<VoteRule> rules,
        WorkingDays calendar,
        LocalDate today,
        LocalDate lateBefore) {

    private static final String KEY = "core.procedure.refused.";

    List<Problem> problems(TakeStep command) {
        var problems = new ArrayList<Problem>();
        checkDay(command, problems);
        if (line.step().hasOutcome(command.outcome())) {
            var outcome = line.step().outcome(command.outcome());
            checkOutcome(command, outcome, problems);
            checkEvidence(command, command.outcome(), problems);
            checkVote(command, outcome, problems);
            checkPublicity(command, outcome, problems);
        } else {
            add(problems, "outcome", "outcome-missing");
            checkEvidence(command, "", problems);
        }
        return problems;
    }

    /** Whether the motion passed by every rule; a step without a vote has passed. */
    boolean passed(TakeStep command) {
        var tally = command.tally();
        return tally == null || rules.stream().allMatch(rule -> rule.passes(tally));
    }

    private void checkDay(TakeStep command, List<Problem> problems) {
        var on = command.on();
        if (on == null) {
            add(problems, "actedOn", "day-missing");
        } else if (on.isAfter(today)) {
            add(problems, "actedOn", "day-future");
        } else if (line.openedOn() != null && on.isBefore(line.openedOn())) {
            add(problems, "actedOn", "day-before-opened", line.openedOn().toString());
        } else {
            acts.stream()
                    .filter(act -> act.step().equals(command.step()) && act.on().isAfter(on))
                    .findFirst()
                    .ifPresent(later -> add(
                            problems, "actedOn", "day-before-last", later.on().toString()));
            if (on.isBefore(lateBefore) && command.lateReason().isBlank()) {
                add(problems, "lateReason", "late-reason-missing", lateBefore.toString());
            }
        }
    }

    private void checkOutcome(TakeStep command, Outcome outcome, List<Problem> problems) {
        var on = command.on();
        var most = outcome.most();
        if (most != null
                && acts.stream()
                                .filter(act -> act.step().equals(command.step())
                                        && act.kind() == StepAct.Kind.TAKEN
                                        && act.outcome().equals(outcome.code()))
                                .count()
                        >= most) {
            add(problems, "outcome", "outcome-used-up", outcome.title(), most, textOf(outcome.basis()));
        }
        if (outcome.itemsDone() && !ItemBook.of(template, acts).isDone()) {
            add(problems, "outcome", "items-not-done", outcome.title());
        }
        var last = line.lastOn();
        var lastBy = line.lastBy();
        if (on != null
                && last != null
                && on.isAfter(last)
                && (outcome.effect() == Outcome.Effect.GO_ON || outcome.effect() == Outcome.Effect.STAY)) {
            add(problems, "actedOn", "day-too-late", last.toString(), textOf(lastBy == null ? null : lastBy.basis()));
        }
        var earliest = line.earliestOn();
        if (outcome.isTimed() && on != null && earliest != null && on.isBefore(earliest)) {
            add(problems, "actedOn", "day-too-early", earliest.toString(), earliestText());
        }
        var repeat = line.step().repeat();
        if (outcome.effect() == Outcome.Effect.GO_ON && repeat != null && line.times() + 1 < repeat.atLeast()) {
            add(problems, "outcome", "not-often-enough", repeat.atLeast(), line.times(), textOf(repeat.basis()));
        }
    }

    private String earliestText() {
        return line.step().earliest().stream()
                .map(TimeBound::basis)
                .map(ActCheck::textOf)
                .distinct()
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String textOf(@Nullable Basis basis) {
        return basis == null ? "" : basis.source() + basis.article() + " " + basis.text();
    }

    private void checkEvidence(TakeStep command, String outcome, List<Problem> problems) {
        new FieldCheck(acts, problems).check(line.step(), command.evidence(), outcome);
    }

    private void checkVote(TakeStep command, Outcome outcome, List<Problem> problems) {
        if (line.step().vote() == null) {
            return;
        }
        var tally = command.tally();
        if (tally == null) {
            if (outcome.vote() != Outcome.VoteNeed.ANY) {
                add(problems, "members", "tally-missing");
            }
            return;
        }
        for (var rule : rules) {
            if (tally.written() > 0 && !rule.writtenVotes()) {
                add(problems, "written", "written-votes", rule.body(), textOf(rule.basis()));
            }
            if (!rule.isQuorate(tally)) {
                add(
                        problems,
                        "present",
                        "not-quorate",
                        rule.body(),
                        rule.attendanceNeeded(tally),
                        tally.present(),
                        textOf(rule.basis()));
            }
            if (command.on() != null && !rule.wasNoticed(command.noticedOn(), command.on())) {
                add(problems, "noticedOn", "notice-too-short", rule.body(), rule.noticeDays(), textOf(rule.basis()));
            }
        }
        if (problems.isEmpty() && !outcome.fits(passed(command))) {
            var needed = rules.stream()
                    .mapToInt(rule -> rule.votesNeeded(tally))
                    .max()
                    .orElse(1);
            add(problems, "outcome", passed(command) ? "vote-passed" : "vote-failed", needed, tally.yes());
        }
    }

    private void checkPublicity(TakeStep command, Outcome outcome, List<Problem> problems) {
        if (!line.step().isPublic(outcome)) {
            return;
        }
        var from = Objects.requireNonNullElse(command.publicFrom(), command.on());
        if (from != null && command.on() != null && from.isBefore(command.on())) {
            add(problems, "publicFrom", "public-before-act");
        }
        if (from != null && from.isAfter(today)) {
            add(problems, "publicFrom", "public-future");
        }
    }

    private static void add(List<Problem> problems, String field, String key, Object... arguments) {
        problems.add(Problem.of(field, KEY + key, arguments));
    }
}
