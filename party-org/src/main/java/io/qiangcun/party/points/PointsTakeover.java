package io.qiangcun.party.points;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over many entries and quarters at once from an earlier list that was checked before. For imports and the
 * demonstration: no page reaches it, so it asks for no authority; the fence of the database still holds.
 */
@Service
@Transactional
public class PointsTakeover {

    private static final int ROWS = 1000;

    private final PublicationService publications;
    private final JdbcTemplate database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PointsTakeover(
            PublicationService publications, JdbcTemplate database, ApplicationEventPublisher events, Clock clock) {
        this.publications = publications;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    public void take(Jurisdiction jurisdiction, List<EarlierEntry> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        if (!earlier.stream().allMatch(entry -> jurisdiction.covers(entry.place()))) {
            throw new IllegalArgumentException("An entry lies outside " + jurisdiction);
        }
        var at = Timestamp.from(clock.instant());
        database.batchUpdate("""
                insert into party_points_entry (entry_id, version, created_at, created_by, changed_at, changed_by, place_code,
                  organisation_id, member_id, rule_id, rule_code, amount, fact_on, fact, evidence, source_key, recorded_at,
                  recorded_by, recorded_by_person, status, decided_at, decided_by, decided_by_person, decision_note)
                select ?, 0, ?, ?, ?, ?, ?, ?, ?, r.rule_id, r.code,
                  case when r.kind = 'PENALTY' then -r.amount else r.amount end, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ''
                from party_points_rule r where r.code = ? and r.within = '' and r.valid_from <= ? and r.valid_to is null
                on conflict do nothing
                """, earlier, ROWS, (row, entry) -> {
            var decided = entry.decidedBy() != null;
            row.setObject(1, entry.id().value());
            row.setTimestamp(2, at);
            row.setString(3, entry.enteredBy());
            row.setTimestamp(4, at);
            row.setString(5, entry.enteredBy());
            row.setString(6, entry.place().value());
            row.setObject(7, entry.branch().value());
            row.setObject(8, entry.member().value());
            row.setObject(9, entry.factOn());
            row.setString(10, entry.fact());
            row.setString(11, entry.evidence());
            row.setString(12, entry.factOn() + " " + entry.fact());
            row.setTimestamp(13, at);
            row.setString(14, entry.enteredBy());
            row.setString(15, entry.enteredByPerson());
            row.setString(16, (decided ? EntryStatus.APPROVED : EntryStatus.ENTERED).name());
            row.setObject(17, decided ? at : null, Types.TIMESTAMP);
            row.setString(18, entry.decidedBy());
            row.setString(19, entry.decidedByPerson());
            row.setString(20, entry.rule());
            row.setObject(21, entry.factOn());
        });
        events.publishEvent(new PointsTakenOver(earlier.get(0).place().county(), earlier.size()));
    }

    /** The quarter as it stands, as if it had been published on the day. */
    public void publish(
            PublicationId id,
            PlaceCode place,
            OrganisationId branch,
            Quarter quarter,
            LocalDate on,
            String login,
            String holder) {
        publications.publishBefore(id, place, branch, quarter, on, new Recorded(clock.instant(), login, holder));
    }
}
