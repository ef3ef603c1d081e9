package io.qiangcun.grid.incident;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningSweep;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Switches incidents on, widens them and ends them with a review. */
@Service
@Transactional
public class IncidentService {

    private static final String MAY_COMMAND = "hasAuthority('" + IncidentAuthorities.COMMAND + "')";

    private final Incidents incidents;
    private final PlaceTree places;
    private final WarningSweep warnings;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentService(
            Incidents incidents,
            PlaceTree places,
            WarningSweep warnings,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.places = places;
        this.warnings = warnings;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Sent a second time, the same command changes nothing. */
    @PreAuthorize(MAY_COMMAND)
    public void begin(Jurisdiction jurisdiction, Actor actor, BeginIncident command) {
        if (incidents.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var head = jurisdiction.root();
        if (head.kind() != PlaceKind.COUNTY && head.kind() != PlaceKind.TOWNSHIP) {
            throw new IncidentRefused(null, "level");
        }
        command.places().forEach(place -> places.require(place, jurisdiction));
        requireKind(command.kind());
        if (isOn(head, command.kind())) {
            throw new IncidentRefused("kind", "already-on");
        }
        begin(command, head, Recorded.by(actor, clock.instant()));
    }

    void begin(BeginIncident command, PlaceCode head, Recorded by) {
        incidents.saveAndFlush(new Incident(command, head, by.at(), by));
        concern(command.id(), command.places().isEmpty() ? List.of(head) : command.places());
    }

    /** It concerns these places too. */
    @PreAuthorize(MAY_COMMAND)
    public void widen(Jurisdiction jurisdiction, ConcernId id, List<PlaceCode> more) {
        var incident = own(jurisdiction, id);
        if (!incident.isOn()) {
            throw new IncidentRefused(null, "ended");
        }
        more.forEach(place -> {
            if (!incident.placeCode().contains(place)) {
                throw new IncidentRefused("places", "outside");
            }
            places.require(place, jurisdiction);
        });
        var added = more.isEmpty() ? 0 : concern(new IncidentId(id.value()), more);
        if (added == 0) {
            throw new IncidentRefused("places", "nothing-new");
        }
        events.publishEvent(new IncidentWidened(new IncidentId(id.value()), incident.placeCode(), added));
    }

    @PreAuthorize(MAY_COMMAND)
    public void end(Jurisdiction jurisdiction, Actor actor, EndIncident command) {
        end(jurisdiction, command, Recorded.by(actor, clock.instant()));
        var today = LocalDate.now(clock);
        warnings.sweepNow(SilentPlaceRule.CODE, jurisdiction, today);
        warnings.sweepNow(UnreachedRule.CODE, jurisdiction, today);
    }

    void end(Jurisdiction jurisdiction, EndIncident command, Recorded by) {
        var incident = own(jurisdiction, command.concern());
        incident.end(command.happened(), command.better(), by);
        incidents.saveAndFlush(incident);
        Stream.of("grid_incident_concern", "grid_call").forEach(table -> database.sql("update " + table + """
                         set ended_at = :at
                        where incident_id = :incident and ended_at is null and place_code >= :lo and place_code < :hi
                        """)
                .param("at", at(by.at()))
                .param("incident", command.concern().value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update());
    }

    /** The incident itself, which only the place that switched it on, or one above it, may change. */
    private Incident own(Jurisdiction jurisdiction, ConcernId id) {
        return incidents.findById(new IncidentId(id.value()), jurisdiction).orElseThrow(() -> new IncidentNotFound(id));
    }

    private void requireKind(String kind) {
        var known = database.sql("select exists (select from grid_incident_kind where code = :kind)")
                .param("kind", kind)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new IncidentRefused("kind", "no-such-kind");
        }
    }

    private boolean isOn(PlaceCode head, String kind) {
        return database.sql("""
                select exists (select from grid_incident where place_code = :head and kind = :kind and ended_at is null)
                """)
                .param("head", head.value())
                .param("kind", kind)
                .query(Boolean.class)
                .single();
    }

    /** All there is in these places, and the places between them and the one that commands. */
    private int concern(IncidentId incident, List<PlaceCode> chosen) {
        return database.sql("""
                insert into grid_incident_concern (concern_id, place_code, incident_id, head_place, kind, title, reason,
                  began_at, reports)
                select case when p.place_code = i.place_code then i.incident_id else gen_random_uuid() end, p.place_code,
                  i.incident_id, i.place_code, i.kind, i.title, i.reason, i.began_at,
                  p.category in ('VILLAGE', 'COMMUNITY')
                from grid_incident i
                  join place p on p.place_code >= i.place_code and p.place_code < i.place_code || ':'
                where i.incident_id = :incident and p.valid_from <= :today
                  and (p.valid_to is null or p.valid_to > :today)
                  and exists (select from place chosen where chosen.place_code in (:chosen)
                    and (left(p.place_code, length(chosen.place_code)) = chosen.place_code
                      or left(chosen.place_code, length(p.place_code)) = p.place_code))
                on conflict (incident_id, place_code) do nothing
                """)
                .param("incident", incident.value())
                .param("today", LocalDate.now(clock))
                .param("chosen", chosen.stream().map(PlaceCode::value).toList())
                .update();
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }
}
