package io.qiangcun.core.report;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.dashboard.TodoProvider;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reports of last month that wait for the account: to confirm, to answer, to review, to lock. */
@Component
class ReportTodos implements TodoProvider {

    private static final String LAST_MONTH = """
            monthly_report where month = date_trunc('month', cast(:today as date) - interval '1 month')
              and place_code >= :lo and place_code < :hi
            """;

    private static final String OF_A_VILLAGE = """
            select array[count(*) filter (where state = 'RETURNED'),
              (select count(*) from report_question where answer is null and place_code >= :lo and place_code < :hi),
              count(*) filter (where state = 'DRAFT')]
            from
            """ + LAST_MONTH;

    private static final String MINE = "/core/reports/mine";

    @Override
    public Optional<Question> ask(Actor actor) {
        return switch (actor.role()) {
            case VILLAGE ->
                Optional.of(new Question(
                        OF_A_VILLAGE,
                        List.of(
                                new Matter("core.report.todo.returned", MINE, Urgency.DUE),
                                new Matter("core.report.todo.answer", MINE, Urgency.DUE),
                                new Matter("core.report.todo.confirm", MINE, Urgency.WAITING))));
            case TOWNSHIP -> Optional.of(state("core.report.todo.review", "CONFIRMED"));
            case COUNTY -> Optional.of(state("core.report.todo.lock", "REVIEWED"));
            case ADMINISTRATOR, AUDITOR, GRID -> Optional.empty();
        };
    }

    private static Question state(String messageKey, String state) {
        return Question.of(
                new Matter(messageKey, "/core/reports?state=" + state, Urgency.WAITING),
                LAST_MONTH + " and state = '" + state + "'");
    }
}
