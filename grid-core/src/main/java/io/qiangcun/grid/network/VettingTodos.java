package io.qiangcun.grid.network;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.grid.GridAuthorities;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Workers who wait to be agreed to. */
@Component
class VettingTodos implements TodoProvider {

    private static final Question PENDING = Question.of(
            new Matter("grid.network.todo.pending", "/grid/workers/pending", Urgency.WAITING),
            "grid_worker where place_code >= :lo and place_code < :hi and vetting = 'PENDING' and ended_on is null");

    private final CurrentAccount account;

    VettingTodos(CurrentAccount account) {
        this.account = account;
    }

    @Override
    public Optional<Question> ask(Actor actor) {
        return account.may(GridAuthorities.VET_WORKERS) ? Optional.of(PENDING) : Optional.empty();
    }
}
