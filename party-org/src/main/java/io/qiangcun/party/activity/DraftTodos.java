package io.qiangcun.party.activity;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Drafts count for nothing until they are submitted: reminds those who wrote them. */
@Component
class DraftTodos implements TodoProvider {

    private final ActivityQueries activities;

    DraftTodos(ActivityQueries activities) {
        this.activities = activities;
    }

    @Override
    public List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        if (actor.role() != RoleName.VILLAGE) {
            return List.of();
        }
        var drafts = activities.drafts(jurisdiction);
        return drafts == 0
                ? List.of()
                : List.of(new Todo(
                        "party.activity.todo.drafts", drafts, "/party/activities?status=DRAFT", Urgency.WAITING));
    }
}
