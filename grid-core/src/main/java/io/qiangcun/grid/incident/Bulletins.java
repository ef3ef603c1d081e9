package io.qiangcun.grid.incident;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together how things stand: when somebody asks for it, and by itself at the interval that the county has set. */
@Service
@Transactional
public class Bulletins {

    private static final String MAY_COMMAND = "hasAuthority('" + IncidentAuthorities.COMMAND + "')";

    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Bulletins(RuleParameters parameters, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Asked for twice with the same id, there is one. */
    @PreAuthorize(MAY_COMMAND)
    public void compile(Jurisdiction jurisdiction, Actor actor, ConcernId concern, BulletinId id) {
        var known = database.sql("""
                select c.place_code, c.incident_id, c.ended_at is not null as over,
                  exists (select from grid_bulletin b where b.bulletin_id = :id) as compiled
                from grid_incident_concern c
                where c.concern_id = :concern and c.place_code >= :lo and c.place_code < :hi
                  and length(c.place_code) <= 9
                """)
                .param("id", id.value())
                .param("concern", concern.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Asked.class)
                .optional()
                .orElseThrow(() -> new IncidentNotFound(concern));
        if (known.compiled()) {
            return;
        }
        if (known.over()) {
            throw new IncidentRefused(null, "ended");
        }
        write(id, concern.value(), known.incidentId(), new PlaceCode(known.placeCode()), actor, now());
    }

    /** Compiles what is due; does nothing where the interval is not over. */
    void compileDue(Jurisdiction jurisdiction) {
        due(jurisdiction)
                .forEach(head -> write(
                        BulletinId.next(),
                        head.concernId(),
                        head.incidentId(),
                        new PlaceCode(head.placeCode()),
                        Actor.system(),
                        now()));
    }

    private List<Head> due(Jurisdiction jurisdiction) {
        var minutes = parameters.wholeNumber("grid.incident.bulletin-minutes", LocalDate.now(clock));
        return database.sql("""
                select c.concern_id, c.incident_id, c.place_code
                from grid_incident_concern c
                where c.concern_id = c.incident_id and c.ended_at is null and c.place_code >= :lo and c.place_code < :hi
                  and :due >= coalesce(
                    (select max(b.compiled_at) from grid_bulletin b where b.concern_id = c.concern_id), c.began_at)
                """)
                .param("due", OffsetDateTime.now(clock).minusMinutes(minutes))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Head.class)
                .list();
    }

    /** How things stand now, as of the moment. */
    void write(BulletinId id, UUID concern, UUID incident, PlaceCode place, Actor actor, OffsetDateTime at) {
        var number = database.sql("""
                insert into grid_bulletin (bulletin_id, place_code, incident_id, concern_id, number, compiled_at, recorded_by,
                  recorded_by_person, messages, places, reporting, called, unreached)
                select :id, :place, :incident, :concern,
                  (select coalesce(max(b.number), 0) + 1 from grid_bulletin b where b.concern_id = :concern),
                  :now, :by, :person, r.messages, o.places, r.reporting, a.called, a.unreached
                from (select count(*) as messages, count(distinct left(place_code, 12)) as reporting
                      from grid_incident_report
                      where incident_id = :incident and place_code >= :lo and place_code < :hi) r,
                  (select count(*) as places from grid_incident_concern
                   where incident_id = :incident and reports and place_code >= :lo and place_code < :hi) o,
                  (select count(*) as called,
                     count(*) filter (where answered_at is null and due_at <= :now) as unreached
                   from grid_call where incident_id = :incident and place_code >= :lo and place_code < :hi) a
                returning number
                """)
                .param("id", id.value())
                .param("place", place.value())
                .param("incident", incident)
                .param("concern", concern)
                .param("now", at)
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("lo", place.lo())
                .param("hi", place.hi())
                .query(Integer.class)
                .single();
        database.sql("insert into grid_bulletin_line (bulletin_id, place_code, concern_id, said_at, "
                        + Figure.each(column -> column) + ") select :id, place_code, concern_id, said_at, "
                        + Figure.each(column -> column) + " from (" + StandingSql.SELECT + ") standing")
                .param("id", id.value())
                .param("incident", incident)
                .param("lo", place.lo())
                .param("hi", place.hi())
                .param("digits", PlaceKind.VILLAGE.digits())
                .update();
        events.publishEvent(new BulletinCompiled(id, place, number));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private record Asked(String placeCode, UUID incidentId, boolean over, boolean compiled) {}

    private record Head(UUID concernId, UUID incidentId, String placeCode) {}
}
