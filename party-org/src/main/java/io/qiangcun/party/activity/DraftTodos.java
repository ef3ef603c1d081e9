package io.qiangcun.party.activity;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Drafts count for nothing until they are submitted: reminds those who wrote them. */
@Component
class DraftTodos implements TodoProvider {

    private static final Question DRAFTS = Question.of(
            new Matter("party.activity.todo.drafts", "/party/activities?status=DRAFT", Urgency.WAITING),
            "party_activity where place_code >= :lo and place_code < :hi and status = 'DRAFT'");

    @Override
    public Optional<Question> ask(Actor actor) {
        return actor.role() == RoleName.VILLAGE ? Optional.of(DRAFTS) : Optional.empty();
    }
}
