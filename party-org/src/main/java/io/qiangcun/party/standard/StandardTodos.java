package io.qiangcun.party.standard;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks that wait for the township's opinion or the county's confirmation. */
@Component
class StandardTodos implements TodoProvider {

    private final CheckQueries queries;

    StandardTodos(CheckQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        if (actor.role() != RoleName.TOWNSHIP && actor.role() != RoleName.COUNTY) {
            return List.of();
        }
        var status = actor.role() == RoleName.TOWNSHIP ? CheckStatus.CHECKED : CheckStatus.REVIEWED;
        var waiting = queries.waiting(jurisdiction, status);
        return waiting == 0
                ? List.of()
                : List.of(new Todo(
                        "party.standard.todo." + status,
                        waiting,
                        "/party/standards?status=" + status,
                        Urgency.WAITING));
    }
}
