package io.qiangcun.grid.incident;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over incidents that are over, as earlier lists and papers have them. */
@Service
@Transactional
public class IncidentTakeover {

    private static final Duration CALLED_AFTER = Duration.ofMinutes(5);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(4);

    private final IncidentService incidents;
    private final IncidentReports reports;
    private final RollCalls calls;
    private final Bulletins bulletins;
    private final JdbcClient database;
    private final Clock clock;

    IncidentTakeover(
            IncidentService incidents,
            IncidentReports reports,
            RollCalls calls,
            Bulletins bulletins,
            JdbcClient database,
            Clock clock) {
        this.incidents = incidents;
        this.reports = reports;
        this.calls = calls;
        this.bulletins = bulletins;
        this.database = database;
        this.clock = clock;
    }

    /** With a roll-call that everybody answered and a bulletin at the end. */
    public void take(Jurisdiction jurisdiction, Actor actor, PastIncident past) {
        var id = past.begin().id();
        var concern = new ConcernId(id.value());
        incidents.begin(past.begin(), past.head(), Recorded.by(actor, past.beganAt()));
        var called = RollCallId.next();
        calls.start(
                jurisdiction,
                actor,
                new StartRollCall(called, concern, past.message()),
                at(past.beganAt().plus(CALLED_AFTER)));
        answer(called);
        report(jurisdiction, actor, past);
        bulletins.write(BulletinId.next(), id.value(), id.value(), past.head(), actor, at(past.endedAt()));
        incidents.end(
                jurisdiction,
                new EndIncident(concern, past.happened(), past.better()),
                Recorded.by(actor, past.endedAt()));
    }

    private void report(Jurisdiction jurisdiction, Actor actor, PastIncident past) {
        var concerns = new HashMap<PlaceCode, ConcernId>();
        database.sql("select place_code, concern_id from grid_incident_concern where incident_id = :incident")
                .param("incident", past.begin().id().value())
                .query((row, number) -> concerns.put(
                        new PlaceCode(row.getString("place_code")),
                        new ConcernId(row.getObject("concern_id", UUID.class))))
                .list();
        past.reports().forEach(said -> {
            var concern = concerns.get(said.place());
            if (concern == null) {
                throw new IllegalArgumentException("Not concerned: " + said.place());
            }
            reports.reportBefore(
                    jurisdiction,
                    actor,
                    new ReportSituation(
                            ReportVersionId.next(),
                            concern,
                            said.at(),
                            said.spot(),
                            said.happened(),
                            said.needs(),
                            said.figures(),
                            said.complete(),
                            null,
                            null),
                    said.at().plus(ON_ITS_WAY));
        });
    }

    /** Each within its time, some sooner and some later. */
    private void answer(RollCallId called) {
        database.sql("""
                update grid_call set answered_by = login, answered_by_person = person,
                  answered_at = called_at + make_interval(secs => 20 + ascii(md5(login)) * 3)
                where roll_call_id = :id
                """).param("id", called.value()).update();
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }
}
