package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where a copy of a procedure is looser than law or Party regulation, on which its original rests. A pure function. */
final class TemplateCheck {

    private static final String KEY = "core.procedure.copy.";

    private final ProcedureTemplate copy;
    private final List<Problem> problems = new ArrayList<>();

    private TemplateCheck(ProcedureTemplate copy) {
        this.copy = copy;
    }

    static List<Problem> looser(ProcedureTemplate original, ProcedureTemplate copy) {
        var check = new TemplateCheck(copy);
        if (!original.code().equals(copy.code())
                || original.subject() != copy.subject()
                || original.startedBy() != copy.startedBy()
                || original.at() != copy.at()) {
            check.add(null, "other-procedure");
        }
        original.steps().forEach(check::compare);
        copy.steps().stream()
                .filter(step -> original.find(step.code()).isEmpty())
                .filter(step -> !step.own() || step.isBinding())
                .forEach(step -> check.add(at(step, "title"), "not-own", step.title()));
        return List.copyOf(check.problems);
    }

    private void compare(Step original) {
        var found = copy.find(original.code());
        if (found.isEmpty()) {
            if (original.isBinding()) {
                add(null, "step-dropped", original.title(), textOf(original.basis()));
            }
            return;
        }
        var step = found.get();
        if (original.level() != step.level()
                || !step.stage().equals(original.stage())
                || !step.outcomes().equals(original.outcomes())
                || !Objects.equals(step.skipWhen(), original.skipWhen())
                || !step.guards().containsAll(original.guards())
                || !step.consequences().equals(original.consequences())
                || step.secret() != original.secret()
                || !copy.before(step.code())
                        .containsAll(original.after().stream()
                                .filter(code -> copy.find(code).isPresent())
                                .toList())) {
            add(at(step, "title"), "step-changed", original.title(), textOf(original.basis()));
        }
        if (!Objects.equals(step.waivedBy(), original.waivedBy()) && step.waivedBy() != null) {
            add(at(step, "title"), "waiver-added", original.title(), textOf(original.basis()));
        }
        compareBounds(original, step);
        compareRepeat(original, step);
        comparePublicity(original, step);
        compareVote(original, step);
        original.evidence().stream()
                .filter(EvidenceField::required)
                .filter(field -> original.isBinding())
                .filter(field -> step.evidence().stream().noneMatch(kept -> asksAsMuch(kept, field)))
                .forEach(field -> add(
                        at(step, "title"),
                        "evidence-dropped",
                        original.title(),
                        field.label(),
                        textOf(original.basis())));
    }

    private void compareBounds(Step original, Step step) {
        original.latest().stream()
                .filter(bound -> bound.basis().isBinding())
                .filter(bound ->
                        step.latest().stream().noneMatch(kept -> kept.isLike(bound) && kept.amount() <= bound.amount()))
                .forEach(bound -> add(
                        at(step, "latest" + original.latest().indexOf(bound)),
                        "later",
                        original.title(),
                        bound.amount(),
                        textOf(bound.basis())));
        original.earliest().stream()
                .filter(bound -> bound.basis().isBinding())
                .filter(bound -> step.earliest().stream()
                        .noneMatch(kept -> kept.isLike(bound) && kept.amount() >= bound.amount()))
                .forEach(bound -> add(
                        at(step, "earliest" + original.earliest().indexOf(bound)),
                        "earlier",
                        original.title(),
                        bound.amount(),
                        textOf(bound.basis())));
    }

    private void compareRepeat(Step original, Step step) {
        var wanted = original.repeat();
        var kept = step.repeat();
        if (wanted == null || !wanted.basis().isBinding()) {
            return;
        }
        var asOften = kept != null && kept.atLeast() >= wanted.atLeast();
        var within = wanted.withinMonths();
        var asSoon = within == null || kept != null && kept.withinMonths() != null && kept.withinMonths() <= within;
        if (!asOften || !asSoon) {
            add(at(step, "title"), "rarer", original.title(), textOf(wanted.basis()));
        }
    }

    private void comparePublicity(Step original, Step step) {
        var wanted = original.publicity();
        var kept = step.publicity();
        if (wanted != null
                && wanted.basis().isBinding()
                && (kept == null || kept.unit() != wanted.unit() || kept.amount() < wanted.amount())) {
            add(at(step, "publicity"), "shorter", original.title(), wanted.amount(), textOf(wanted.basis()));
        }
    }

    private void compareVote(Step original, Step step) {
        var wanted = original.vote();
        if (wanted == null) {
            return;
        }
        var kept = step.vote();
        var holds = kept != null
                && kept.rules().containsAll(wanted.rules())
                && Objects.equals(kept.byField(), wanted.byField())
                && wanted.byChoice().entrySet().stream().allMatch(choice -> kept.byChoice()
                        .getOrDefault(choice.getKey(), List.of())
                        .containsAll(choice.getValue()));
        if (!holds) {
            add(at(step, "title"), "vote-weaker", original.title(), textOf(original.basis()));
        }
    }

    private static boolean asksAsMuch(EvidenceField kept, EvidenceField wanted) {
        return kept.code().equals(wanted.code())
                && kept.kind() == wanted.kind()
                && kept.required()
                && kept.only().equals(wanted.only())
                && (wanted.open() || kept.choices().equals(wanted.choices()))
                && kept.columns().equals(wanted.columns())
                && kept.secret() == wanted.secret()
                && (!wanted.unique() || kept.unique())
                && (wanted.min() == null || kept.min() != null && kept.min() >= wanted.min())
                && (wanted.max() == null || kept.max() != null && kept.max() <= wanted.max());
    }

    private static String at(Step step, String field) {
        return "texts[" + step.code() + "." + field + "]";
    }

    private static String textOf(Basis basis) {
        return basis.source() + basis.article() + " " + basis.text();
    }

    private void add(@Nullable String field, String key, Object... arguments) {
        problems.add(Problem.of(field, KEY + key, arguments));
    }
}
