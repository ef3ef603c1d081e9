package io.qiangcun.party.standard;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks of places below that wait for the township's opinion or the county's confirmation. */
@Component
class StandardTodos implements TodoProvider {

    @Override
    public Optional<Question> ask(Actor actor) {
        if (actor.role() != RoleName.TOWNSHIP && actor.role() != RoleName.COUNTY) {
            return Optional.empty();
        }
        var status = actor.role() == RoleName.TOWNSHIP ? CheckStatus.CHECKED : CheckStatus.REVIEWED;
        return Optional.of(Question.of(
                new Matter("party.standard.todo." + status, "/party/standards?status=" + status, Urgency.WAITING),
                """
                party_standard_check where place_code >= :lo and place_code < :hi and status = '%s'
                  and (place_code <> :lo or length(place_code) = 6)
                """.formatted(status)));
    }
}
