package io.qiangcun.core.warning;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Warnings that wait for the account: its own, those it holds about others, appeals it can decide. */
@Component
class WarningTodos implements TodoProvider {

    private static final Set<RoleName> HOLDERS = Set.of(RoleName.VILLAGE, RoleName.TOWNSHIP, RoleName.COUNTY);

    private static final String OWN = "/core/warnings?own=true";

    private static final String COUNTS = """
            select array[urged, case when own_overdue > 0 then own else 0 end, case when own_overdue = 0 then own else 0 end,
              appeals, held]
            from (
              select count(*) filter (where place_code = :root) as own,
                count(*) filter (where place_code = :root and level <> 'BLUE') as own_overdue,
                count(*) filter (where place_code = :root and status = 'URGED') as urged,
                count(*) filter (where place_code <> :root and holder_place = :root) as held,
                count(*) filter (where place_code <> :root and appeal = 'PENDING') as appeals
              from warning where ended_at is null and place_code >= :lo and place_code < :hi
            ) w
            """;

    @Override
    public Optional<Question> ask(Actor actor) {
        if (!HOLDERS.contains(actor.role())) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                COUNTS,
                List.of(
                        new Matter("core.warning.todo.urged", OWN + "&status=URGED", Urgency.OVERDUE),
                        new Matter("core.warning.todo.own", OWN, Urgency.OVERDUE),
                        new Matter("core.warning.todo.own", OWN, Urgency.DUE),
                        new Matter("core.warning.todo.appeals", "/core/warnings?appealed=true", Urgency.WAITING),
                        new Matter(
                                "core.warning.todo.held",
                                "/core/warnings?holder=" + heldAs(actor.role()),
                                Urgency.DUE))));
    }

    private static HolderLevel heldAs(RoleName role) {
        return role == RoleName.COUNTY ? HolderLevel.COUNTY : HolderLevel.TOWNSHIP;
    }
}
