package io.qiangcun.core.report;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reports that wait for the account: to confirm, to answer, to review, to lock. */
@Component
@Transactional(readOnly = true)
class ReportTodos implements TodoProvider {

    private final JdbcClient database;

    ReportTodos(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Todo> todos(Jurisdiction jurisdiction, Actor actor, LocalDate today) {
        var waiting = database.sql("""
                select count(*) filter (where state = 'DRAFT') as to_confirm,
                  count(*) filter (where state = 'RETURNED') as returned,
                  count(*) filter (where state = 'CONFIRMED') as to_review,
                  count(*) filter (where state = 'REVIEWED') as to_lock,
                  (select count(*) from report_question
                    where answer is null and place_code >= :lo and place_code < :hi) as questions
                from monthly_report where month = :month and place_code >= :lo and place_code < :hi
                """)
                .param("month", YearMonth.from(today).minusMonths(1).atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Waiting.class)
                .single();
        return todosOf(actor.role(), waiting).filter(todo -> todo.count() > 0).toList();
    }

    private static Stream<Todo> todosOf(RoleName role, Waiting waiting) {
        return switch (role) {
            case VILLAGE ->
                Stream.of(
                        new Todo("core.report.todo.returned", waiting.returned(), "/core/reports/mine", Urgency.DUE),
                        new Todo("core.report.todo.answer", waiting.questions(), "/core/reports/mine", Urgency.DUE),
                        new Todo(
                                "core.report.todo.confirm",
                                waiting.toConfirm(),
                                "/core/reports/mine",
                                Urgency.WAITING));
            case TOWNSHIP ->
                Stream.of(new Todo(
                        "core.report.todo.review",
                        waiting.toReview(),
                        "/core/reports?state=CONFIRMED",
                        Urgency.WAITING));
            case COUNTY ->
                Stream.of(new Todo(
                        "core.report.todo.lock", waiting.toLock(), "/core/reports?state=REVIEWED", Urgency.WAITING));
            case ADMINISTRATOR, AUDITOR -> Stream.of();
        };
    }

    record Waiting(long toConfirm, long returned, long toReview, long toLock, long questions) {}
}
