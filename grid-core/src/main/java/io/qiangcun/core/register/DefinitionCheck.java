package io.qiangcun.core.register;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.register.RegisterColumn.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a county's edition of a register changes what it may not: the columns of one that came with the
 * application, a limit that law or Party regulation sets, the kind of a column in which there are entries. A pure
 * function.
 */
final class DefinitionCheck {

    private static final String KEY = "core.register.define.";

    private final List<Problem> problems = new ArrayList<>();

    private DefinitionCheck() {}

    static List<Problem> looser(RegisterDefinition original, RegisterDefinition copy) {
        var check = new DefinitionCheck();
        check.structure(original, copy);
        original.rules().forEach(rule -> check.rule(rule, copy));
        check.followUp(original.followUp(), copy.followUp());
        return List.copyOf(check.problems);
    }

    /** A column keeps its kind, and its choices keep their codes, for as long as there are entries: that is, always. */
    static List<Problem> retyped(RegisterDefinition before, RegisterDefinition after) {
        var check = new DefinitionCheck();
        if (before.of() != null && !before.of().equals(after.of())
                || !before.levels().equals(after.levels())
                || before.readBy() != after.readBy()) {
            check.add(null, "other-register");
        }
        before.columns().forEach(column -> {
            var kept = after.find(column.code());
            if (kept.isEmpty()
                    || kept.get().kind() != column.kind()
                    || kept.get().decimals() != column.decimals()
                    || kept.get().sensitive() != column.sensitive()
                    || !codes(kept.get()).containsAll(codes(column))) {
                check.add("texts[" + column.code() + ".label]", "column-changed", column.label());
            }
        });
        return List.copyOf(check.problems);
    }

    private void structure(RegisterDefinition original, RegisterDefinition copy) {
        if (!Objects.equals(original.of(), copy.of())
                || !original.levels().equals(copy.levels())
                || !original.writtenBy().equals(copy.writtenBy())
                || original.readBy() != copy.readBy()
                || original.columns().size() != copy.columns().size()
                || !Objects.equals(original.from(), copy.from())
                || !Objects.equals(original.until(), copy.until())
                || original.rules().size() != copy.rules().size()) {
            add(null, "other-register");
        }
        original.columns().forEach(column -> {
            var kept = copy.find(column.code());
            var same = kept.isPresent()
                    && kept.get()
                            .worded(column.label(), column.hint(), column.choices())
                            .equals(column)
                    && codes(kept.get()).containsAll(codes(column));
            if (!same) {
                add("texts[" + column.code() + ".label]", "column-changed", column.label());
            }
        });
    }

    private void rule(CountRule original, RegisterDefinition copy) {
        var kept = copy.rules().stream()
                .filter(rule -> rule.code().equals(original.code()))
                .findFirst();
        if (kept.isEmpty()) {
            add(null, "rule-dropped", original.title());
            return;
        }
        if (!original.basis().isBinding()) {
            return;
        }
        var least = original.atLeast();
        var most = original.atMost();
        if (least != null && (kept.get().atLeast() == null || kept.get().atLeast() < least)) {
            add("texts[" + original.code() + ".atLeast]", "fewer", original.title(), least, textOf(original));
        }
        if (most != null && (kept.get().atMost() == null || kept.get().atMost() > most)) {
            add("texts[" + original.code() + ".atMost]", "more", original.title(), most, textOf(original));
        }
    }

    private void followUp(@Nullable FollowUp original, @Nullable FollowUp copy) {
        if (original == null || !original.basis().isBinding()) {
            return;
        }
        if (copy == null
                || (copy.everyDays() == null) != (original.everyDays() == null)
                || copy.amount() > original.amount()) {
            add("texts[followUp]", "rarer", original.amount(), original.basis().inWords());
        }
    }

    private static String textOf(CountRule rule) {
        return rule.basis().inWords();
    }

    private static List<String> codes(RegisterColumn column) {
        return column.choices().stream().map(Choice::code).toList();
    }

    private void add(@Nullable String field, String key, Object... arguments) {
        problems.add(Problem.of(field, KEY + key, arguments));
    }
}
