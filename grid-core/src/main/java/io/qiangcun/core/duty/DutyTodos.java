package io.qiangcun.core.duty;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The account's own duties that are overdue or due soon; those of places below come as warnings. */
@Component
class DutyTodos implements TodoProvider {

    private static final Set<RoleName> DOERS = Set.of(RoleName.VILLAGE, RoleName.TOWNSHIP, RoleName.COUNTY);

    private final DutyQueries duties;

    DutyTodos(DutyQueries duties) {
        this.duties = duties;
    }

    @Override
    public List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        if (!DOERS.contains(actor.role()) || jurisdiction.equals(Jurisdiction.nowhere())) {
            return List.of();
        }
        var waiting = duties.waiting(jurisdiction.root());
        return Stream.of(
                        new Todo(
                                "core.duty.todo.overdue",
                                waiting.overdue(),
                                "/core/duties?view=month",
                                Urgency.OVERDUE),
                        new Todo("core.duty.todo.due-soon", waiting.dueSoon(), "/core/duties?view=month", Urgency.DUE))
                .filter(todo -> todo.count() > 0)
                .toList();
    }
}
