package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final String CHOICE = "[A-Za-z0-9-]{1,20}[\\s　]+\\S.{0,99}";

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
            step.evidence().stream()
                    .filter(EvidenceField::open)
                    .filter(field -> !isList(text(step, "choices-" + field.code(), "")))
                    .forEach(field -> problems.add(at(step, "choices-" + field.code(), "not-choices")));
            for (var about : List.of("title", "evidence", "next", "beside")) {
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

    private static boolean isList(String typed) {
        var lines =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.stream().allMatch(line -> line.matches(CHOICE))
                && lines.stream()
                                .map(line -> line.split("[\\s　]+", 2)[0])
                                .distinct()
                                .count()
                        == lines.size();
    }

    private static boolean isNumber(String typed) {
        return typed.length() <= LONGEST_AMOUNT && typed.matches("[0-9]+");
    }

    /** The procedure as it is then. */
    public ProcedureTemplate applyTo(ProcedureTemplate from) {
        var steps = new ArrayList<Step>();
        var moved = new HashMap<String, List<String>>();
        for (var step : from.steps()) {
            var after = step.after().stream()
                    .flatMap(code -> moved.getOrDefault(code, List.of(code)).stream())
                    .distinct()
                    .toList();
            if (mayDrop(step) && "yes".equals(text(step, "drop", ""))) {
                moved.put(step.code(), after);
                continue;
            }
            steps.add(edited(step, after));
            var follow = new ArrayList<String>(List.of(step.code()));
            var beside = text(step, "beside", "");
            if (!beside.isBlank()) {
                var twin = twin(from, steps, step, after, beside);
                steps.add(twin);
                follow.add(twin.code());
            }
            var next = text(step, "next", "");
            if (!next.isBlank()) {
                var own = own(from, steps, step, next);
                steps.add(own);
                follow.set(0, own.code());
            }
            moved.put(step.code(), follow);
        }
        return new ProcedureTemplate(
                from.code(),
                from.title(),
                from.summary(),
                from.subject(),
                from.startedBy(),
                from.at(),
                from.offUnless(),
                from.basis(),
                again(from, steps),
                from.stages(),
                steps);
    }

    /** Where the county took the last day away, nothing says how long a result holds. */
    private static @Nullable Again again(ProcedureTemplate from, List<Step> steps) {
        var again = from.again();
        return again == null || !again.isTold(steps) ? null : again;
    }

    /** What neither law nor Party regulation asks for may be left out. */
    public static boolean mayDrop(Step step) {
        return step.own() || !step.isBinding();
    }

    /** The same step once more beside it, for somebody else: another department to be asked. */
    private Step twin(ProcedureTemplate from, List<Step> steps, Step step, List<String> after, String title) {
        return new Step(
                freeCode(from, steps),
                step.stage(),
                title,
                step.hint(),
                step.level(),
                after,
                step.earliest(),
                step.latest(),
                step.repeat(),
                step.evidence(),
                step.vote(),
                step.publicity(),
                step.outcomes(),
                step.waivedBy(),
                step.skipWhen(),
                step.guards(),
                List.of(),
                step.secret(),
                true,
                local);
    }

    private static String freeCode(ProcedureTemplate from, List<Step> steps) {
        var number = 1;
        while (isKnown(from, steps, "own-" + number)) {
            number++;
        }
        return "own-" + number;
    }

    private Step edited(Step step, List<String> after) {
        var latest = new ArrayList<>(bounds(step, "latest", step.latest()));
        var within = text(step, "within", "");
        if (isNumber(within) && latest.isEmpty() && !after.isEmpty()) {
            latest.add(new TimeBound(
                    after.get(0), Integer.parseInt(within), TimeBound.Unit.WORKING_DAYS, false, null, false, local));
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
                step.consequences(),
                step.secret(),
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
                        bound.extendedBy(),
                        bound.strict(),
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
                publicity.only(),
                amount == publicity.amount() ? publicity.basis() : tightened(publicity.basis()));
    }

    private List<EvidenceField> evidence(Step step) {
        var fields = new ArrayList<EvidenceField>();
        step.evidence().forEach(field -> fields.add(worded(step, field)));
        var label = text(step, "evidence", "");
        if (label.isBlank()) {
            return fields;
        }
        fields.add(EvidenceField.text(freeCode(fields), label, false));
        return fields;
    }

    /** Other words for a field that no binding text asks for; other choices where the list is open. */
    private EvidenceField worded(Step step, EvidenceField field) {
        var label = step.isBinding() ? field.label() : text(step, "label-" + field.code(), field.label());
        var choices =
                field.open() ? choices(text(step, "choices-" + field.code(), ""), field.choices()) : field.choices();
        return label.isBlank() ? field.labelled(field.label(), choices) : field.labelled(label, choices);
    }

    /** One choice in each line: a code, and what it is called. */
    private static List<EvidenceField.Choice> choices(String typed, List<EvidenceField.Choice> otherwise) {
        var choices = typed.lines()
                .map(String::strip)
                .filter(line -> line.matches(CHOICE))
                .map(line -> line.split("[\\s　]+", 2))
                .map(parts -> new EvidenceField.Choice(parts[0], parts[1].strip()))
                .toList();
        return choices.isEmpty() ? otherwise : choices;
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

    private Step own(ProcedureTemplate from, List<Step> steps, Step before, String title) {
        var level = text(before, "nextLevel", before.level().name());
        return new Step(
                freeCode(from, steps),
                before.stage(),
                title,
                "",
                ActorLevel.valueOf(level),
                List.of(before.code()),
                List.of(),
                List.of(),
                null,
                List.of(EvidenceField.text("record", record, true)),
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                false,
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
