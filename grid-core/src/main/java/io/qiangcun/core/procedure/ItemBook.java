package io.qiangcun.core.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the lists of a case ask for by when, and what of it is done: computed from its acts. */
record ItemBook(List<Item> items) {

    /**
     * A row of a list that has to be done by a day.
     *
     * @param number counted from one
     */
    record Item(
            Step step,
            EvidenceField field,
            int number,
            String title,
            String owner,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    ItemBook {
        items = List.copyOf(items);
    }

    /** @param acts in the order in which they were entered, without those withdrawn */
    static ItemBook of(ProcedureTemplate template, List<StepAct> acts) {
        var found = new ArrayList<Item>();
        for (var step : template.steps()) {
            for (var field : step.fields()) {
                field.column(EvidenceField.Role.DUE).ifPresent(due -> latest(acts, step.code())
                        .ifPresent(act -> read(template, acts, step, field, due, act, found)));
            }
        }
        return new ItemBook(found);
    }

    boolean isDone() {
        return items.stream().allMatch(item -> item.doneOn() != null);
    }

    static Optional<StepAct> latest(List<StepAct> acts, String step) {
        return acts.stream()
                .filter(act -> act.step().equals(step) && act.kind() == StepAct.Kind.TAKEN)
                .reduce((one, later) -> later);
    }

    private static void read(
            ProcedureTemplate template,
            List<StepAct> acts,
            Step step,
            EvidenceField field,
            EvidenceField due,
            StepAct act,
            List<Item> found) {
        var items = Items.of(field, act.evidence());
        for (var row = 0; row < items.size(); row++) {
            var day = items.value(row, due);
            if (!day.isEmpty()) {
                found.add(new Item(
                        step,
                        field,
                        row + 1,
                        text(field, items, row, EvidenceField.Role.TITLE),
                        text(field, items, row, EvidenceField.Role.OWNER),
                        LocalDate.parse(day),
                        doneOn(template, acts, act, new EvidenceField.ListOf(step.code(), field.code()), row)));
            }
        }
    }

    private static String text(EvidenceField field, Items items, int row, EvidenceField.Role role) {
        return field.column(role).map(column -> items.value(row, column)).orElse("");
    }

    /** The first day since which every later word about the row says that it is done. */
    private static @Nullable LocalDate doneOn(
            ProcedureTemplate template, List<StepAct> acts, StepAct listed, EvidenceField.ListOf list, int row) {
        @Nullable LocalDate since = null;
        for (var act : acts.subList(acts.lastIndexOf(listed) + 1, acts.size())) {
            for (var field : template.step(act.step()).fields()) {
                var done = field.column(EvidenceField.Role.DONE).orElse(null);
                if (!list.equals(field.of()) || done == null) {
                    continue;
                }
                var said = Items.of(field, act.evidence()).value(row, done);
                if (!said.isEmpty()) {
                    since = said.equals("yes") ? (since == null ? act.on() : since) : null;
                }
            }
        }
        return since;
    }
}
