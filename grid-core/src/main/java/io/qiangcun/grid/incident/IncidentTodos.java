package io.qiangcun.grid.incident;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A call to answer, a report to make, posts to reach. */
@Component
class IncidentTodos implements TodoProvider {

    private static final String LIST = "/grid/incidents";

    private static final Question WAITING = new Question(
            """
            select array[
              (select count(*) from grid_call c
               where c.place_code = :root and c.login = :login and c.answered_at is null and c.ended_at is null),
              (select count(*) from grid_call c
               where c.place_code >= :lo and c.place_code < :hi and c.login <> :login and c.answered_at is null
                 and c.ended_at is null and c.due_at <= :now and %1$s = :root),
              (select count(*) from (%2$s) owing where place_code = :root and due_at <= :now),
              (select count(*) from (%2$s) owing where place_code = :root and due_at > :now and said_at is null)]
            """.formatted(CallLadder.HOLDER, SilentPlaceRule.OWING),
            List.of(
                    new Matter("grid.incident.todo.called", LIST, Urgency.OVERDUE),
                    new Matter("grid.incident.todo.reach", LIST, Urgency.OVERDUE),
                    new Matter("grid.incident.todo.report-late", LIST, Urgency.OVERDUE),
                    new Matter("grid.incident.todo.report", LIST, Urgency.DUE)));

    private final CurrentAccount account;

    IncidentTodos(CurrentAccount account) {
        this.account = account;
    }

    @Override
    public Optional<Question> ask(Actor actor) {
        return account.may(IncidentAuthorities.READ) ? Optional.of(WAITING) : Optional.empty();
    }
}
