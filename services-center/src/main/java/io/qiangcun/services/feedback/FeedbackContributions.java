package io.qiangcun.services.feedback;

import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
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

/** What people say about the software and the work tells the rest of the house. */
@Configuration(proxyBeanMethods = false)
class FeedbackContributions {

    private static final Question OWN = new Question(
            """
            select array[
              (select count(*) from services_feedback where place_code = :root and closed_at is null
                and (settle_due < now() or answered_at is null and answer_due < now())),
              (select count(*) from services_feedback where place_code = :root and answered_at is null and answer_due >= now())]
            """,
            List.of(
                    new Matter("services.feedback.todo.overdue", "/services/opinions?show=OVERDUE", Urgency.OVERDUE),
                    new Matter("services.feedback.todo.unanswered", "/services/opinions", Urgency.DUE)));

    /** In days of China. */
    private static final String ROWS = """
            select place_code, (%1$s at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount, receipt as label,
              '/services/opinions/' || feedback_id as href
            from services_feedback
            where place_code >= :lo and place_code < :hi
              and %1$s >= cast(:from as timestamp) at time zone 'Asia/Shanghai'
              and %1$s < cast(:until as timestamp) at time zone 'Asia/Shanghai' %2$s
            """;

    private static final String LATE = """
            select f.feedback_id, f.place_code, p.name as place_name, f.receipt,
              (case when f.answered_at is null then f.answer_due else f.settle_due end at time zone 'Asia/Shanghai')::date as due_on, %s
            from services_feedback f join place p on p.place_code = f.place_code
            where f.place_code >= :lo and f.place_code < :hi and f.closed_at is null
              and (case when f.answered_at is null then f.answer_due else f.settle_due end at time zone 'Asia/Shanghai')::date < :today
            """.formatted(QueriedRules.DESIGN);

    @Bean
    TodoProvider feedbackTodos(CurrentAccount account) {
        return actor -> account.may(ServicesAuthorities.ANSWER_FEEDBACK) ? Optional.of(OWN) : Optional.empty();
    }

    @Bean
    WarningRule feedbackOverdue(QueriedRules rules) {
        return rules.rule("services.feedback-overdue", LATE, FeedbackContributions::finding);
    }

    @Bean
    MetricSource feedbackMetrics() {
        return () -> List.of(
                rows("services.feedbacks", NEUTRAL, "received_at", ""),
                rows("services.feedbacks-closed", MORE, "closed_at", ""),
                rows("services.feedbacks-in-time", MORE, "closed_at", " and closed_at <= settle_due"),
                MetricDefinition.share(
                                "services.feedbacks-in-time-share",
                                MORE,
                                "services.feedbacks-in-time",
                                "services.feedbacks-closed")
                        .knownForCertain());
    }

    @Bean
    DashboardCardProvider feedbackCard(CurrentAccount account) {
        var card = new DashboardCard(
                "services.feedback.card",
                List.of("services.feedbacks", "services.feedbacks-closed", "services.feedbacks-in-time-share"),
                "/services/opinions");
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return account.may(ServicesAuthorities.READ_FEEDBACK) ? Optional.of(card) : Optional.empty();
            }

            @Override
            public int getOrder() {
                return 98;
            }
        };
    }

    private static MetricDefinition rows(String code, Better better, String moment, String condition) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, better, ROWS.formatted(moment, condition))
                .knownForCertain();
    }

    private static Finding finding(ResultSet row, int index) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        return new Finding(
                row.getString("feedback_id"),
                new PlaceCode(row.getString("place_code")),
                List.of(row.getString("place_name"), row.getString("receipt")),
                due,
                Basis.of(row),
                "/services/opinions/" + row.getString("feedback_id"),
                List.of(new Fact("services.feedback.due", due.toString())));
    }
}
