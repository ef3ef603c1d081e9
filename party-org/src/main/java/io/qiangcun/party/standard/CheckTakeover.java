package io.qiangcun.party.standard;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.party.organisation.OrganisationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over many confirmed checks at once from an earlier list that was checked before. For imports and the
 * demonstration: no page reaches it, so it asks for no authority; the fence of the database still holds.
 */
@Service
@Transactional
public class CheckTakeover {

    private static final int ROWS = 1000;

    private final Standards standards;
    private final JdbcTemplate database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckTakeover(Standards standards, JdbcTemplate database, ApplicationEventPublisher events, Clock clock) {
        this.standards = standards;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    public void take(Jurisdiction jurisdiction, String standard, List<EarlierCheck> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        if (!earlier.stream().allMatch(check -> jurisdiction.covers(check.place()))) {
            throw new IllegalArgumentException("A check lies outside " + jurisdiction);
        }
        var first = earlier.get(0);
        var edition = standards.editions(first.place(), first.checkedOn()).stream()
                .filter(known -> known.code().equals(standard))
                .findFirst()
                .orElseThrow(() -> new CheckNotFound(standard));
        var at = Timestamp.from(clock.instant());
        database.batchUpdate("""
                insert into party_standard_check (check_id, version, created_at, created_by, changed_at, changed_by, place_code,
                  organisation_id, edition_id, standard, record_kind, period_from, period_to, checked_on, status, recorded_at,
                  recorded_by, recorded_by_person, reviewed_at, reviewed_by, reviewed_by_person, confirmed_on, confirmed_at,
                  confirmed_by, confirmed_by_person)
                values (?, 2, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CONFIRMED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, earlier, ROWS, (row, check) -> {
            row.setObject(1, check.id().value());
            row.setTimestamp(2, at);
            row.setString(3, check.checkedBy().login());
            row.setTimestamp(4, at);
            row.setString(5, check.confirmedBy().login());
            row.setString(6, check.place().value());
            row.setObject(7, check.branch().value());
            row.setObject(8, edition.editionId());
            row.setString(9, standard);
            row.setString(10, edition.recordKind());
            row.setObject(11, check.period().from());
            row.setObject(12, check.period().to());
            row.setObject(13, check.checkedOn());
            row.setTimestamp(14, at);
            row.setString(15, check.checkedBy().login());
            row.setString(16, check.checkedBy().person());
            row.setTimestamp(17, at);
            row.setString(18, check.reviewedBy().login());
            row.setString(19, check.reviewedBy().person());
            row.setObject(20, check.confirmedOn());
            row.setTimestamp(21, at);
            row.setString(22, check.confirmedBy().login());
            row.setString(23, check.confirmedBy().person());
        });
        var answers = earlier.stream()
                .flatMap(check -> edition.filled().stream().map(item -> new Line(check, item)))
                .toList();
        database.batchUpdate("""
                insert into party_standard_answer (check_id, place_code, item_code, position, section, title, basis_text,
                  by_records, met, note, agreed, fix_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?)
                """, answers, ROWS, (row, line) -> {
            var note = line.check().failed().get(line.item().itemCode());
            row.setObject(1, line.check().id().value());
            row.setString(2, line.check().place().value());
            row.setString(3, line.item().itemCode());
            row.setInt(4, line.item().position());
            row.setString(5, line.item().section());
            row.setString(6, line.item().title());
            row.setString(7, line.item().basisText());
            row.setBoolean(8, line.item().question() != null);
            row.setBoolean(9, note == null);
            row.setString(10, note == null ? "" : note);
            row.setObject(11, note == null ? null : line.check().fixBy());
        });
        fulfil(edition, earlier);
        events.publishEvent(new ChecksTakenOver(first.place().county(), earlier.size()));
    }

    /** What had to be checked is checked. */
    private void fulfil(Edition edition, List<EarlierCheck> earlier) {
        var kind = edition.recordKind();
        if (kind != null) {
            earlier.forEach(check -> events.publishEvent(
                    new BranchChecked(check.id(), check.place(), check.branch().value(), kind, check.checkedOn())));
        }
    }

    /**
     * A check that was confirmed.
     *
     * @param failed what was not met and why, by the codes of items
     */
    public record EarlierCheck(
            CheckId id,
            PlaceCode place,
            OrganisationId branch,
            Period period,
            LocalDate checkedOn,
            LocalDate confirmedOn,
            LocalDate fixBy,
            Map<String, String> failed,
            Holder checkedBy,
            Holder reviewedBy,
            Holder confirmedBy) {

        public EarlierCheck {
            failed = Map.copyOf(failed);
        }
    }

    /** A post, and who held it then. */
    public record Holder(String login, String person) {}

    private record Line(EarlierCheck check, Edition.Item item) {}
}
