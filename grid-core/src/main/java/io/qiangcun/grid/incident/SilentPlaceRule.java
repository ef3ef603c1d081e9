package io.qiangcun.grid.incident;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A place in an emergency that has not reported in time: neither first nor, while it goes on, again. */
@Service
@Transactional(readOnly = true)
class SilentPlaceRule implements WarningRule {

    static final String CODE = "grid.incident-silent";

    /** Places that owe a report, and until when; binds {@code :lo}, {@code :hi} and {@code :today}. */
    static final String OWING = """
            select c.concern_id, c.place_code, c.title, r.said_at,
              case when r.said_at is null then c.began_at + limits.first else r.said_at + limits.again end as due_at
            from grid_incident_concern c
              cross join (select make_interval(mins => max(amount) filter (where code like '%minutes')::int) as first,
                  make_interval(hours => max(amount) filter (where code like '%hours')::int) as again
                from rule_parameter
                where code in ('grid.incident.first-report-minutes', 'grid.incident.follow-up-hours')
                  and valid_from <= :today and (valid_to is null or valid_to > :today)) limits
              left join (select o.incident_id, left(o.place_code, 12) as at_place, max(o.received_at) as said_at,
                  (array_agg(o.complete order by o.counts_at desc, o.received_at desc))[1] as complete
                from grid_incident_report o where o.place_code >= :lo and o.place_code < :hi
                group by 1, 2) r
                on r.incident_id = c.incident_id and r.at_place = c.place_code
            where c.reports and c.ended_at is null and c.place_code >= :lo and c.place_code < :hi
              and r.complete is not true
            """;

    private final RuleParameters parameters;
    private final JdbcClient database;
    private final Clock clock;

    SilentPlaceRule(RuleParameters parameters, JdbcClient database, Clock clock) {
        this.parameters = parameters;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var first = parameters.parameter("grid.incident.first-report-minutes", today);
        var again = parameters.parameter("grid.incident.follow-up-hours", today);
        return database
                .sql("select * from (" + OWING + ") owing where due_at <= :now order by place_code, due_at")
                .param("today", today)
                .param("now", OffsetDateTime.now(clock))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Owing.class)
                .list()
                .stream()
                .map(owing -> finding(owing, owing.saidAt() == null ? first : again));
    }

    private Finding finding(Owing owing, RuleParameters.RuleParameter limit) {
        return new Finding(
                owing.concernId().toString(),
                new PlaceCode(owing.placeCode()),
                List.of(owing.title()),
                owing.dueAt().atZoneSameInstant(clock.getZone()).toLocalDate(),
                new Finding.Basis(limit.basis(), limit.source(), "", ""),
                "/grid/incidents/" + owing.concernId() + "/report",
                List.of(new Finding.Fact(
                        "grid.incident-silent.due-at", IncidentTimes.text(owing.dueAt(), clock.getZone()))));
    }

    private record Owing(
            UUID concernId,
            String placeCode,
            String title,
            @Nullable OffsetDateTime saidAt,
            OffsetDateTime dueAt) {}
}
