package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Events that are with this place, and calls that it has not answered. */
@Component
class EventTodos implements TodoProvider {

    private static final Question OWN = new Question(
            """
            select array[
              (select count(*) from grid_event where holder_place = :root and closed_at is null and due_at < now()),
              (select count(*) from grid_event where holder_place = :root and closed_at is null
                and (due_at is null or due_at >= now())),
              (select count(*) from grid_event_call where called_place = :root and replied_at is null)]
            """,
            List.of(
                    new Matter("grid.event.todo.late", "/grid/events?show=own", Urgency.OVERDUE),
                    new Matter("grid.event.todo.own", "/grid/events?show=own", Urgency.DUE),
                    new Matter("grid.event.todo.calls", "/grid/calls", Urgency.DUE)));

    private final CurrentAccount account;

    EventTodos(CurrentAccount account) {
        this.account = account;
    }

    @Override
    public Optional<Question> ask(Actor actor) {
        return account.may(EventAuthorities.ACT_ON_EVENTS) ? Optional.of(OWN) : Optional.empty();
    }
}
