package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The steps of cases that wait for the account's own place, and late entries that it has to confirm. */
@Component
class ProcedureTodos implements TodoProvider {

    private static final Set<RoleName> DOERS = Set.of(RoleName.VILLAGE, RoleName.TOWNSHIP, RoleName.COUNTY);

    private static final String COUNTS = """
            select array[
              count(*) filter (where s.state = 'OPEN' and s.latest_on < :today),
              count(*) filter (where not (s.state = 'OPEN' and coalesce(s.latest_on < :today, false))
                and (s.state = 'OPEN' or s.closable_on <= :today)
                and coalesce(s.earliest_on <= :today, true)),
              (select count(*) from procedure_act a join procedure_case k on k.case_id = a.case_id
                where a.confirm_place = :root and a.confirmed_at is null and a.withdrawn_at is null
                  and k.state <> 'ABANDONED' and a.place_code >= :lo and a.place_code < :hi)]
            from procedure_step s join procedure_case c on c.case_id = s.case_id
            where s.state in ('OPEN', 'PUBLIC') and s.actor_place = :root and c.state = 'OPEN'
              and s.place_code >= :lo and s.place_code < :hi
            """;

    @Override
    public Optional<Question> ask(Actor actor) {
        return DOERS.contains(actor.role())
                ? Optional.of(new Question(
                        COUNTS,
                        List.of(
                                new Matter("core.procedure.todo.overdue", "/core/cases?mine=true", Urgency.OVERDUE),
                                new Matter("core.procedure.todo.open", "/core/cases?mine=true", Urgency.WAITING),
                                new Matter(
                                        "core.procedure.todo.unconfirmed",
                                        "/core/cases?unconfirmed=true",
                                        Urgency.WAITING))))
                : Optional.empty();
    }
}
