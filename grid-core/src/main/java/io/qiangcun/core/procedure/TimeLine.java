package io.qiangcun.core.procedure;

import io.qiangcun.core.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a case stands: computed from its template and its acts, so that nothing is decided by what cannot be recomputed. */
public record TimeLine(List<Line> steps, @Nullable Ending ending) {

    /**
     * One step.
     *
     * @param earliestOn before which it cannot be done
     * @param latestOn after which it is overdue
     * @param lastOn after which it cannot go on any more
     * @param closableOn when its time in public is over
     * @param times how often it was taken in this round
     */
    public record Line(
            Step step,
            StepState state,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate earliestOn,
            @Nullable LocalDate latestOn,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate closableOn,
            @Nullable TimeBound latestBy,
            @Nullable LocalDate lastOn,
            @Nullable TimeBound lastBy,
            int times) {

        public boolean isOverdue(LocalDate today) {
            return state == StepState.OPEN && latestOn != null && latestOn.isBefore(today);
        }

        /** Whether it may be done on the day, as far as time goes. */
        public boolean isTooEarly(LocalDate day) {
            return openedOn != null && day.isBefore(openedOn) || earliestOn != null && day.isBefore(earliestOn);
        }
    }

    /** @param result null when every step is done */
    public record Ending(LocalDate on, @Nullable String result) {}

    public TimeLine {
        steps = List.copyOf(steps);
    }

    /** @param acts in the order in which they were entered, without those withdrawn */
    public static TimeLine of(
            ProcedureTemplate template, LocalDate startedOn, List<StepAct> acts, WorkingDays calendar) {
        var run = new Run(template, startedOn, calendar);
        acts.forEach(run::take);
        return run.line();
    }

    public Line line(String step) {
        return steps.stream()
                .filter(line -> line.step().code().equals(step))
                .findFirst()
                .orElseThrow();
    }

    public Optional<Line> find(String step) {
        return steps.stream().filter(line -> line.step().code().equals(step)).findFirst();
    }

    public List<Line> owed() {
        return steps.stream().filter(line -> line.state().isOwed()).toList();
    }

    /** What has happened, act by act. */
    private static final class Run {

        private final ProcedureTemplate template;
        private final LocalDate startedOn;
        private final WorkingDays calendar;
        private final Map<String, Progress> progress = new HashMap<>();
        private final Map<String, LocalDate> done = new HashMap<>();
        private final Map<String, Integer> extensions = new HashMap<>();
        private @Nullable Ending ending;

        Run(ProcedureTemplate template, LocalDate startedOn, WorkingDays calendar) {
            this.template = template;
            this.startedOn = startedOn;
            this.calendar = calendar;
            template.steps().forEach(step -> progress.put(step.code(), new Progress(null)));
        }

        void take(StepAct act) {
            var now = of(act.step());
            if (act.kind() == StepAct.Kind.WAIVED) {
                now.settled = act;
                return;
            }
            var outcome = template.step(act.step()).outcome(act.outcome());
            var months = outcome.extendsBy();
            if (months != null) {
                extensions.merge(act.step(), Integer.parseInt(act.evidence().getOrDefault(months, "0")), Integer::sum);
            }
            switch (outcome.effect()) {
                case GO_ON -> {
                    now.times++;
                    now.settled = act;
                }
                case STAY -> {
                    now.times++;
                    now.last = act.on();
                }
                case GO_TO -> returnTo(Objects.requireNonNull(outcome.to()), act.on());
                case END -> ending = new Ending(act.on(), outcome.result());
            }
        }

        /** The step and all that follow it begin anew. */
        private void returnTo(String step, LocalDate on) {
            template.steps().stream()
                    .map(Step::code)
                    .filter(code -> code.equals(step) || template.before(code).contains(step))
                    .forEach(code -> progress.put(code, new Progress(code.equals(step) ? on : null)));
        }

        TimeLine line() {
            var lines = new ArrayList<Line>();
            template.steps().forEach(step -> lines.add(line(step)));
            if (ending == null && lines.stream().allMatch(line -> line.state().isSettled())) {
                var last = lines.stream()
                        .map(Line::doneOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(startedOn);
                return new TimeLine(lines, new Ending(last, null));
            }
            return new TimeLine(lines, ending);
        }

        private Line line(Step step) {
            var now = of(step.code());
            var opened = openedOn(step, now);
            if (opened == null) {
                var state = ending == null ? StepState.WAITING : StepState.CLOSED;
                return new Line(step, state, null, null, null, null, null, null, null, null, now.times);
            }
            if (isSkipped(step)) {
                done.put(step.code(), opened);
                return new Line(step, StepState.SKIPPED, opened, null, null, opened, null, null, null, null, now.times);
            }
            var earliest = bound(step.earliest(), (one, other) -> one.isAfter(other) ? one : other);
            var latestBy = latest(step, now, opened);
            var latest = latestBy == null ? null : latestBy.day();
            var by = latestBy == null ? null : latestBy.bound();
            var last = last(step);
            var lastOn = last == null ? null : last.day();
            var lastBy = last == null ? null : last.bound();
            var settled = now.settled;
            if (settled == null) {
                var state = ending == null ? StepState.OPEN : StepState.CLOSED;
                return new Line(step, state, opened, earliest, latest, null, null, by, lastOn, lastBy, now.times);
            }
            if (!settled.isSettled()) {
                var until = Objects.requireNonNull(step.publicity())
                        .until(Objects.requireNonNull(settled.publicFrom()), calendar);
                var state = ending == null ? StepState.PUBLIC : StepState.CLOSED;
                return new Line(step, state, opened, earliest, latest, null, until, by, lastOn, lastBy, now.times);
            }
            done.put(step.code(), settled.settledOn());
            var state = settled.kind() == StepAct.Kind.WAIVED ? StepState.WAIVED : StepState.DONE;
            return new Line(
                    step, state, opened, earliest, latest, settled.settledOn(), null, by, lastOn, lastBy, now.times);
        }

        /** The day on which the last of the steps before was done; null while one is not. */
        private @Nullable LocalDate openedOn(Step step, Progress now) {
            var opened = now.reopenedOn == null ? startedOn : now.reopenedOn;
            for (var earlier : step.after()) {
                var day = done.get(earlier);
                if (day == null) {
                    return null;
                }
                opened = day.isAfter(opened) ? day : opened;
            }
            return opened;
        }

        private boolean isSkipped(Step step) {
            var when = step.skipWhen();
            if (when == null) {
                return false;
            }
            var answered = of(when.step()).settled;
            return answered != null && when.isMetBy(answered);
        }

        private @Nullable LocalDate bound(List<TimeBound> bounds, BinaryOperator<LocalDate> choose) {
            return bounds.stream().map(this::day).reduce(choose).orElse(null);
        }

        private @Nullable Due latest(Step step, Progress now, LocalDate opened) {
            var dues = new ArrayList<Due>();
            step.latest().forEach(bound -> dues.add(new Due(day(bound), bound)));
            var repeat = step.repeat();
            if (repeat != null && repeat.withinMonths() != null) {
                var months = repeat.withinMonths();
                var since = now.last == null ? opened : now.last;
                var next =
                        new TimeBound(step.code(), months, TimeBound.Unit.MONTHS, false, null, false, repeat.basis());
                dues.add(new Due(since.plusMonths(months), next));
            }
            return dues.stream().min(Comparator.comparing(Due::day)).orElse(null);
        }

        private @Nullable Due last(Step step) {
            return step.latest().stream()
                    .filter(TimeBound::strict)
                    .map(bound -> new Due(day(bound), bound))
                    .min(Comparator.comparing(Due::day))
                    .orElse(null);
        }

        private LocalDate day(TimeBound bound) {
            var from = bound.from().equals(TimeBound.START)
                    ? startedOn
                    : Objects.requireNonNull(done.get(bound.from()), bound.from());
            var extension = extensions.entrySet().stream()
                    .filter(granted -> bound.isMovedBy(granted.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            return bound.after(from, extension, calendar);
        }

        private Progress of(String step) {
            return Objects.requireNonNull(progress.get(step), step);
        }
    }

    private record Due(LocalDate day, TimeBound bound) {}

    /** Of one step in its present round. */
    private static final class Progress {

        private final @Nullable LocalDate reopenedOn;
        private @Nullable StepAct settled;
        private @Nullable LocalDate last;
        private int times;

        Progress(@Nullable LocalDate reopenedOn) {
            this.reopenedOn = reopenedOn;
        }
    }
}
