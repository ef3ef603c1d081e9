package io.qiangcun.grid.incident;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away what is personal once an incident has been over for as long as the law and the county allow: words, names
 * and points go, figures and times stay.
 */
@Service
@Transactional
class IncidentPurge {

    private final Incidents incidents;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final Clock clock;

    IncidentPurge(Incidents incidents, RuleParameters parameters, JdbcClient database, Clock clock) {
        this.incidents = incidents;
        this.parameters = parameters;
        this.database = database;
        this.clock = clock;
    }

    void purge(Jurisdiction jurisdiction) {
        var months = parameters.wholeNumber("grid.incident.purge-months", LocalDate.now(clock));
        due(jurisdiction, OffsetDateTime.now(clock).minusMonths(months))
                .forEach(id -> purge(jurisdiction, new IncidentId(id), clock.instant()));
    }

    private List<UUID> due(Jurisdiction jurisdiction, OffsetDateTime endedBefore) {
        return database.sql("""
                select incident_id from grid_incident
                where ended_at <= :before and purged_at is null and place_code >= :lo and place_code < :hi
                """)
                .param("before", endedBefore)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(UUID.class)
                .list();
    }

    private void purge(Jurisdiction jurisdiction, IncidentId id, Instant at) {
        var incident = incidents.findById(id, jurisdiction).orElseThrow();
        var reports = strip("""
                update grid_incident_report set spot = null, happened = null, needs = null, reported_by_person = null,
                  longitude = null, latitude = null, purged_at = :at
                """, jurisdiction, id, at);
        var calls = strip("""
                update grid_call set person = null, purged_at = :at,
                  answered_by_person = case when answered_at is null then null else '' end,
                  note = case when note is null then null else '—' end
                """, jurisdiction, id, at);
        incident.purged(at, reports, calls);
        incidents.saveAndFlush(incident);
    }

    private int strip(String update, Jurisdiction jurisdiction, IncidentId id, Instant at) {
        return database.sql(update + """
                 where incident_id = :incident and purged_at is null and place_code >= :lo and place_code < :hi
                """)
                .param("at", at.atZone(clock.getZone()).toOffsetDateTime())
                .param("incident", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
    }
}
