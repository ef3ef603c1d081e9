package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a county makes of a procedure by filling in a form: other words, other times, further evidence and steps of its
 * own. A pure function; whether the result is too loose is asked afterwards.
 *
 * @param texts what was typed, by step code and what it is about: {@code first-talk.title}
 * @param local the county's own text, on which rests what it adds
 * @param record the label of what is written down about a step of its own
 */
public record TemplateEdit(Map<String, String> texts, Basis local, String record) {

    private static final int LONGEST = 100;
    private static final int LONGEST_AMOUNT = 4;

    public TemplateEdit {
        texts = Map.copyOf(texts);
    }

    /** What cannot be read. */
    public List<Problem> problems(ProcedureTemplate from) {
        var problems = new ArrayList<Problem>();
        from.steps().forEach(step -> {
            if (text(step, "title", step.title()).isBlank()) {
                problems.add(at(step, "title", "title-missing"));
            }
            for (var about : List.of("title", "evidence", "next")) {
                if (text(step, about, "").length() > LONGEST) {
                    problems.add(at(step, about, "too-long", LONGEST));
                }
            }
            for (var at = 0; at < step.latest().size(); at++) {
                requireNumber(step, "latest" + at, problems);
            }
            for (var at = 0; at < step.earliest().size(); at++) {
                requireNumber(step, "earliest" + at, problems);
            }
            requireNumber(step, "within", problems);
            requireNumber(step, "publicity", problems);
        });
        return problems;
    }

    private void requireNumber(Step step, String about, List<Problem> problems) {
        var typed = text(step, about, "");
        if (!typed.isEmpty() && !isNumber(typed)) {
            problems.add(at(step, about, "not-a-number"));
        }
    }

    private static boolean isNumber(String typed) {
        return typed.length() <= LONGEST_AMOUNT && typed.matches("[0-9]+");
    }

    /** The procedure as it is then. */
    public ProcedureTemplate applyTo(ProcedureTemplate from) {
        var steps = new ArrayList<Step>();
        var moved = new java.util.HashMap<String, List<String>>();
        for (var step : from.steps()) {
            var after = step.after().stream()
                    .flatMap(code -> moved.getOrDefault(code, List.of(code)).stream())
                    .distinct()
                    .toList();
            if (step.own() && "yes".equals(text(step, "drop", ""))) {
                moved.put(step.code(), after);
                continue;
            }
            steps.add(edited(step, after));
            var next = text(step, "next", "");
            if (!next.isBlank()) {
                var own = own(from, steps, step, next);
                steps.add(own);
                moved.put(step.code(), List.of(own.code()));
            }
        }
        return new ProcedureTemplate(
                from.code(),
                from.title(),
                from.summary(),
                from.subject(),
                from.startedBy(),
                from.basis(),
                from.stages(),
                steps);
    }

    private Step edited(Step step, List<String> after) {
        var latest = new ArrayList<>(bounds(step, "latest", step.latest()));
        var within = text(step, "within", "");
        if (isNumber(within) && latest.isEmpty() && !after.isEmpty()) {
            latest.add(
                    new TimeBound(after.get(0), Integer.parseInt(within), TimeBound.Unit.WORKING_DAYS, false, local));
        }
        return new Step(
                step.code(),
                step.stage(),
                text(step, "title", step.title()),
                text(step, "hint", step.hint()),
                step.level(),
                after,
                bounds(step, "earliest", step.earliest()),
                latest,
                step.repeat(),
                evidence(step),
                step.vote(),
                publicity(step),
                step.outcomes(),
                step.waivedBy(),
                step.skipWhen(),
                step.guards(),
                step.own(),
                step.basis());
    }

    /** An amount left blank takes the time away. */
    private List<TimeBound> bounds(Step step, String about, List<TimeBound> bounds) {
        var kept = new ArrayList<TimeBound>();
        for (var at = 0; at < bounds.size(); at++) {
            var bound = bounds.get(at);
            var typed = text(step, about + at, Integer.toString(bound.amount()));
            if (isNumber(typed)) {
                var amount = Integer.parseInt(typed);
                kept.add(new TimeBound(
                        bound.from(),
                        amount,
                        bound.unit(),
                        bound.extendable(),
                        amount == bound.amount() ? bound.basis() : tightened(bound.basis())));
            }
        }
        return kept;
    }

    /** A binding text stays the text; what was local is the county's own from now on. */
    private Basis tightened(Basis basis) {
        return basis.isBinding() ? basis : local;
    }

    private @Nullable Publicity publicity(Step step) {
        var publicity = step.publicity();
        if (publicity == null) {
            return null;
        }
        var typed = text(step, "publicity", Integer.toString(publicity.amount()));
        if (!isNumber(typed) || Integer.parseInt(typed) == 0) {
            return null;
        }
        var amount = Integer.parseInt(typed);
        return new Publicity(
                amount,
                publicity.unit(),
                amount == publicity.amount() ? publicity.basis() : tightened(publicity.basis()));
    }

    private List<EvidenceField> evidence(Step step) {
        var label = text(step, "evidence", "");
        if (label.isBlank()) {
            return step.evidence();
        }
        var fields = new ArrayList<>(step.evidence());
        fields.add(field(freeCode(fields), label, false));
        return fields;
    }

    private static String freeCode(List<EvidenceField> fields) {
        var number = fields.size() + 1;
        while (isTaken(fields, "own" + number)) {
            number++;
        }
        return "own" + number;
    }

    private static boolean isTaken(List<EvidenceField> fields, String code) {
        return fields.stream().anyMatch(field -> field.code().equals(code));
    }

    private static EvidenceField field(String code, String label, boolean required) {
        return new EvidenceField(
                code, label, "", EvidenceField.Kind.LONG_TEXT, required, null, null, List.of(), List.of(), false, true);
    }

    private Step own(ProcedureTemplate from, List<Step> steps, Step before, String title) {
        var number = 1;
        while (isKnown(from, steps, "own-" + number)) {
            number++;
        }
        var level = text(before, "nextLevel", before.level().name());
        return new Step(
                "own-" + number,
                before.stage(),
                title,
                "",
                ActorLevel.valueOf(level),
                List.of(before.code()),
                List.of(),
                List.of(),
                null,
                List.of(field("record", record, true)),
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                true,
                local);
    }

    private static boolean isKnown(ProcedureTemplate from, List<Step> steps, String code) {
        return from.find(code).isPresent()
                || steps.stream().anyMatch(step -> step.code().equals(code));
    }

    private String text(Step step, String about, String otherwise) {
        return Objects.requireNonNullElse(texts.get(step.code() + "." + about), otherwise)
                .strip();
    }

    private static Problem at(Step step, String about, String key, Object... arguments) {
        return Problem.of("texts[" + step.code() + "." + about + "]", "core.procedure.copy." + key, arguments);
    }
}
