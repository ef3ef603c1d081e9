package io.qiangcun.grid.incident;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.ScopedList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads incidents, what places reported, who was called and what was put together. */
@Service
@Transactional(readOnly = true)
public class IncidentQueries {

    private static final String MAY_READ = "hasAuthority('" + IncidentAuthorities.READ + "')";

    private static final String CONCERN = """
            select c.concern_id, c.place_code, p.name as place_name, c.incident_id, c.head_place, h.name as head_name,
              c.kind, k.name as kind_name, c.title, c.reason, c.began_at, c.ended_at, c.reports,
              i.recorded_by_person as began_by, i.ended_by_person as ended_by, i.happened, i.better, i.purged_at,
              (select count(*)::int from grid_incident_report r where r.incident_id = c.incident_id
                and r.place_code >= c.place_code and r.place_code < c.place_code || ':') as messages,
              (select count(*)::int from grid_incident_concern o where o.incident_id = c.incident_id and o.reports
                and o.place_code >= c.place_code and o.place_code < c.place_code || ':') as places,
              (select count(distinct left(r.place_code, 12))::int from grid_incident_report r
                where r.incident_id = c.incident_id
                and r.place_code >= c.place_code and r.place_code < c.place_code || ':') as reporting
            from grid_incident_concern c
              join place p on p.place_code = c.place_code
              join place h on h.place_code = c.head_place
              join grid_incident_kind k on k.code = c.kind
              left join grid_incident i on i.incident_id = c.incident_id
            where c.place_code >= :lo and c.place_code < :hi
            """;

    private static final String MESSAGE = """
            select m.*, p.name as place_name, t.name as township_name from (
              select r.*, row_number() over (partition by r.place_code order by r.counts_at, r.received_at) = 1 as first
              from grid_incident_report r
              where r.incident_id = :incident and r.place_code >= :lo and r.place_code < :hi) m
              join place p on p.place_code = m.place_code
              left join place t on t.place_code = left(m.place_code, 9) and length(m.place_code) > 9
            where true
            """;

    private static final String NEWEST_FIRST = " order by m.received_at desc, m.counts_at desc, m.report_version_id";

    private static final String CALL =
            "select c.*, p.name as place_name, t.name as township_name, o.name as holder_name "
                    + "from (select c.*, c.answered_at is null and c.due_at <= :now as silent, " + CallLadder.RUNG
                    + " as rung, " + CallLadder.HOLDER + """
             as holder from grid_call c where c.place_code >= :lo and c.place_code < :hi) c
              join place p on p.place_code = c.place_code
              left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
              join place o on o.place_code = c.holder
            where true
            """;

    private static final String ROLL_CALL = """
            select r.roll_call_id, r.concern_id, p.name as place_name, n.title, r.message, r.called_at, r.answer_minutes,
              r.climb_minutes, r.recorded_by_person as called_by, count(c.call_id)::int as called,
              count(c.answered_at)::int as answered,
              (count(*) filter (where c.answered_at is null and c.due_at <= :now))::int as unreached
            from grid_roll_call r
              join place p on p.place_code = r.place_code
              join grid_incident_concern n on n.concern_id = r.concern_id
              left join grid_call c on c.roll_call_id = r.roll_call_id
            where r.place_code >= :lo and r.place_code < :hi
            """;

    private static final String BULLETIN = """
            select b.bulletin_id, b.concern_id, p.name as place_name, c.title, k.name as kind_name, b.number, b.compiled_at,
              b.recorded_by_person as compiled_by, b.messages, b.places, b.reporting, b.called, b.unreached
            from grid_bulletin b
              join place p on p.place_code = b.place_code
              join grid_incident_concern c on c.concern_id = b.concern_id
              join grid_incident_kind k on k.code = c.kind
            where b.place_code >= :lo and b.place_code < :hi
            """;

    private final JdbcClient database;
    private final Clock clock;

    IncidentQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What concerns the jurisdiction's own place, and what places in it switched on for themselves; open ones first. */
    @PreAuthorize(MAY_READ)
    public Page<ConcernRow> list(Jurisdiction jurisdiction, Pageable page) {
        return ScopedList.of(CONCERN, jurisdiction)
                .and(
                        "(c.place_code = :root or c.place_code = c.head_place)",
                        "root",
                        jurisdiction.root().value())
                .page(
                        database,
                        " order by c.ended_at is not null, c.began_at desc, c.place_code",
                        page,
                        ConcernRow.class);
    }

    @PreAuthorize(MAY_READ)
    public Optional<ConcernRow> find(Jurisdiction jurisdiction, ConcernId id) {
        return bound(CONCERN + " and c.concern_id = :id", jurisdiction)
                .param("id", id.value())
                .query(ConcernRow.class)
                .optional();
    }

    @PreAuthorize(MAY_READ)
    public List<Kind> kinds() {
        return database.sql("select code, name from grid_incident_kind order by position, code")
                .query(Kind.class)
                .list();
    }

    /** Place by place: villages seen from above, otherwise the place itself. */
    @PreAuthorize(MAY_READ)
    public List<Standing> standings(Jurisdiction jurisdiction, ConcernRow concern) {
        var digits = Math.max(PlaceKind.VILLAGE.digits(), concern.placeCode().length());
        return bound(StandingSql.SELECT, concern.part(jurisdiction))
                .param("incident", concern.incidentId())
                .param("digits", digits)
                .query(IncidentQueries::standing)
                .list();
    }

    /** What came in last stands first. */
    @PreAuthorize(MAY_READ)
    public Page<MessageRow> messages(
            Jurisdiction jurisdiction, ConcernRow concern, @Nullable PlaceCode place, Pageable page) {
        return messagesOf(jurisdiction, concern, place).page(database, NEWEST_FIRST, page, IncidentQueries::message);
    }

    @PreAuthorize(MAY_READ)
    public List<MessageRow> newest(Jurisdiction jurisdiction, ConcernRow concern, int limit) {
        return messagesOf(jurisdiction, concern, null).first(database, NEWEST_FIRST, limit, IncidentQueries::message);
    }

    /** Where the villages lie, as the middle of their grids, for as many as have points. */
    @PreAuthorize(MAY_READ)
    public List<PlacePoint> points(Jurisdiction jurisdiction, ConcernRow concern) {
        return bound("""
                        select left(g.place_code, 12) as place_code, p.name, avg(g.longitude)::float8 as longitude,
                          avg(g.latitude)::float8 as latitude
                        from grid g join place p on p.place_code = left(g.place_code, 12)
                        where g.place_code >= :lo and g.place_code < :hi and g.longitude is not null
                          and g.ended_on is null
                        group by 1, 2 order by 1
                        """, concern.part(jurisdiction)).query(PlacePoint.class).list();
    }

    /** What was last said there, for a form to begin with. */
    @PreAuthorize(MAY_READ)
    public Optional<MessageRow> latest(Jurisdiction jurisdiction, ConcernRow concern) {
        return messagesOf(jurisdiction, concern, concern.place())
                .and("m.place_code = :own", "own", concern.placeCode())
                .first(database, " order by m.counts_at desc, m.received_at desc", 1, IncidentQueries::message)
                .stream()
                .findFirst();
    }

    @PreAuthorize(MAY_READ)
    public void readMessages(Jurisdiction jurisdiction, ConcernRow concern, Consumer<Iterable<MessageRow>> reader) {
        reader.accept(messages(jurisdiction, concern, null, Pageable.unpaged()));
    }

    private ScopedList messagesOf(Jurisdiction jurisdiction, ConcernRow concern, @Nullable PlaceCode place) {
        var part = concern.part(jurisdiction);
        return ScopedList.of(MESSAGE, place == null ? part : part.narrowedTo(place))
                .with("incident", concern.incidentId());
    }

    /** Calls of an incident that nobody has answered although their time is up. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> unreached(Jurisdiction jurisdiction, ConcernRow concern) {
        return calls(
                concern.part(jurisdiction),
                " and c.incident_id = :id and c.silent and c.ended_at is null order by c.rung desc, c.place_code, c.post",
                concern.incidentId());
    }

    /** All calls of the place's part of an incident, those not answered first. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> calls(Jurisdiction jurisdiction, ConcernRow concern) {
        return calls(
                concern.part(jurisdiction),
                " and c.incident_id = :id order by c.answered_at is not null, c.silent desc, c.place_code, c.post",
                concern.incidentId());
    }

    /** All calls of a roll-call, those not answered first. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> calls(Jurisdiction jurisdiction, RollCallId rollCall) {
        return calls(
                jurisdiction,
                " and c.roll_call_id = :id order by c.answered_at is not null, c.silent desc, c.place_code, c.post",
                rollCall.value());
    }

    /** All that wait for the post's own answer, whatever the incident. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> own(Jurisdiction jurisdiction, Actor actor) {
        var account = actor.account();
        return account == null
                ? List.of()
                : bound(
                                CALL
                                        + " and c.account_id = :account and c.answered_at is null and c.ended_at is null"
                                        + " order by c.called_at",
                                jurisdiction)
                        .param("account", account.value())
                        .param("now", now())
                        .query(CallRow.class)
                        .list();
    }

    /** Those that wait for the post's own answer. */
    @PreAuthorize(MAY_READ)
    public List<CallRow> own(Jurisdiction jurisdiction, Actor actor, ConcernRow concern) {
        var account = actor.account();
        return account == null || !jurisdiction.root().equals(concern.place())
                ? List.of()
                : bound(CALL + """
                                 and c.account_id = :account and c.incident_id = :id and c.answered_at is null
                                 and c.ended_at is null order by c.called_at
                                """, jurisdiction)
                        .param("account", account.value())
                        .param("id", concern.incidentId())
                        .param("now", now())
                        .query(CallRow.class)
                        .list();
    }

    @PreAuthorize(MAY_READ)
    public List<RollCallRow> rollCalls(Jurisdiction jurisdiction, ConcernRow concern) {
        return bound(ROLL_CALL + """
                         and r.incident_id = :incident
                        group by r.roll_call_id, p.place_code, n.concern_id order by r.called_at desc
                        """, concern.part(jurisdiction))
                .param("incident", concern.incidentId())
                .param("now", now())
                .query(RollCallRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<RollCallRow> rollCall(Jurisdiction jurisdiction, RollCallId id) {
        return bound(
                        ROLL_CALL + " and r.roll_call_id = :id group by r.roll_call_id, p.place_code, n.concern_id",
                        jurisdiction)
                .param("id", id.value())
                .param("now", now())
                .query(RollCallRow.class)
                .optional();
    }

    @PreAuthorize(MAY_READ)
    public List<BulletinRow> bulletins(Jurisdiction jurisdiction, ConcernRow concern) {
        return bound(BULLETIN + " and b.concern_id = :concern order by b.number desc", jurisdiction)
                .param("concern", concern.concernId())
                .query(BulletinRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<BulletinRow> bulletin(Jurisdiction jurisdiction, BulletinId id) {
        return bound(BULLETIN + " and b.bulletin_id = :id", jurisdiction)
                .param("id", id.value())
                .query(BulletinRow.class)
                .optional();
    }

    /** The one before it. */
    @PreAuthorize(MAY_READ)
    public Optional<BulletinRow> before(Jurisdiction jurisdiction, BulletinRow bulletin) {
        return bound(BULLETIN + " and b.concern_id = :concern and b.number = :number", jurisdiction)
                .param("concern", bulletin.concernId())
                .param("number", bulletin.number() - 1)
                .query(BulletinRow.class)
                .optional();
    }

    @PreAuthorize(MAY_READ)
    public List<BulletinLine> lines(Jurisdiction jurisdiction, UUID bulletin) {
        return bound("""
                        select l.*, p.name as place_name, t.name as township_name
                        from grid_bulletin_line l
                          join place p on p.place_code = l.place_code
                          left join place t on t.place_code = left(l.place_code, 9)
                        where l.bulletin_id = :id and l.place_code >= :lo and l.place_code < :hi
                        order by l.place_code
                        """, jurisdiction)
                .param("id", bulletin)
                .query((row, number) -> new BulletinLine(
                        row.getObject("concern_id", UUID.class),
                        row.getString("place_code"),
                        row.getString("place_name"),
                        row.getString("township_name"),
                        moment(row, "said_at"),
                        Figures.of(row)))
                .list();
    }

    private List<CallRow> calls(Jurisdiction jurisdiction, String condition, UUID id) {
        return bound(CALL + condition, jurisdiction)
                .param("id", id)
                .param("now", now())
                .query(CallRow.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getObject("concern_id", UUID.class),
                row.getString("place_code"),
                row.getString("place_name"),
                row.getString("township_name"),
                row.getBoolean("owes"),
                moment(row, "said_at"),
                row.getInt("versions"),
                row.getBoolean("by_grids"),
                row.getString("needs"),
                row.getBoolean("complete"),
                Figures.of(row),
                degrees(row, "longitude"),
                degrees(row, "latitude"));
    }

    private static MessageRow message(ResultSet row, int number) throws SQLException {
        return new MessageRow(
                row.getObject("report_version_id", UUID.class),
                row.getObject("concern_id", UUID.class),
                row.getString("place_code"),
                row.getString("place_name"),
                row.getString("township_name"),
                row.getBoolean("first"),
                row.getBoolean("complete"),
                row.getObject("counts_at", OffsetDateTime.class).toInstant(),
                row.getObject("device_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("spot"),
                row.getString("happened"),
                row.getString("needs"),
                Figures.of(row),
                row.getString("reported_by_person"),
                degrees(row, "longitude"),
                degrees(row, "latitude"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable Double degrees(ResultSet row, String column) throws SQLException {
        var degrees = row.getBigDecimal(column);
        return degrees == null ? null : degrees.doubleValue();
    }

    /** A kind of incident. */
    public record Kind(String code, String name) {}
}
