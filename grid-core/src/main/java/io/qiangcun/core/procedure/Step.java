package io.qiangcun.core.procedure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure.
 *
 * @param after the steps that must be done before; none for what can be done at once
 * @param earliest not before all of these
 * @param latest not after any of these; later it is overdue, and warned of
 * @param waivedBy who may waive it, or null for nobody
 * @param guards names of {@link StepGuard} beans asked before it is taken
 * @param consequences names of {@link StepConsequence} beans that act once it is taken
 * @param secret whether only the level that acts, and those above it, may know what was done
 * @param own whether a county added it
 */
public record Step(
        String code,
        String stage,
        String title,
        String hint,
        ActorLevel level,
        List<String> after,
        List<TimeBound> earliest,
        List<TimeBound> latest,
        @Nullable Repeat repeat,
        List<EvidenceField> evidence,
        @Nullable Vote vote,
        @Nullable Publicity publicity,
        List<Outcome> outcomes,
        @Nullable ActorLevel waivedBy,
        @Nullable SkipWhen skipWhen,
        List<String> guards,
        List<String> consequences,
        boolean secret,
        boolean own,
        Basis basis) {

    public Step {
        if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("Not a code of a step: " + code);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("The step " + code + " has no title");
        }
        Objects.requireNonNull(level, "level of " + code);
        Objects.requireNonNull(basis, "basis of " + code);
        hint = hint == null ? "" : hint;
        after = after == null ? List.of() : List.copyOf(after);
        earliest = earliest == null ? List.of() : List.copyOf(earliest);
        latest = latest == null ? List.of() : List.copyOf(latest);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        outcomes = outcomes == null || outcomes.isEmpty() ? List.of(Outcome.done()) : List.copyOf(outcomes);
        guards = guards == null ? List.of() : List.copyOf(guards);
        consequences = consequences == null ? List.of() : List.copyOf(consequences);
        EvidenceField.requireDistinct(evidence);
        requireWays(code, outcomes, vote);
        requireRepeats(code, outcomes, repeat);
        requireFields(code, outcomes, evidence, vote);
    }

    private static void requireWays(String code, List<Outcome> outcomes, @Nullable Vote vote) {
        if (outcomes.stream().map(Outcome::code).distinct().count() != outcomes.size()) {
            throw new IllegalArgumentException("The step " + code + " names an outcome twice");
        }
        if (outcomes.stream().noneMatch(outcome -> outcome.effect() == Outcome.Effect.GO_ON)) {
            throw new IllegalArgumentException("The step " + code + " leads nowhere");
        }
        if (vote != null
                && Stream.of(true, false)
                        .anyMatch(passed -> outcomes.stream().noneMatch(outcome -> outcome.fits(passed)))) {
            throw new IllegalArgumentException(
                    "The step " + code + " knows no outcome of a vote that fails, or passes");
        }
    }

    private static void requireRepeats(String code, List<Outcome> outcomes, @Nullable Repeat repeat) {
        if ((repeat != null) != outcomes.stream().anyMatch(outcome -> outcome.effect() == Outcome.Effect.STAY)) {
            throw new IllegalArgumentException("The step " + code + " repeats with an outcome that stays");
        }
    }

    private static void requireFields(
            String code, List<Outcome> outcomes, List<EvidenceField> evidence, @Nullable Vote vote) {
        outcomes.stream().map(Outcome::extendsBy).filter(Objects::nonNull).forEach(field -> {
            if (evidence.stream()
                    .noneMatch(known -> known.code().equals(field)
                            && known.kind() == EvidenceField.Kind.NUMBER
                            && known.required())) {
                throw new IllegalArgumentException("The step " + code + " asks for no number " + field);
            }
        });
        if (vote != null && vote.byField() != null && evidence.stream().noneMatch(known -> decides(known, vote))) {
            throw new IllegalArgumentException("The step " + code + " has a vote by a choice it does not ask for");
        }
    }

    private static boolean decides(EvidenceField field, Vote vote) {
        return field.code().equals(vote.byField())
                && field.required()
                && field.choices().stream().allMatch(choice -> vote.byChoice().containsKey(choice.code()));
    }

    public Outcome outcome(String wanted) {
        return outcomes.stream()
                .filter(outcome -> outcome.code().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No outcome " + wanted + " of " + code));
    }

    public boolean hasOutcome(String wanted) {
        return outcomes.stream().anyMatch(outcome -> outcome.code().equals(wanted));
    }

    public boolean isBinding() {
        return basis.isBinding();
    }

    /** Whether there is something to choose. */
    public boolean isFork() {
        return outcomes.size() > 1;
    }

    /** Where it is open for how many days, the outcome is asked for in public. */
    boolean isPublic(Outcome outcome) {
        return publicity != null && publicity.isOf(outcome);
    }

    public Optional<EvidenceField> field(String wanted) {
        return evidence.stream().filter(field -> field.code().equals(wanted)).findFirst();
    }

    public List<EvidenceField> files() {
        return evidence.stream()
                .filter(field -> field.kind() == EvidenceField.Kind.FILE)
                .toList();
    }

    public List<EvidenceField> fields() {
        return evidence.stream()
                .filter(field -> field.kind() != EvidenceField.Kind.FILE)
                .toList();
    }

    /** The answer of a field as its reader knows it. */
    public String shown(EvidenceField field, Map<String, String> entered) {
        if (field.kind() == EvidenceField.Kind.PERSON) {
            return entered.getOrDefault(Evidence.nameOf(field), "");
        }
        var value = entered.getOrDefault(field.code(), "");
        return field.choices().stream()
                .filter(choice -> choice.code().equals(value))
                .map(EvidenceField.Choice::label)
                .findFirst()
                .orElse(value);
    }
}
