package io.qiangcun.grid.incident;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.ClearingRecord;
import io.qiangcun.core.warning.WarningClearing;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what places report. Every version is a row of its own, inserted in one statement that changes nothing
 * anybody else writes: hundreds a minute do not wait for each other.
 */
@Service
@Transactional
public class IncidentReports {

    private static final String MAY_REPORT = "hasAuthority('" + IncidentAuthorities.REPORT + "')";
    private static final BigDecimal WEST = BigDecimal.valueOf(70);
    private static final BigDecimal EAST = BigDecimal.valueOf(140);
    private static final BigDecimal SOUTH = BigDecimal.valueOf(15);
    private static final BigDecimal NORTH = BigDecimal.valueOf(55);

    private static final String INSERT =
            """
            insert into grid_incident_report (report_version_id, place_code, incident_id, concern_id, device_at,
              received_at, counts_at, complete, spot, happened, needs, population, longitude, latitude, reported_by,
              reported_by_person,\s""" + Figure.each(column -> column) + """
            )
            select :id, c.place_code, c.incident_id, c.concern_id, :device, :received,
              -- a clock that runs ahead, or that was never set, is not believed
              case when :device > :received or :device < c.began_at - interval '1 day' then :received else :device end,
              :complete, :spot, :happened, :needs, :population, :longitude, :latitude, :by, :person,\s""" + Figure.each(column -> "cast(:" + column + " as int)") + """
             from grid_incident_concern c
            where c.concern_id = :concern and c.place_code >= :lo and c.place_code < :hi
            on conflict (report_version_id) do nothing
            """;

    private final WarningClearing warnings;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentReports(WarningClearing warnings, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.warnings = warnings;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Sent again, by a device that did not hear the answer, it is answered again and kept once. */
    @PreAuthorize(MAY_REPORT)
    public Receipt report(Jurisdiction jurisdiction, Actor actor, ReportSituation report) {
        var concern = concern(jurisdiction, report.concern()).orElseThrow(() -> new IncidentNotFound(report.concern()));
        var kept = receipt(jurisdiction, report);
        if (kept.isPresent()) {
            return kept.get();
        }
        var problems = problems(concern, report);
        if (!problems.isEmpty()) {
            throw new IncidentRefused(problems);
        }
        var now = clock.instant();
        if (insert(jurisdiction, actor, report, concern.population(), now) == 0) {
            return receipt(jurisdiction, report).orElseThrow(() -> new IncidentNotFound(report.concern()));
        }
        events.publishEvent(new SituationReported(report.id(), concern.place(), report.concern()));
        warnings.clear(
                jurisdiction,
                SilentPlaceRule.CODE,
                List.of(report.concern().toString()),
                new ClearingRecord(
                        "grid.incident-report",
                        report.id().value(),
                        "/grid/incidents/" + report.concern() + "/reports"));
        return new Receipt(report.id(), report.concern(), now, false);
    }

    /** As if it had come at that moment, for {@link IncidentTakeover}. */
    void reportBefore(Jurisdiction jurisdiction, Actor actor, ReportSituation report, Instant receivedAt) {
        insert(jurisdiction, actor, report, null, receivedAt);
    }

    private static List<Problem> problems(Concern concern, ReportSituation report) {
        var problems = new ArrayList<Problem>();
        if (concern.place().kind().digits() < 12) {
            problems.add(IncidentRefused.problem(null, "no-place-to-report"));
        }
        var ended = concern.endedAt();
        if (ended != null && report.deviceAt().isAfter(ended)) {
            problems.add(IncidentRefused.problem(null, "over"));
        }
        var figures = report.figures();
        var evacuated = figures.get(Figure.EVACUATED);
        var population = concern.population();
        if (evacuated != null && population != null && evacuated > population) {
            problems.add(IncidentRefused.problem("evacuated", "more-than-people", population));
        }
        var removed = figures.get(Figure.HAZARDS_REMOVED);
        if (removed != null && removed > figures.number(Figure.HAZARDS_FOUND)) {
            problems.add(IncidentRefused.problem("hazardsRemoved", "more-than-found"));
        }
        if (!lies(report.longitude(), WEST, EAST)
                || !lies(report.latitude(), SOUTH, NORTH)
                || (report.longitude() == null) != (report.latitude() == null)) {
            problems.add(IncidentRefused.problem("longitude", "no-such-point"));
        }
        return problems;
    }

    private static boolean lies(@Nullable BigDecimal degrees, BigDecimal least, BigDecimal most) {
        return degrees == null || degrees.compareTo(least) >= 0 && degrees.compareTo(most) <= 0;
    }

    private int insert(
            Jurisdiction jurisdiction, Actor actor, ReportSituation report, @Nullable Integer population, Instant now) {
        var statement = database.sql(INSERT)
                .param("id", report.id().value())
                .param("concern", report.concern().value())
                .param("device", at(report.deviceAt()))
                .param("received", at(now))
                .param("complete", report.complete())
                .param("spot", report.spot())
                .param("happened", report.happened())
                .param("needs", report.needs())
                .param("population", population, Types.INTEGER)
                .param("longitude", report.longitude(), Types.NUMERIC)
                .param("latitude", report.latitude(), Types.NUMERIC)
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
        for (var figure : Figure.values()) {
            statement = statement.param(figure.column(), report.figures().get(figure), Types.INTEGER);
        }
        return statement.update();
    }

    private Optional<Receipt> receipt(Jurisdiction jurisdiction, ReportSituation report) {
        return database.sql("""
                select received_at from grid_incident_report
                where report_version_id = :id and concern_id = :concern and place_code >= :lo and place_code < :hi
                """)
                .param("id", report.id().value())
                .param("concern", report.concern().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) -> new Receipt(
                        report.id(),
                        report.concern(),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        true))
                .optional();
    }

    /** With how many people live there, where its grids say so. */
    private Optional<Concern> concern(Jurisdiction jurisdiction, ConcernId id) {
        return database.sql("""
                select c.place_code, c.ended_at,
                  (select sum(g.people)::int from grid g where g.place_code >= c.place_code
                    and g.place_code < c.place_code || ':' and g.ended_on is null
                    and length(g.place_code) = greatest(15, length(c.place_code))
                   having bool_and(g.people is not null)) as population
                from grid_incident_concern c
                where c.concern_id = :id and c.place_code >= :lo and c.place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) -> {
                    var ended = row.getObject("ended_at", OffsetDateTime.class);
                    return new Concern(
                            new PlaceCode(row.getString("place_code")),
                            ended == null ? null : ended.toInstant(),
                            row.getObject("population", Integer.class));
                })
                .optional();
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private record Concern(
            PlaceCode place,
            @Nullable Instant endedAt,
            @Nullable Integer population) {}
}
