package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.party.PartyAuthorities;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Entries that wait for somebody else's word, and objections that wait for an answer. */
@Component
class PointsTodos implements TodoProvider {

    private static final Matter ENTRIES =
            new Matter("party.points.todo.waiting", "/party/points?status=ENTERED", Urgency.WAITING);
    private static final Matter OBJECTIONS =
            new Matter("party.points.todo.objections", "/party/points/objections", Urgency.DUE);

    private final CurrentAccount account;

    PointsTodos(CurrentAccount account) {
        this.account = account;
    }

    /** A village has nobody below whom it could answer. */
    @Override
    public Optional<Question> ask(Actor actor) {
        if (!account.may(PartyAuthorities.DECIDE_POINTS)) {
            return Optional.empty();
        }
        return Optional.of(
                actor.role() == RoleName.VILLAGE
                        ? new Question("select array[" + PointsQueries.WAITING + "]", List.of(ENTRIES))
                        : new Question(
                                "select array[" + PointsQueries.WAITING + ", " + PublicationQueries.WAITING + "]",
                                List.of(ENTRIES, OBJECTIONS)));
    }
}
