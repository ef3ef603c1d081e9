package io.qiangcun.services.callback;

import static io.qiangcun.core.metric.MetricDefinition.Better.LESS;
import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Basis;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.QueriedRules;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.services.ServicesAuthorities;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What call-backs tell the rest of the house. */
@Configuration(proxyBeanMethods = false)
class CallbackContributions {

    private static final Question OWN = new Question(
            """
            select array[
              (select count(*) from services_callback where found_place = :root and settled_at is null),
              (select count(*) from services_callback where place_code = :root and ended_at is null)]
            """,
            List.of(
                    new Matter("services.callback.todo.found", "/services/callbacks/findings", Urgency.OVERDUE),
                    new Matter("services.callback.todo.waiting", "/services/callbacks", Urgency.DUE)));

    /** At the desk that calls: the places below do not see what is said about them. In days of China. */
    private static final String ROWS = """
            select c.place_code, (%1$s at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, c.receipt as label,
              '/services/callbacks/' || c.callback_id as href
            from services_callback c join services_callback_draw d on d.draw_id = c.draw_id
            where c.place_code >= :lo and c.place_code < :hi
              and %1$s >= cast(:from as timestamp) at time zone 'Asia/Shanghai'
              and %1$s < cast(:until as timestamp) at time zone 'Asia/Shanghai' %2$s
            """;

    private static final String REACHED = " and c.ended_as = 'REACHED'";

    private static final String SOLVED = REACHED + """
             and exists (select from services_callback_answer a
               where a.callback_id = c.callback_id and a.question = 'SOLVED' and a.answer = 'YES')
            """;

    private static final String FOUND = """
            select c.callback_id, c.found_place, h.name as handled_name, c.receipt, (c.found_at at time zone 'Asia/Shanghai')::date as found_on,
              c.result, (select string_agg(q.found_as, '；' order by q.position) from services_callback_answer a
                join services_callback_question q on q.code = a.question where a.callback_id = c.callback_id and a.finding) as found, %s
            from services_callback c join place h on h.place_code = c.handled_place
            where c.found_place >= :lo and c.found_place < :hi and c.settled_at is null
              and (c.found_at at time zone 'Asia/Shanghai')::date <= :today
            """.formatted(QueriedRules.DESIGN);

    /** Every night, because the seal may come late; what is drawn is not drawn again. */
    @Bean
    RecurringJob callbackDrawJob(CallbackDraws draws) {
        return new RecurringJob("services.callback-draw", "DAILY|03:20", false, draws::drawLastMonth);
    }

    @Bean
    TodoProvider callbackTodos(CurrentAccount account) {
        return actor -> account.may(ServicesAuthorities.CALL_BACK) ? Optional.of(OWN) : Optional.empty();
    }

    @Bean
    WarningRule callbackFound(QueriedRules rules) {
        return rules.rule("services.callback-found", FOUND, CallbackContributions::finding);
    }

    @Bean
    MetricSource callbackMetrics() {
        return () -> List.of(
                rows("services.callbacks-drawn", NEUTRAL, "d.drawn_at", ""),
                rows("services.callbacks-reached", NEUTRAL, "c.ended_at", REACHED),
                rows("services.callbacks-not-reached", NEUTRAL, "c.ended_at", " and c.ended_as = 'NOT_REACHED'"),
                rows("services.callbacks-solved", MORE, "c.ended_at", SOLVED),
                MetricDefinition.share(
                                "services.callbacks-solved-share",
                                MORE,
                                "services.callbacks-solved",
                                "services.callbacks-reached")
                        .knownForCertain(),
                rows("services.callbacks-found", LESS, "c.found_at", ""));
    }

    @Bean
    DashboardCardProvider callbackCard(CurrentAccount account) {
        var card = new DashboardCard(
                "services.callback.card",
                List.of("services.callbacks-reached", "services.callbacks-solved-share", "services.callbacks-found"),
                "/services/callbacks");
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return account.may(ServicesAuthorities.READ_CALLBACKS) ? Optional.of(card) : Optional.empty();
            }

            @Override
            public int getOrder() {
                return 97;
            }
        };
    }

    private static MetricDefinition rows(String code, Better better, String moment, String condition) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, better, ROWS.formatted(moment, condition))
                .knownForCertain();
    }

    private static Finding finding(ResultSet row, int index) throws SQLException {
        var result = row.getString("result");
        return new Finding(
                row.getString("callback_id"),
                new PlaceCode(row.getString("found_place")),
                List.of(row.getString("handled_name"), row.getString("receipt")),
                row.getObject("found_on", LocalDate.class),
                Basis.of(row),
                "/services/callbacks/" + row.getString("callback_id"),
                List.of(
                        new Fact("services.callback.found", row.getString("found")),
                        new Fact("services.callback.record", result == null ? "—" : result)));
    }
}
