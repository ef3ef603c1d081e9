package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.grid.gridevent.GridEventView.AnswerRow;
import io.qiangcun.grid.gridevent.GridEventView.Line;
import io.qiangcun.grid.gridevent.GridEventView.MessageRow;
import io.qiangcun.grid.gridevent.GridEventView.Signed;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads grid events: what is open by deadline, one with everything about it, and what may be the same. */
@Service
@Transactional(readOnly = true)
public class GridEventQueries {

    private static final String MAY_READ = "hasAuthority('" + EventAuthorities.READ_EVENTS + "')";

    private static final String ROW = """
            select e.event_id, e.receipt, e.place_code, p.name as place_name, e.kind, e.urgent, e.confidential, e.content,
              e.spot, e.state, e.reported_at, e.reported_person, e.holder_place, h.name as holder_name, e.held_since, e.due_at,
              e.closed_at, e.closed_in_time,
              (select a.solved from grid_event_answer a where a.event_id = e.event_id and a.round = e.round) as solved
            from grid_event e
              join place p on p.place_code = e.place_code
              left join place h on h.place_code = e.holder_place
            where e.place_code >= :lo and e.place_code < :hi
            """;

    /** A grid worker sees what is confidential only if he has to do with it. */
    private static final String CONCERNED = """
            (not e.confidential or e.reported_post = :login or e.holder_place = :here or e.handler_place = :here)
            """;

    private static final String URGENT_FIRST = "order by e.urgent desc, e.due_at nulls last, e.reported_at, e.event_id";
    private static final String LATEST_FIRST = "order by e.reported_at desc, e.event_id";
    private static final RowMapper<EventRow> EVENT = new DataClassRowMapper<>(EventRow.class);
    private static final int MOST_ALIKE = 5;
    private static final int MOST_MERGED = 20;
    private static final double METRES_PER_DEGREE = 111_320;

    private final GridEvents events;
    private final MoveLog log;
    private final EventRules rules;
    private final EventCalls calls;
    private final WorkingCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;

    GridEventQueries(
            GridEvents events,
            MoveLog log,
            EventRules rules,
            EventCalls calls,
            WorkingCalendar calendar,
            JdbcClient database,
            Clock clock) {
        this.events = events;
        this.log = log;
        this.rules = rules;
        this.calls = calls;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    @PreAuthorize(MAY_READ)
    public Page<EventRow> list(Jurisdiction jurisdiction, Actor actor, EventFilter filter, Pageable page) {
        return listed(jurisdiction, actor, filter).page(database, order(filter), page, EventRow.class);
    }

    /** All rows of a list, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, Actor actor, EventFilter filter, Consumer<Iterable<EventRow>> reader) {
        listed(jurisdiction, actor, filter).read(database, order(filter), EventRow.class, reader);
    }

    /** How much is open, late and with the place that asks. */
    @PreAuthorize(MAY_READ)
    public Counts counts(Jurisdiction jurisdiction, Actor actor) {
        return database.sql("""
                select count(*) as open, count(*) filter (where e.due_at < :now) as late,
                  count(*) filter (where e.holder_place = :here) as own,
                  count(*) filter (where e.holder_place = :here and e.due_at < :now) as own_late
                from grid_event e
                where e.place_code >= :lo and e.place_code < :hi and e.closed_at is null
                """ + (seesAll(jurisdiction, actor) ? "" : " and " + CONCERNED))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("here", jurisdiction.lo())
                .param("login", actor.login())
                .query(Counts.class)
                .single();
    }

    /** Which place has how much, the latest first, and who is there. */
    @PreAuthorize(MAY_READ)
    public List<BoardRow> board(Jurisdiction jurisdiction, Actor actor) {
        return database.sql("""
                select r.holder_place, coalesce(h.name, r.holder_place) as holder_name,
                  (select string_agg(distinct n.name, '、' order by n.name) from account a
                    join account_holder n on n.account_id = a.account_id and n.held_until is null
                    where a.place_code = r.holder_place and a.enabled) as people,
                  r.open, r.late, r.urgent, r.first_due, r.since
                from (
                  select e.holder_place, count(*) as open, count(*) filter (where e.due_at < :now) as late,
                    count(*) filter (where e.urgent) as urgent, min(e.due_at) as first_due, min(e.held_since) as since
                  from grid_event e
                  where e.place_code >= :lo and e.place_code < :hi and e.closed_at is null %s
                  group by e.holder_place
                ) r left join place h on h.place_code = r.holder_place
                order by r.late desc, r.first_due nulls last, r.holder_place
                """.formatted(seesAll(jurisdiction, actor) ? "" : " and " + CONCERNED))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("here", jurisdiction.lo())
                .param("login", actor.login())
                .query(new DataClassRowMapper<>(BoardRow.class))
                .list();
    }

    /** What may be the same matter: the same kind, lately, near the point, or in the same place where there is none. */
    @PreAuthorize(MAY_READ)
    public List<EventRow> alike(
            Jurisdiction jurisdiction, Actor actor, PlaceCode place, String kind, @Nullable Point point) {
        if (kind.length() < 2) {
            return List.of();
        }
        var since = clock.instant().minus(Duration.ofHours(rules.number("duplicate-hours", today())));
        var list = base(jurisdiction, actor)
                .and("e.closed_at is null and e.reported_at >= :since", "since", since.atOffset(ZoneOffset.UTC))
                .and("left(e.kind, 2) = :top", "top", kind.substring(0, 2));
        if (point == null) {
            list.and("(e.place_code >= :near and e.place_code < :beyond)", "near", place.lo())
                    .with("beyond", place.hi());
        } else {
            var degrees = rules.number("duplicate-metres", today()) / METRES_PER_DEGREE;
            var wider = degrees
                    / Math.max(0.1, Math.cos(Math.toRadians(point.latitude().doubleValue())));
            list.and("""
                    (e.latitude between :latitude - :degrees and :latitude + :degrees
                      and e.longitude between :longitude - :wider and :longitude + :wider
                      or e.latitude is null and e.place_code = :near)
                    """, "near", place.value())
                    .with("latitude", point.latitude())
                    .with("longitude", point.longitude())
                    .with("degrees", degrees)
                    .with("wider", wider);
        }
        return list.first(database, LATEST_FIRST, MOST_ALIKE, EVENT);
    }

    /** What the post itself has reported, latest first. */
    @PreAuthorize(MAY_READ)
    public List<EventRow> reportedBy(Jurisdiction jurisdiction, Actor actor, int limit) {
        return base(jurisdiction, actor)
                .and("e.reported_post = :own", "own", actor.login())
                .first(database, LATEST_FIRST, limit, EVENT);
    }

    /** What became of a report, asked by its id or its receipt. */
    @PreAuthorize(MAY_READ)
    public Optional<EventRow> find(Jurisdiction jurisdiction, Actor actor, GridEventId id) {
        return base(jurisdiction, actor)
                .and("e.event_id = :id", "id", id.value())
                .first(database, LATEST_FIRST, 1, EVENT)
                .stream()
                .findFirst();
    }

    @PreAuthorize(MAY_READ)
    public Optional<GridEventView> view(Jurisdiction jurisdiction, Actor actor, GridEventId id) {
        var by = Mover.of(jurisdiction, actor);
        return events.findById(id, jurisdiction)
                .filter(event -> event.isSeenBy(by))
                .map(event -> view(jurisdiction, event, by));
    }

    /** An event as it is told in the story of what it came from. */
    public record Told(UUID eventId, String receipt, EventState state, List<Line> lines) {}

    /** Nothing for whoever may not see the event. */
    @PreAuthorize(MAY_READ)
    public Optional<Told> told(Jurisdiction jurisdiction, Actor actor, GridEventId id) {
        var by = Mover.of(jurisdiction, actor);
        return events.findById(id, jurisdiction)
                .filter(event -> event.isSeenBy(by))
                .map(event -> {
                    var moves = log.of(id);
                    var names = names(moves);
                    return new Told(
                            id.value(),
                            event.getReceipt(),
                            event.getState(),
                            moves.stream().map(move -> line(move, names)).toList());
                });
    }

    /** How the event stands, for whoever shows a slip. */
    Optional<EventRow> bySlip(Jurisdiction jurisdiction, GridEventId id) {
        return ScopedList.of(ROW, jurisdiction)
                .and("e.event_id = :id", "id", id.value())
                .first(database, LATEST_FIRST, 1, EVENT)
                .stream()
                .findFirst();
    }

    private GridEventView view(Jurisdiction jurisdiction, GridEvent event, Mover by) {
        var moves = log.of(event.getId());
        var answers = answers(event.getId());
        var kin = kin(jurisdiction, event);
        var row = kin.stream()
                .filter(one -> one.eventId().equals(event.getId().value()))
                .findFirst()
                .orElseThrow();
        var names = names(moves);
        var times = MoveLog.clockOf(moves)
                .elapsedBy(PlaceCode::value, calendar.workTime(), Pace.HOURS, clock.instant())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        time -> names.getOrDefault(time.getKey(), time.getKey()),
                        Map.Entry::getValue,
                        Duration::plus,
                        LinkedHashMap::new));
        var mergedInto = event.getMergedInto();
        return new GridEventView(
                event.getId(),
                Objects.requireNonNull(event.getVersion()),
                event.placeCode(),
                event.whole(),
                row.placeName(),
                row,
                event.getAffected(),
                event.getPoint(),
                event.getReported().post(),
                event.getDeviceAt(),
                rules.limit(
                        event.getLimitLevel(),
                        event.getKind(),
                        event.placeCode(),
                        LocalDate.ofInstant(event.getReported().at(), clock.getZone())),
                event.getExtendedBy(),
                event.getEscalatesAt(),
                event.isOnSpot(),
                signed(event.getHandled()),
                event.getResult(),
                signed(event.getVerified()),
                event.getExclusiveChannel(),
                mergedInto == null
                        ? null
                        : kin.stream()
                                .filter(one -> one.eventId().equals(mergedInto.value()))
                                .findFirst()
                                .orElse(null),
                kin.stream()
                        .filter(one -> one.state() == EventState.MERGED
                                && !one.eventId().equals(event.getId().value()))
                        .toList(),
                moves.stream().map(move -> line(move, names)).toList(),
                times,
                answers,
                calls.of(event.getId()),
                messages(event.getId()),
                acts(event, answers, by),
                isSlipable(event, by));
    }

    private Set<Act> acts(GridEvent event, List<AnswerRow> answers, Mover by) {
        var acts = event.actsOf(by);
        if (event.getState() == EventState.CLOSED) {
            if (!event.canReopen(rules.settings(today()), clock.instant())) {
                acts.remove(Act.REOPEN);
            }
            if (answers.stream().anyMatch(answer -> answer.round() == event.getRound())) {
                acts.remove(Act.ANSWER);
            }
        }
        return acts;
    }

    /** Who handled it never holds the code by which it is judged. */
    private static boolean isSlipable(GridEvent event, Mover by) {
        return by.directs()
                && !event.isHandler(by)
                && (!event.getState().isOver() || event.getState() == EventState.CLOSED);
    }

    /** The event itself with the one it went up in, and those that went up in it. */
    private List<EventRow> kin(Jurisdiction jurisdiction, GridEvent event) {
        var into = event.getMergedInto();
        return ScopedList.of(ROW, jurisdiction)
                .and(
                        "(e.event_id = :id or e.merged_into = :id or e.event_id = :into)",
                        "id",
                        event.getId().value())
                .with("into", into == null ? event.getId().value() : into.value())
                .first(database, LATEST_FIRST, MOST_MERGED, EVENT);
    }

    private List<AnswerRow> answers(GridEventId id) {
        return database.sql("""
                select round, answered_at, via, person, solved, stars, words from grid_event_answer
                where event_id = :id order by round
                """).param("id", id.value()).query(AnswerRow.class).list();
    }

    @PreAuthorize(MAY_READ)
    public List<MessageRow> messages(GridEventId id) {
        return database.sql("""
                select message_id, at, post_name, person, words from grid_event_message
                where event_id = :id order by at, message_id
                """).param("id", id.value()).query(MessageRow.class).list();
    }

    private Map<String, String> names(List<Move> moves) {
        var codes = new LinkedHashSet<String>();
        moves.forEach(move -> Stream.of(move.place(), move.holder(), move.actingPlace())
                .filter(Objects::nonNull)
                .forEach(place -> codes.add(place.value())));
        return database
                .sql("select place_code, name from place where place_code in (:codes)")
                .param("codes", codes)
                .query((row, index) -> Map.entry(row.getString("place_code"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Line line(Move move, Map<String, String> names) {
        var holder = move.holder();
        var acting = move.actingPlace();
        return new Line(
                move,
                holder == null ? null : names.get(holder.value()),
                acting == null ? null : names.get(acting.value()),
                move.post().equals(Actor.system().login()));
    }

    private static @Nullable Signed signed(@Nullable Hand hand) {
        return hand == null ? null : new Signed(hand.at(), hand.post(), hand.person());
    }

    private ScopedList listed(Jurisdiction jurisdiction, Actor actor, EventFilter filter) {
        var kind = filter.kind();
        var text = filter.text();
        var within = filter.within();
        var holder = filter.holder();
        return base(within == null ? jurisdiction : jurisdiction.narrowedTo(within), jurisdiction, actor)
                .andIf(filter.state() == null, "e.closed_at is " + (filter.over() ? "not null" : "null"))
                .and("e.state = :state", "state", filter.state())
                .and("left(e.kind, " + (kind != null && kind.length() == 4 ? 4 : 2) + ") = :kind", "kind", kind)
                .and(
                        "e.due_at < :now",
                        "now",
                        filter.overdue() ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .and("e.holder_place = :own", "own", filter.own() ? jurisdiction.lo() : null)
                .and("e.holder_place = :holder", "holder", holder == null ? null : holder.value())
                .and("(e.receipt = upper(:text) or strpos(e.content || e.spot, :text) > 0)", "text", text);
    }

    private static ScopedList base(Jurisdiction jurisdiction, Actor actor) {
        return base(jurisdiction, jurisdiction, actor);
    }

    /** @param jurisdiction of the account, however little of it is asked for */
    private static ScopedList base(Jurisdiction asked, Jurisdiction jurisdiction, Actor actor) {
        var list = ScopedList.of(ROW, asked);
        return seesAll(jurisdiction, actor)
                ? list
                : list.and(CONCERNED).with("login", actor.login()).with("here", jurisdiction.lo());
    }

    private static boolean seesAll(Jurisdiction jurisdiction, Actor actor) {
        return Mover.of(jurisdiction, actor).directs();
    }

    private static String order(EventFilter filter) {
        return filter.over() || filter.state() != null && filter.state().isOver() ? LATEST_FIRST : URGENT_FIRST;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How many are open, late, with the place that asks, and both. */
    public record Counts(long open, long late, long own, long ownLate) {}
}
