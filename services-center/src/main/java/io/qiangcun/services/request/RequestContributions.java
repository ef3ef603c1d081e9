package io.qiangcun.services.request;

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
import io.qiangcun.core.report.ReportSection;
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

/** What requests tell the rest of the house. */
@Configuration(proxyBeanMethods = false)
class RequestContributions {

    private static final Question OWN = new Question(
            """
            select array[
              (select count(*) from services_request where holder_place = :root and closed_at is null and due_at < now()),
              (select count(*) from services_request where holder_place = :root and closed_at is null and claimed_by is null
                and (due_at is null or due_at >= now())),
              (select count(*) from services_request where explained_at is not null and closed_at is null
                and :root in (holder_place, left(holder_place, greatest(length(holder_place) - 3, 6)))),
              (select count(*) from services_rating where ticket_place = :root and resolved_at is null)]
            """,
            List.of(
                    new Matter("services.request.todo.overdue", "/services/inbox?show=OVERDUE", Urgency.OVERDUE),
                    new Matter("services.request.todo.unclaimed", "/services/inbox?show=UNCLAIMED", Urgency.DUE),
                    new Matter("services.request.todo.second-opinion", "/services/inbox?show=BELOW", Urgency.DUE),
                    new Matter("services.request.todo.bad-ratings", "/services/ratings", Urgency.DUE)));

    /** What happened to a request at a moment, in days of China; the village counts what happens in its grids. */
    private static final String ROWS = """
            select left(r.place_code, 12) as place_code, (%1$s at time zone 'Asia/Shanghai')::date as day,
              1::numeric as amount, r.receipt as label, '/services/requests/' || r.request_id as href
            from services_request r left join services_rating g on g.request_id = r.request_id
            where r.place_code >= :lo and r.place_code < :hi
              and %1$s >= cast(:from as timestamp) at time zone 'Asia/Shanghai'
              and %1$s < cast(:until as timestamp) at time zone 'Asia/Shanghai' and r.purpose %2$s
            """;

    /** What two people explained and closed counts in no rate. */
    private static final String REASONABLE = " and r.outcome is distinct from 'UNREASONABLE'";

    /** Since the first request of all. */
    private static final String SOLVED_IN_ALL = """
            select left(r.place_code, 12) as place_code, (r.closed_at at time zone 'Asia/Shanghai')::date as day,
              1::numeric as amount, r.receipt as label, '/services/requests/' || r.request_id as href
            from services_request r
            where r.place_code >= :lo and r.place_code < :hi and r.outcome = 'SOLVED' and r.purpose <> 'PETITION'
              and r.closed_at < cast(:until as timestamp) at time zone 'Asia/Shanghai'
            """;

    /** Whoever has it answers for it, wherever it is about. */
    private static final String LATE = """
            select r.request_id, r.holder_place, h.name as holder_name, r.receipt,
              (r.due_at at time zone 'Asia/Shanghai')::date as due_on, %s
            from services_request r join place h on h.place_code = r.holder_place %s
            where r.holder_place >= :lo and r.holder_place < :hi and r.closed_at is null
              and (r.due_at at time zone 'Asia/Shanghai')::date < :today and r.accepted_at is %s
            """;

    @Bean
    RecurringJob requestArchiveJob(RequestArchive archive) {
        return new RecurringJob("services.request-archive", "DAILY|02:40", false, archive::run);
    }

    @Bean
    TodoProvider requestTodos(CurrentAccount account) {
        return actor -> account.may(ServicesAuthorities.ACT_ON_REQUESTS) ? Optional.of(OWN) : Optional.empty();
    }

    @Bean
    WarningRule requestUntold(QueriedRules rules) {
        return rules.rule(
                "services.request-untold",
                LATE.formatted(QueriedRules.BASIS, QueriedRules.by("services.request.supplement-days"), "null"),
                RequestContributions::finding);
    }

    @Bean
    WarningRule requestOverdue(QueriedRules rules) {
        return rules.rule(
                "services.request-overdue",
                LATE.formatted(QueriedRules.DESIGN, "", "not null"),
                RequestContributions::finding);
    }

    @Bean
    MetricSource requestMetrics() {
        return () -> List.of(
                rows("services.requests", NEUTRAL, "r.applied_at", ""),
                rows("services.requests-closed", MORE, "r.closed_at", REASONABLE),
                rows("services.requests-unreasonable", NEUTRAL, "r.closed_at", " and r.outcome = 'UNREASONABLE'"),
                rows("services.requests-solved", MORE, "r.closed_at", " and r.outcome = 'SOLVED'"),
                MetricDefinition.sum("services.requests-solved-in-all", MetricUnit.ITEMS, MORE, SOLVED_IN_ALL)
                        .knownForCertain(),
                rows("services.requests-in-time", MORE, "r.closed_at", REASONABLE + " and r.closed_in_time"),
                MetricDefinition.share(
                                "services.requests-in-time-share",
                                MORE,
                                "services.requests-in-time",
                                "services.requests-closed")
                        .knownForCertain(),
                rows("services.requests-rated", NEUTRAL, "g.rated_at", REASONABLE),
                rows("services.requests-satisfied", MORE, "g.rated_at", REASONABLE + " and g.stars >= 3"),
                MetricDefinition.share(
                                "services.requests-satisfied-share",
                                MORE,
                                "services.requests-satisfied",
                                "services.requests-rated")
                        .knownForCertain(),
                rows("services.requests-bad", LESS, "g.rated_at", REASONABLE + " and g.stars <= 2"),
                petitions("services.petitions", NEUTRAL, "r.petition_since", ""),
                petitions("services.petitions-closed", MORE, "r.closed_at", ""),
                petitions("services.petitions-in-time", MORE, "r.closed_at", " and r.closed_in_time"),
                MetricDefinition.share(
                                "services.petitions-in-time-share",
                                MORE,
                                "services.petitions-in-time",
                                "services.petitions-closed")
                        .knownForCertain());
    }

    @Bean
    ReportSection requestReport() {
        return new ReportSection(
                "services.report.requests",
                400,
                List.of(
                        "services.requests",
                        "services.requests-closed",
                        "services.requests-solved",
                        "services.requests-in-time-share",
                        "services.requests-rated",
                        "services.requests-satisfied-share"));
    }

    @Bean
    DashboardCardProvider requestCard() {
        var card = new DashboardCard(
                "services.request.card",
                List.of("services.requests", "services.requests-in-time-share", "services.requests-solved-in-all"),
                "/services/inbox");
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(card);
            }

            @Override
            public int getOrder() {
                return 95;
            }
        };
    }

    private static MetricDefinition rows(String code, Better better, String moment, String condition) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, better, ROWS.formatted(moment, "<> 'PETITION'" + condition))
                .knownForCertain();
    }

    /** Complaints about authorities are counted apart. */
    private static MetricDefinition petitions(String code, Better better, String moment, String condition) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, better, ROWS.formatted(moment, "= 'PETITION'" + condition))
                .knownForCertain();
    }

    private static Finding finding(ResultSet row, int index) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        return new Finding(
                row.getString("request_id"),
                new PlaceCode(row.getString("holder_place")),
                List.of(row.getString("holder_name"), row.getString("receipt")),
                due,
                Basis.of(row),
                "/services/requests/" + row.getString("request_id"),
                List.of(new Fact("services.request.field.due", due.toString())));
    }
}
