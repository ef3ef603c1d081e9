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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts called in an emergency that nobody has reached although their time is up; one finding for a place. */
@Service
@Transactional(readOnly = true)
class UnreachedRule implements WarningRule {

    static final String CODE = "grid.incident-unreached";

    private final RuleParameters parameters;
    private final JdbcClient database;
    private final Clock clock;

    UnreachedRule(RuleParameters parameters, JdbcClient database, Clock clock) {
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
        var limit = parameters.parameter("grid.incident.answer-minutes", today);
        return database
                .sql("""
                        select n.concern_id, c.place_code, n.title, count(*) as posts, string_agg(c.post, '、' order by c.post)
                          as names, min(c.due_at) as due_at
                        from grid_call c
                          join grid_incident_concern n on n.incident_id = c.incident_id and n.place_code = c.place_code
                        where c.answered_at is null and c.ended_at is null and c.due_at <= :now
                          and c.place_code >= :lo and c.place_code < :hi
                        group by n.concern_id, c.place_code, n.title
                        order by c.place_code, n.concern_id
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Unreached.class)
                .list()
                .stream()
                .map(unreached -> finding(unreached, limit));
    }

    private Finding finding(Unreached unreached, RuleParameters.RuleParameter limit) {
        return new Finding(
                unreached.concernId().toString(),
                new PlaceCode(unreached.placeCode()),
                List.of(unreached.title(), String.valueOf(unreached.posts())),
                unreached.dueAt().atZoneSameInstant(clock.getZone()).toLocalDate(),
                new Finding.Basis(limit.basis(), limit.source(), "", ""),
                "/grid/incidents/" + unreached.concernId(),
                List.of(
                        new Finding.Fact("grid.incident-unreached.posts", unreached.names()),
                        new Finding.Fact(
                                "grid.incident-unreached.due-at",
                                IncidentTimes.text(unreached.dueAt(), clock.getZone()))));
    }

    private record Unreached(
            UUID concernId, String placeCode, String title, int posts, String names, OffsetDateTime dueAt) {}
}
