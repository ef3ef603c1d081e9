package io.qiangcun.core.procedure;

import io.qiangcun.core.place.PlaceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as its text has it: stages and steps in an order in which every step comes after those it needs. A value
 * that cannot be wrong; a case keeps the one it started with.
 *
 * @param startedBy whose account starts a case, and at whose place it then is
 * @param again how it is done once more, or null where it is not
 * @param at the only kind of place that has such cases, or null
 * @param offUnless the number that a county sets to 1 before anybody there starts such a case, or null where all may
 */
public record ProcedureTemplate(
        String code,
        String title,
        String summary,
        SubjectKind subject,
        ActorLevel startedBy,
        @Nullable PlaceKind at,
        @Nullable String offUnless,
        Basis basis,
        @Nullable Again again,
        List<Stage> stages,
        List<Step> steps) {

    /** What a case is about. */
    public enum SubjectKind {
        PERSON,
        MATTER
    }

    public ProcedureTemplate {
        if (!code.matches("[a-z]+\\.[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not a code of a procedure: " + code);
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(startedBy, "startedBy");
        Objects.requireNonNull(basis, "basis");
        summary = summary == null ? "" : summary;
        stages = List.copyOf(stages);
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A procedure has steps: " + code);
        }
        new Order(code, stages).check(steps);
        if (again != null && !again.isTold(steps)) {
            throw new IllegalArgumentException(code + " has no step with a last day called " + again.validBy());
        }
    }

    /** Whether places of the kind have such cases. */
    public boolean isFor(PlaceKind kind) {
        return at == null || at == kind;
    }

    public Optional<Step> find(String step) {
        return steps.stream().filter(known -> known.code().equals(step)).findFirst();
    }

    public Step step(String wanted) {
        return find(wanted).orElseThrow(() -> new IllegalArgumentException("No step " + wanted + " of " + code));
    }

    /** Counted from one, in the order of the text. */
    public int numberOf(Step step) {
        return steps.indexOf(step) + 1;
    }

    public List<Step> stepsOf(Stage stage) {
        return steps.stream().filter(step -> step.stage().equals(stage.code())).toList();
    }

    /** All that must be done before the step, however far back. */
    Set<String> before(String step) {
        var found = new HashSet<String>();
        collect(step(step), found);
        return found;
    }

    /** Whether the one must be done before the other. */
    public boolean comesBefore(String earlier, String later) {
        return before(later).contains(earlier);
    }

    private void collect(Step step, Set<String> found) {
        step.after().stream().filter(found::add).forEach(earlier -> collect(step(earlier), found));
    }

    /** Checks step by step what may refer to what. */
    private static final class Order {

        private final String code;
        private final List<Stage> stages;
        private final Map<String, Set<String>> before = new HashMap<>();
        private final Map<String, Step> known = new HashMap<>();

        Order(String code, List<Stage> stages) {
            this.code = code;
            this.stages = stages;
        }

        void check(List<Step> steps) {
            steps.forEach(this::check);
        }

        private void check(Step step) {
            var name = code + " " + step.code();
            if (known.containsKey(step.code())) {
                throw new IllegalArgumentException("Two steps are called " + name);
            }
            if (stages.stream().noneMatch(stage -> stage.code().equals(step.stage()))) {
                throw new IllegalArgumentException("No stage " + step.stage() + " for " + name);
            }
            var earlier = new HashSet<String>();
            for (var needed : step.after()) {
                if (!before.containsKey(needed)) {
                    throw new IllegalArgumentException(
                            name + " comes after " + needed + ", which does not come before");
                }
                earlier.add(needed);
                earlier.addAll(Objects.requireNonNull(before.get(needed)));
            }
            before.put(step.code(), earlier);
            known.put(step.code(), step);
            Stream.concat(step.earliest().stream(), step.latest().stream())
                    .map(TimeBound::from)
                    .filter(from -> !from.equals(TimeBound.START) && !earlier.contains(from))
                    .forEach(from -> refuse(name, from));
            step.outcomes().stream()
                    .map(Outcome::to)
                    .filter(Objects::nonNull)
                    .filter(to -> !earlier.contains(to) && !to.equals(step.code()))
                    .forEach(to -> refuse(name, to));
            var skip = step.skipWhen();
            if (skip != null
                    && (!earlier.contains(skip.step()) || !skip.isOf(Objects.requireNonNull(known.get(skip.step()))))) {
                refuse(name, skip.step() + " " + skip.field());
            }
        }

        private static void refuse(String name, String what) {
            throw new IllegalArgumentException(name + " refers to " + what + ", which does not come before it");
        }
    }
}
