package io.qiangcun.party.contact;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the village which households nobody looks after, and which are left to somebody who is a member there no more. */
@Component
class ContactTodos implements TodoProvider {

    private static final Question GAPS = new Question(
            """
            select array[count(*) filter (where homes.person_id is null),
              count(*) filter (where homes.person_id is not null and not exists (select from party_member m
                where m.person_id = homes.person_id and m.ended_on is null and m.place_code >= :lo and m.place_code < :hi))]
            from (HOMES) homes
            """.replace("HOMES", ContactQueries.HOMES),
            List.of(
                    new Matter("party.contact.todo.uncovered", "/party/contacts", Urgency.WAITING),
                    new Matter("party.contact.todo.left", "/party/contacts", Urgency.DUE)));

    @Override
    public Optional<Question> ask(Actor actor) {
        return actor.role() == RoleName.VILLAGE ? Optional.of(GAPS) : Optional.empty();
    }
}
