package io.qiangcun.core.duty;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The account's own duties that are overdue or due soon, whatever the month; those of places below come as warnings. */
@Component
class DutyTodos implements TodoProvider {

    private static final Set<RoleName> DOERS = Set.of(RoleName.VILLAGE, RoleName.TOWNSHIP, RoleName.COUNTY);

    private static final String LIST = "/core/duties?view=month";

    private static final String COUNTS = """
            select array[count(*) filter (where d.due_on < :today), count(*) filter (where d.due_on >= :today)]
            from duty d
            where d.archived_at is null and d.fulfilled_on is null and d.waiver_id is null
              and d.place_code >= :lo and d.place_code < :hi and d.place_code = :root
              and d.remind_on <= :today and d.opens_on <= :today
            """;

    @Override
    public Optional<Question> ask(Actor actor) {
        return DOERS.contains(actor.role())
                ? Optional.of(new Question(
                        COUNTS,
                        List.of(
                                new Matter("core.duty.todo.overdue", LIST, Urgency.OVERDUE),
                                new Matter("core.duty.todo.due-soon", LIST, Urgency.DUE))))
                : Optional.empty();
    }
}
