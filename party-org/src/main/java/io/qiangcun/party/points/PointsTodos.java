package io.qiangcun.party.points;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Entries that wait for somebody else's word, and objections that wait for an answer. */
@Component
class PointsTodos implements TodoProvider {

    private final PointsQueries queries;
    private final PublicationQueries publications;
    private final CurrentAccount account;

    PointsTodos(PointsQueries queries, PublicationQueries publications, CurrentAccount account) {
        this.queries = queries;
        this.publications = publications;
        this.account = account;
    }

    @Override
    public List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        if (!account.may(PartyAuthorities.DECIDE_POINTS)) {
            return List.of();
        }
        var todos = new ArrayList<Todo>();
        var waiting = queries.waiting(jurisdiction, actor);
        if (waiting > 0) {
            todos.add(new Todo("party.points.todo.waiting", waiting, "/party/points?status=ENTERED", Urgency.WAITING));
        }
        // a village has nobody below whom it could answer
        var objections = actor.role() == RoleName.VILLAGE ? 0 : publications.waiting(jurisdiction);
        if (objections > 0) {
            todos.add(new Todo("party.points.todo.objections", objections, "/party/points/objections", Urgency.DUE));
        }
        return todos;
    }
}
