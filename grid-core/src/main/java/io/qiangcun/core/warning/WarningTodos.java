package io.qiangcun.core.warning;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Warnings that wait for the account: its own, those it holds about others, appeals it can decide. */
@Component
class WarningTodos implements TodoProvider {

    private static final Set<RoleName> HOLDERS = Set.of(RoleName.VILLAGE, RoleName.TOWNSHIP, RoleName.COUNTY);

    private final WarningQueries warnings;

    WarningTodos(WarningQueries warnings) {
        this.warnings = warnings;
    }

    @Override
    public List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        if (!HOLDERS.contains(actor.role()) || jurisdiction.equals(Jurisdiction.nowhere())) {
            return List.of();
        }
        var waiting = warnings.waiting(jurisdiction.root());
        return Stream.of(
                        new Todo(
                                "core.warning.todo.urged",
                                waiting.urged(),
                                "/core/warnings?own=true&status=URGED",
                                Urgency.OVERDUE),
                        new Todo(
                                "core.warning.todo.own",
                                waiting.own(),
                                "/core/warnings?own=true",
                                waiting.ownOverdue() > 0 ? Urgency.OVERDUE : Urgency.DUE),
                        new Todo(
                                "core.warning.todo.appeals",
                                waiting.appeals(),
                                "/core/warnings?appealed=true",
                                Urgency.WAITING),
                        new Todo(
                                "core.warning.todo.held",
                                waiting.held(),
                                "/core/warnings?holder=" + heldAs(actor.role()),
                                Urgency.DUE))
                .filter(todo -> todo.count() > 0)
                .toList();
    }

    private static HolderLevel heldAs(RoleName role) {
        return role == RoleName.COUNTY ? HolderLevel.COUNTY : HolderLevel.TOWNSHIP;
    }
}
