package io.qiangcun.services.centre;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.services.ServicesAuthorities;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down centres, who works in them, which are examples and who came to see them. */
@Service
@Transactional
public class CentreService {

    private static final String MAY_WRITE = "hasAuthority('" + ServicesAuthorities.WRITE_CENTRES + "')";
    private static final String MAY_OVERSEE = "hasAuthority('" + ServicesAuthorities.OVERSEE_CENTRES + "')";

    private static final int MOST_PEOPLE = 5000;

    private static final Set<PlaceCategory> SERVED = Set.of(
            PlaceCategory.COUNTY,
            PlaceCategory.TOWNSHIP,
            PlaceCategory.SUBDISTRICT,
            PlaceCategory.VILLAGE,
            PlaceCategory.COMMUNITY);

    private final CentreQueries queries;
    private final PlaceTree places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CentreService(
            CentreQueries queries,
            PlaceTree places,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice writes one. */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, WriteCentre command) {
        var place = places.require(command.place(), jurisdiction);
        if (!SERVED.contains(place.category())) {
            throw new CentreRefused("place", "no-place");
        }
        if (isKnown(jurisdiction, command.id())) {
            return;
        }
        check(jurisdiction, command);
        try {
            by(values(database.sql("""
                    insert into services_centre (centre_id, version, place_code, kind, name, address, phone, open_days, open_from,
                      open_until, open_note, functions, state, opened_on, closed_reason, recorded_at, recorded_by, recorded_by_person)
                    values (:id, 0, :place, :kind, :name, :address, :phone, :days, cast(:from as time), cast(:until as time), :note,
                      cast(:functions as text[]), :state, :opened, '', :at, :post, :holder)
                    """), command), actor).update();
        } catch (DuplicateKeyException taken) {
            throw taken(command);
        }
        events.publishEvent(new CentreWritten(command.id(), command.name(), command.state(), command.place()));
    }

    /** It stays in its place; what was opened is not being built again. */
    @PreAuthorize(MAY_WRITE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, WriteCentre command, long version) {
        var known = queries.find(jurisdiction, command.id());
        known.requireVersion(version);
        known.requireOpen();
        if (known.state() == CentreState.IN_USE && command.openedOn() == null) {
            throw new CentreRefused("openedOn", "opened-already");
        }
        check(jurisdiction, command);
        try {
            var done = by(
                            values(
                                    database.sql("""
                                            update services_centre set version = version + 1, kind = :kind, name = :name, address = :address,
                                              phone = :phone, open_days = :days, open_from = cast(:from as time),
                                              open_until = cast(:until as time), open_note = :note, functions = cast(:functions as text[]),
                                              state = :state, opened_on = :opened, recorded_at = :at, recorded_by = :post,
                                              recorded_by_person = :holder
                                            where centre_id = :id and version = :version and place_code = :place
                                              and place_code >= :lo and place_code < :hi
                                            """)
                                            .param("lo", jurisdiction.lo())
                                            .param("hi", jurisdiction.hi()),
                                    command),
                            actor)
                    .param("version", version)
                    .update();
            requireDone(done, known);
        } catch (DuplicateKeyException taken) {
            throw taken(command);
        }
        events.publishEvent(new CentreWritten(command.id(), command.name(), command.state(), known.place()));
    }

    private boolean isKnown(Jurisdiction jurisdiction, CentreId id) {
        return in(jurisdiction, """
                select exists (select from services_centre where centre_id = :id and place_code >= :lo and place_code < :hi)
                """)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /** Of both unique keys the one that says more. */
    private static CentreRefused taken(WriteCentre command) {
        return command.kind() == CentreKind.CENTRE
                ? new CentreRefused("kind", "centre-already")
                : new CentreRefused("name", "name-taken");
    }

    private void check(Jurisdiction jurisdiction, WriteCentre command) {
        if (command.openedOn() != null) {
            requirePast("openedOn", command.openedOn());
        }
        if (command.openDays().isEmpty() != (command.openFrom() == null)) {
            throw new CentreRefused(command.openFrom() == null ? "openFrom" : "openDays", "hours");
        }
        if ((command.openFrom() == null) != (command.openUntil() == null)) {
            throw new CentreRefused(command.openFrom() == null ? "openFrom" : "openUntil", "hours");
        }
        if (command.openFrom() != null
                && command.openUntil() != null
                && !command.openFrom().isBefore(command.openUntil())) {
            throw new CentreRefused("openUntil", "ends-before");
        }
        var known = queries.functions(jurisdiction).stream()
                .map(CentreQueries.CentreFunction::functionCode)
                .toList();
        if (!known.containsAll(command.functions())) {
            throw new CentreRefused("functions", "no-function");
        }
    }

    private static StatementSpec values(StatementSpec statement, WriteCentre command) {
        return statement
                .param("id", command.id().value())
                .param("place", command.place().value())
                .param("kind", command.kind().name())
                .param("name", command.name())
                .param("address", command.address())
                .param("phone", command.phone())
                .param("days", command.openDays())
                .param(
                        "from",
                        command.openFrom() == null ? null : command.openFrom().toString(),
                        Types.VARCHAR)
                .param(
                        "until",
                        command.openUntil() == null ? null : command.openUntil().toString(),
                        Types.VARCHAR)
                .param("note", command.openNote())
                .param("functions", command.functions().toArray(String[]::new))
                .param("state", command.state().name())
                .param("opened", command.openedOn(), Types.DATE);
    }

    /** For good. Who works there stops, and it is no example any more. */
    @PreAuthorize(MAY_WRITE)
    public void close(Jurisdiction jurisdiction, CentreId id, long version, LocalDate on, String reason) {
        var known = queries.find(jurisdiction, id);
        known.requireVersion(version);
        known.requireOpen();
        requirePast("on", on);
        if (known.openedOn() != null && on.isBefore(known.openedOn())) {
            throw new CentreRefused("on", "before", known.openedOn());
        }
        var done = in(jurisdiction, """
                update services_centre set version = version + 1, state = 'CLOSED', closed_on = :on, closed_reason = :reason
                where centre_id = :id and version = :version and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("reason", reason)
                .param("id", id.value())
                .param("version", version)
                .update();
        requireDone(done, known);
        in(jurisdiction, """
                update services_centre_staff set until = greatest(:on, since)
                where centre_id = :id and until is null and place_code >= :lo and place_code < :hi
                """).param("on", on).param("id", id.value()).update();
        in(jurisdiction, """
                update services_centre_tag set revoked_on = greatest(:on, awarded_on), revoked_reason = :reason
                where centre_id = :id and revoked_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("reason", reason)
                .param("id", id.value())
                .update();
        events.publishEvent(new CentreClosed(id, reason, known.place()));
    }

    /** @param phone of the post, for anybody to ring; may be empty */
    public record Join(UUID id, String name, String duty, String phone, LocalDate since) {}

    @PreAuthorize(MAY_WRITE)
    public void join(Jurisdiction jurisdiction, Actor actor, CentreId id, Join command) {
        var known = queries.find(jurisdiction, id);
        known.requireOpen();
        requirePast("on", command.since());
        var written = by(database.sql("""
                        insert into services_centre_staff (staff_id, centre_id, place_code, name, duty, phone, since, recorded_at,
                          recorded_by, recorded_by_person)
                        values (:staff, :id, :place, :name, :duty, :phone, :since, :at, :post, :holder)
                        on conflict (staff_id) do nothing
                        """), actor)
                .param("staff", command.id())
                .param("id", id.value())
                .param("place", known.placeCode())
                .param("name", command.name())
                .param("duty", command.duty())
                .param("phone", command.phone())
                .param("since", command.since())
                .update();
        if (written > 0) {
            events.publishEvent(new CentreStaffJoined(id, command.duty(), known.place()));
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void leave(Jurisdiction jurisdiction, CentreId id, UUID staff, LocalDate on) {
        var known = queries.find(jurisdiction, id);
        requirePast("on", on);
        var done = in(jurisdiction, """
                update services_centre_staff set until = greatest(:on, since)
                where staff_id = :staff and centre_id = :id and until is null and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("staff", staff)
                .param("id", id.value())
                .update();
        requireDone(done, known);
        events.publishEvent(new CentreStaffLeft(id, known.place()));
    }

    /** An example to others, by a decision of the county. */
    @PreAuthorize(MAY_OVERSEE)
    public void tag(Jurisdiction jurisdiction, Actor actor, CentreId id, UUID tag, LocalDate on, String basis) {
        var known = queries.find(jurisdiction, id);
        requirePast("on", on);
        if (known.state() != CentreState.IN_USE || known.openedOn() == null || on.isBefore(known.openedOn())) {
            throw new CentreRefused("on", "not-open");
        }
        try {
            var written = by(database.sql("""
                            insert into services_centre_tag (tag_id, centre_id, place_code, awarded_on, basis, revoked_reason, recorded_at,
                              recorded_by, recorded_by_person)
                            values (:tag, :id, :place, :on, :basis, '', :at, :post, :holder)
                            on conflict (tag_id) do nothing
                            """), actor)
                    .param("tag", tag)
                    .param("id", id.value())
                    .param("place", known.placeCode())
                    .param("on", on)
                    .param("basis", basis)
                    .update();
            if (written > 0) {
                events.publishEvent(new CentreTagged(id, basis, known.place()));
            }
        } catch (DuplicateKeyException already) {
            throw new CentreRefused("on", "tagged-already");
        }
    }

    @PreAuthorize(MAY_OVERSEE)
    public void untag(Jurisdiction jurisdiction, CentreId id, UUID tag, String reason) {
        var known = queries.find(jurisdiction, id);
        var done = in(jurisdiction, """
                update services_centre_tag set revoked_on = greatest(cast(:today as date), awarded_on), revoked_reason = :reason
                where tag_id = :tag and centre_id = :id and revoked_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("today", LocalDate.now(clock))
                .param("reason", reason)
                .param("tag", tag)
                .param("id", id.value())
                .update();
        requireDone(done, known);
        events.publishEvent(new CentreUntagged(id, reason, known.place()));
    }

    /**
     * @param visitors who came, as a group
     * @param people how many they were
     */
    public record RecordVisit(UUID id, LocalDate on, String visitors, int people, String topic) {}

    @PreAuthorize(MAY_WRITE)
    public void visited(Jurisdiction jurisdiction, Actor actor, CentreId id, RecordVisit command) {
        var known = queries.find(jurisdiction, id);
        known.requireOpen();
        requirePast("on", command.on());
        if (known.openedOn() == null || command.on().isBefore(known.openedOn())) {
            throw new CentreRefused("on", "not-open");
        }
        if (command.people() < 1 || command.people() > MOST_PEOPLE) {
            throw new CentreRefused("people", "people", MOST_PEOPLE);
        }
        var written = by(database.sql("""
                        insert into services_centre_visit (visit_id, centre_id, place_code, visited_on, visitors, people, topic,
                          voided_reason, recorded_at, recorded_by, recorded_by_person)
                        values (:visit, :id, :place, :on, :visitors, :people, :topic, '', :at, :post, :holder)
                        on conflict (visit_id) do nothing
                        """), actor)
                .param("visit", command.id())
                .param("id", id.value())
                .param("place", known.placeCode())
                .param("on", command.on())
                .param("visitors", command.visitors())
                .param("people", command.people())
                .param("topic", command.topic())
                .update();
        if (written > 0) {
            events.publishEvent(new CentreVisited(id, command.people(), known.place()));
        }
    }

    /** What was entered by mistake stays, and counts no more. */
    @PreAuthorize(MAY_WRITE)
    public void voidVisit(Jurisdiction jurisdiction, CentreId id, UUID visit, String reason) {
        var known = queries.find(jurisdiction, id);
        var done = in(jurisdiction, """
                update services_centre_visit set voided_on = :today, voided_reason = :reason
                where visit_id = :visit and centre_id = :id and voided_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("today", LocalDate.now(clock))
                .param("reason", reason)
                .param("visit", visit)
                .param("id", id.value())
                .update();
        requireDone(done, known);
        events.publishEvent(new CentreVisitVoided(id, reason, known.place()));
    }

    /** What the centres of a county are for, in its own words. */
    public record WordFunction(String code, int position, String title, String explanation, boolean retired) {}

    /** The county's own words; those that came with the application stay for other counties. */
    @PreAuthorize(MAY_OVERSEE)
    public void word(Jurisdiction jurisdiction, Actor actor, List<WordFunction> commands) {
        if (jurisdiction.level() != PlaceKind.COUNTY) {
            throw new CentreRefused(null, "county-only");
        }
        for (var command : commands) {
            by(database.sql("""
                    insert into services_function (function_code, within, position, title, explanation, retired, recorded_at,
                      recorded_by, recorded_by_person)
                    values (:code, :county, :position, :title, :explanation, :retired, :at, :post, :holder)
                    on conflict (function_code, within) do update set position = excluded.position, title = excluded.title,
                      explanation = excluded.explanation, retired = excluded.retired, recorded_at = excluded.recorded_at,
                      recorded_by = excluded.recorded_by, recorded_by_person = excluded.recorded_by_person
                    """), actor)
                    .param("code", command.code())
                    .param("county", jurisdiction.root().value())
                    .param("position", command.position())
                    .param("title", command.title())
                    .param("explanation", command.explanation())
                    .param("retired", command.retired())
                    .update();
            events.publishEvent(new FunctionWorded(command.code(), command.title(), jurisdiction.root()));
        }
    }

    private void requirePast(String field, LocalDate on) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new CentreRefused(field, "ahead");
        }
    }

    private static void requireDone(int done, CentreView known) {
        if (done == 0) {
            throw new CentreStale(known.name());
        }
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private StatementSpec by(StatementSpec statement, Actor actor) {
        var recorded = Recorded.by(actor, clock.instant());
        return statement
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("post", recorded.post())
                .param("holder", recorded.person());
    }
}
