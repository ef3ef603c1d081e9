package io.qiangcun.party.training;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.party.PartyAuthorities;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records classes and who took part. Each participation is kept at the place of the person. */
@Service
@Transactional
public class TrainingService {

    private static final String MAY_WRITE = "hasAuthority('" + PartyAuthorities.WRITE_TRAINING + "')";
    private static final int ROWS = 1000;
    private static final String HOLD = """
            insert into party_training_class (class_id, version, created_at, created_by, changed_at, changed_by, place_code,
              title, kind, held_from, held_to, hours, note, recorded_at, recorded_by, recorded_by_person)
            values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ATTEND = """
            insert into party_training_attendance (attendance_id, class_id, place_code, person_id, class_title, class_kind,
              held_on, hours, recorded_at, recorded_by, recorded_by_person)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (class_id, person_id) where withdrawn_at is null do nothing
            """;

    private final TrainingClasses classes;
    private final PeopleQueries people;
    private final PlaceTree places;
    private final JdbcTemplate database;
    private final WarningSweep sweep;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TrainingService(
            TrainingClasses classes,
            PeopleQueries people,
            PlaceTree places,
            JdbcTemplate database,
            WarningSweep sweep,
            ApplicationEventPublisher events,
            Clock clock) {
        this.classes = classes;
        this.people = people;
        this.places = places;
        this.database = database;
        this.sweep = sweep;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice records one class. */
    @PreAuthorize(MAY_WRITE)
    public ClassId hold(Jurisdiction jurisdiction, Actor actor, HoldClass command) {
        places.require(command.place(), jurisdiction);
        if (classes.findById(command.id(), jurisdiction).isEmpty()) {
            try {
                classes.saveAndFlush(new TrainingClass(command, today(), by(actor)));
            } catch (DataIntegrityViolationException takenOutsideTheJurisdiction) {
                throw new ClassNotFound(command.id());
            }
        }
        return command.id();
    }

    @PreAuthorize(MAY_WRITE)
    public void correct(Jurisdiction jurisdiction, HoldClass command, long version) {
        var held = find(jurisdiction, command.id());
        if (!Objects.equals(held.getVersion(), version)) {
            throw new ClassStale(held.getTitle());
        }
        held.correct(command, today());
        classes.saveAndFlush(held);
        database.update(
                """
                update party_training_attendance set class_title = ?, class_kind = ?, held_on = ?, hours = ?
                where class_id = ? and withdrawn_at is null
                """,
                held.getTitle(),
                held.getKind().name(),
                held.getHeldFrom(),
                held.getHours(),
                held.getId().value());
        warn(jurisdiction);
    }

    /** Who is named already is not named twice. */
    @PreAuthorize(MAY_WRITE)
    public int join(Jurisdiction jurisdiction, Actor actor, ClassId id, List<PersonId> participants) {
        var held = find(jurisdiction, id);
        var known = people.briefs(jurisdiction, participants);
        if (known.isEmpty()) {
            throw new TrainingRefused("persons", "nobody");
        }
        attend(
                known.stream()
                        .map(person -> new PastAttendance(id, person.id(), person.place()))
                        .toList(),
                of -> held.asCommand(),
                by(actor));
        held.joinedBy(known.size());
        classes.saveAndFlush(held);
        warn(jurisdiction);
        return known.size();
    }

    @PreAuthorize(MAY_WRITE)
    public void withdraw(Jurisdiction jurisdiction, Actor actor, ClassId id, PersonId person) {
        var held = find(jurisdiction, id);
        var withdrawn =
                database.update("""
                update party_training_attendance set withdrawn_at = ?, withdrawn_by = ?
                where class_id = ? and person_id = ? and withdrawn_at is null
                """, Timestamp.from(clock.instant()), actor.login(), id.value(), person.value());
        if (withdrawn > 0) {
            held.leftBy(person);
            classes.saveAndFlush(held);
            warn(jurisdiction);
        }
    }

    /**
     * Takes over classes that were kept elsewhere before. For imports and the demonstration: no page reaches it, so it asks
     * for no authority; the fence of the database still holds.
     */
    public void takeOver(
            Jurisdiction jurisdiction, Actor actor, List<HoldClass> held, List<PastAttendance> attendances) {
        var recorded = by(actor);
        var at = Timestamp.from(recorded.at());
        database.batchUpdate(HOLD, held, ROWS, (row, command) -> {
            row.setObject(1, command.id().value());
            row.setTimestamp(2, at);
            row.setString(3, recorded.post());
            row.setTimestamp(4, at);
            row.setString(5, recorded.post());
            row.setString(6, command.place().value());
            row.setString(7, command.title());
            row.setString(8, command.kind().name());
            row.setObject(9, command.from());
            row.setObject(10, command.to());
            row.setBigDecimal(11, command.hours());
            row.setString(12, command.note());
            row.setTimestamp(13, at);
            row.setString(14, recorded.post());
            row.setString(15, recorded.person());
        });
        var byId = held.stream().collect(Collectors.toMap(HoldClass::id, Function.identity()));
        attend(attendances, of -> Objects.requireNonNull(byId.get(of)), recorded);
        events.publishEvent(new TrainingTakenOver(held.size(), attendances.size(), jurisdiction.root()));
    }

    private void attend(List<PastAttendance> attendances, Function<ClassId, HoldClass> classOf, Recorded recorded) {
        var at = Timestamp.from(recorded.at());
        database.batchUpdate(ATTEND, attendances, ROWS, (row, attendance) -> {
            var held = classOf.apply(attendance.of());
            row.setObject(1, held.id().value());
            row.setString(2, attendance.place().value());
            row.setObject(3, attendance.person().value());
            row.setString(4, held.title());
            row.setString(5, held.kind().name());
            row.setObject(6, held.from());
            row.setBigDecimal(7, held.hours());
            row.setTimestamp(8, at);
            row.setString(9, recorded.post());
            row.setString(10, recorded.person());
        });
    }

    private TrainingClass find(Jurisdiction jurisdiction, ClassId id) {
        return classes.findById(id, jurisdiction).orElseThrow(() -> new ClassNotFound(id));
    }

    private void warn(Jurisdiction jurisdiction) {
        sweep.sweepNow(StudyBehindRule.CODE, jurisdiction, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}
