package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The steps of cases that wait for the account's own place. */
@Component
class ProcedureTodos implements TodoProvider {

    private static final Set<RoleName> DOERS = Set.of(RoleName.VILLAGE, RoleName.TOWNSHIP, RoleName.COUNTY);

    private final CaseQueries cases;

    ProcedureTodos(CaseQueries cases) {
        this.cases = cases;
    }

    @Override
    public List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        if (!DOERS.contains(actor.role()) || jurisdiction.equals(Jurisdiction.nowhere())) {
            return List.of();
        }
        var waiting = cases.waiting(jurisdiction.root());
        return Stream.of(
                        new Todo(
                                "core.procedure.todo.overdue",
                                waiting.overdue(),
                                "/core/cases?mine=true",
                                Urgency.OVERDUE),
                        new Todo("core.procedure.todo.open", waiting.open(), "/core/cases?mine=true", Urgency.WAITING),
                        new Todo(
                                "core.procedure.todo.unconfirmed",
                                waiting.unconfirmed(),
                                "/core/cases?unconfirmed=true",
                                Urgency.WAITING))
                .filter(todo -> todo.count() > 0)
                .toList();
    }
}
