package io.qiangcun.services.check;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.QueriedRules;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What checks give to the engines: who has not answered, and how many items were met. */
@Configuration(proxyBeanMethods = false)
class CheckContributions {

    private static final String ASKED = """
            select q.place_code, q.until_on as day, %s::numeric as amount, q.name as label,
              '/services/checks/' || q.campaign_id as href
            from services_check_asked q
            where q.place_code >= :lo and q.place_code < :hi and q.until_on >= :from and q.until_on < :until
              and (q.ended_on is null or q.row_id is not null) and %s
            """;

    @Bean
    WarningRule checkUnanswered(QueriedRules rules) {
        return rules.rule("services.check-unanswered", """
                select q.campaign_id, q.centre_id, q.place_code, q.name, q.title, q.until_on, %s from services_check_asked q
                where q.place_code >= :lo and q.place_code < :hi and q.row_id is null and q.ended_on is null
                  and q.from_on <= :today and q.until_on <= cast(:today as date) + 30
                """.formatted(QueriedRules.DESIGN), CheckContributions::finding);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getString("campaign_id") + ":" + row.getString("centre_id"),
                new PlaceCode(row.getString("place_code")),
                List.of(row.getString("name"), row.getString("title")),
                row.getObject("until_on", LocalDate.class),
                Finding.Basis.of(row),
                "/core/registers/" + Campaigns.REGISTER + "/new",
                List.of(new Fact("services.check.field.title", row.getString("title"))));
    }

    @Bean
    TodoProvider checkTodos() {
        return CheckContributions::question;
    }

    /** Those of his own place; whoever looks after others has the warnings. */
    private static Optional<TodoProvider.Question> question(Actor actor) {
        return actor.role() == RoleName.VILLAGE || actor.role() == RoleName.TOWNSHIP
                ? Optional.of(TodoProvider.Question.of(
                        new TodoProvider.Matter("services.check.todo", "/services/checks", TodoProvider.Urgency.DUE),
                        """
                        services_check_asked q where q.place_code >= :lo and q.place_code < :hi and q.place_code = :root
                          and q.row_id is null and q.ended_on is null
                        """))
                : Optional.empty();
    }

    @Bean
    MetricSource checkMetrics() {
        return () -> List.of(
                MetricDefinition.sum(
                                "services.checks-asked", MetricUnit.UNITS, Better.NEUTRAL, ASKED.formatted("1", "true"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "services.checks-answered",
                                MetricUnit.UNITS,
                                Better.MORE,
                                ASKED.formatted("1", "q.row_id is not null"))
                        .knownForCertain(),
                MetricDefinition.share(
                                "services.checks-answered-share",
                                Better.MORE,
                                "services.checks-answered",
                                "services.checks-asked")
                        .knownForCertain());
    }
}
