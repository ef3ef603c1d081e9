package io.qiangcun.grid.gridevent;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over events that were dealt with on paper or elsewhere; they go through the same loop, at their own times. */
@Service
@Transactional
public class EventTakeover {

    private static final String MAY_TAKE_OVER = "hasAuthority('" + EventAuthorities.TAKE_OVER_EVENTS + "')";

    /** As many as are in memory with what the database has to be told about them. */
    private static final int AT_ONCE = 500;

    private static final int LONGEST = 500;
    private static final int LONGEST_SPOT = 100;
    private static final int LONGEST_NAME = 60;

    private final EventBook book;
    private final MoveLog log;
    private final EventRules rules;
    private final EntityManager entities;
    private final JdbcClient database;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    EventTakeover(
            EventBook book,
            MoveLog log,
            EventRules rules,
            EntityManager entities,
            JdbcClient database,
            ApplicationEventPublisher news,
            Clock clock) {
        this.book = book;
        this.log = log;
        this.rules = rules;
        this.entities = entities;
        this.database = database;
        this.news = news;
        this.clock = clock;
    }

    /**
     * A closed event of a list that knows the days and not the hours.
     *
     * @param line where it stands in the list
     * @param kind code of either level
     * @param onSpot settled by who found it, on the day it was reported
     * @param checker who saw that it was done; of no account if settled on the spot
     */
    public record Entry(
            int line,
            PlaceCode place,
            String kind,
            String content,
            String spot,
            LocalDate reported,
            LocalDate closed,
            String result,
            boolean onSpot,
            String reporter,
            String handler,
            String checker) {}

    /** What is wrong with which line; nothing if all could be entered. */
    @PreAuthorize(MAY_TAKE_OVER)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return problems(jurisdiction, entries);
    }

    /** Enters all if nothing is wrong, else says what is. The same list sent again changes nothing. */
    @PreAuthorize(MAY_TAKE_OVER)
    public Map<Integer, List<Problem>> enter(Jurisdiction jurisdiction, List<Entry> entries) {
        var problems = problems(jurisdiction, entries);
        if (problems.isEmpty()) {
            take(jurisdiction, past(entries));
        }
        return problems;
    }

    /** What was taken over before is left as it is. */
    public void take(Jurisdiction jurisdiction, List<PastEvent> past) {
        var known = known(past);
        var wanted = past.stream()
                .filter(event -> !known.contains(event.report().id().value()))
                .toList();
        var ways = new HashMap<PlaceCode, Way>();
        for (var batch = 1; (batch - 1) * AT_ONCE < wanted.size(); batch++) {
            write(jurisdiction, wanted.subList((batch - 1) * AT_ONCE, Math.min(batch * AT_ONCE, wanted.size())), ways);
            if (Integer.bitCount(batch) == 1) {
                lookAgain();
            }
        }
        if (!wanted.isEmpty()) {
            news.publishEvent(new GridEventsTakenOver(jurisdiction.root(), wanted.size()));
        }
    }

    /** What counts in a county, read once. */
    private record Way(EventKinds kinds, EventBook.Rules rules) {}

    private Set<UUID> known(List<PastEvent> past) {
        return past.isEmpty()
                ? Set.of()
                : new HashSet<>(database.sql("select event_id from grid_event where event_id = any(:ids)")
                        .param(
                                "ids",
                                past.stream()
                                        .map(event -> event.report().id().value())
                                        .toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    private void write(Jurisdiction jurisdiction, List<PastEvent> past, Map<PlaceCode, Way> ways) {
        var session = entities.unwrap(Session.class);
        var usual = session.getJdbcBatchSize();
        session.setJdbcBatchSize(AT_ONCE);
        var written = new ArrayList<GridEvent>();
        var lines = new ArrayList<Move>();
        for (var event : past) {
            var place = event.report().place();
            if (!jurisdiction.covers(place)) {
                throw new IllegalArgumentException("Outside the jurisdiction: " + place);
            }
            var way = ways.computeIfAbsent(
                    place.county(), county -> new Way(rules.kinds(county, LocalDate.now(clock)), book.rules(county)));
            written.add(replay(event, way, lines));
        }
        written.forEach(entities::persist);
        entities.flush();
        // whoever comes later in the transaction does not have to look through them for changes
        written.forEach(entities::detach);
        session.setJdbcBatchSize(usual);
        log.append(lines);
    }

    /** What the database planned while it knew of nothing in these places reads all of them again for every line. */
    private void lookAgain() {
        database.sql("call refresh_statistics(array['grid_event', 'grid_event_move', 'grid_event_holder'])")
                .update();
    }

    private GridEvent replay(PastEvent past, Way way, List<Move> all) {
        var kind =
                way.kinds().find(past.report().kind()).orElseThrow(() -> new GridEventRefused("kind", "no-such-kind"));
        var event = new GridEvent(past.report(), kind, new Mover(past.from(), past.reporter()), past.reportedAt());
        var lines = new ArrayList<>(event.takeUnwritten());
        for (var step : past.steps()) {
            book.schedule(event, lines, way.rules());
            move(event, step);
            lines.addAll(event.takeUnwritten());
        }
        book.schedule(event, lines, way.rules());
        event.tellNobody();
        all.addAll(lines);
        return event;
    }

    private static void move(GridEvent event, PastEvent.Step step) {
        var by = new Mover(step.place(), step.by());
        switch (step.kind()) {
            case ACCEPT -> event.accept(by, step.at());
            case ASSIGN -> event.assign(Objects.requireNonNull(step.to()), step.words(), by, step.at());
            case DONE -> event.done(step.words(), by, step.at());
            case CLOSE -> event.verifyAndClose(step.words(), by, step.at());
            default -> throw new IllegalArgumentException("Not taken over: " + step.kind());
        }
    }

    private Map<Integer, List<Problem>> problems(Jurisdiction jurisdiction, List<Entry> entries) {
        var problems = new LinkedHashMap<Integer, List<Problem>>();
        var kinds = rules.kinds(jurisdiction.root(), LocalDate.now(clock));
        var earliest = rules.limits(jurisdiction.root()).earliest();
        for (var entry : entries) {
            var wrong = problems(jurisdiction, entry, kinds, earliest);
            if (!wrong.isEmpty()) {
                problems.put(entry.line(), wrong);
            }
        }
        return problems;
    }

    private List<Problem> problems(Jurisdiction jurisdiction, Entry entry, EventKinds kinds, LocalDate earliest) {
        var wrong = new ArrayList<Problem>();
        if (!jurisdiction.covers(entry.place())) {
            wrong.add(problem("village", "no-such-place"));
        }
        if (kinds.find(entry.kind()).isEmpty()) {
            wrong.add(problem("kind", "no-such-kind"));
        }
        if (entry.closed().isAfter(LocalDate.now(clock))) {
            wrong.add(problem("closed", "in-the-future"));
        }
        if (entry.closed().isBefore(entry.reported())) {
            wrong.add(problem("closed", "closed-before"));
        }
        if (entry.reported().isBefore(earliest)) {
            wrong.add(problem("reported", "too-early", earliest));
        }
        if (entry.onSpot() && !entry.closed().equals(entry.reported())) {
            wrong.add(problem("onSpot", "not-on-the-spot"));
        }
        if (!entry.onSpot() && entry.handler().equals(entry.checker())) {
            wrong.add(problem("checker", "own-work"));
        }
        requireShort(wrong, "content", entry.content(), LONGEST);
        requireShort(wrong, "result", entry.result(), LONGEST);
        requireShort(wrong, "spot", entry.spot(), LONGEST_SPOT);
        requireShort(wrong, "reporter", entry.reporter(), LONGEST_NAME);
        requireShort(wrong, "handler", entry.handler(), LONGEST_NAME);
        requireShort(wrong, "checker", entry.checker(), LONGEST_NAME);
        return wrong;
    }

    private static void requireShort(List<Problem> wrong, String field, String text, int longest) {
        if (text.length() > longest) {
            wrong.add(problem(field, "too-long", longest));
        }
    }

    private static Problem problem(String field, String what, Object... arguments) {
        return Problem.of(field, "grid.event.refused." + what, arguments);
    }

    /** Two lines that say the same are two events; the same two in another list are the same. */
    private List<PastEvent> past(List<Entry> entries) {
        var same = new HashMap<String, Integer>();
        var past = new ArrayList<PastEvent>();
        for (var entry : entries) {
            var says = String.join(
                    "\n",
                    entry.place().value(),
                    entry.kind(),
                    entry.reported().toString(),
                    entry.closed().toString(),
                    entry.content(),
                    entry.spot(),
                    entry.result());
            var time = same.merge(says, 1, Integer::sum);
            var id = UUID.nameUUIDFromBytes((says + "\n" + time).getBytes(StandardCharsets.UTF_8));
            past.add(past(entry, new GridEventId(id)));
        }
        return past;
    }

    /** Nobody knows the hours, so each day counts from its beginning, and none lies in the future. */
    private PastEvent past(Entry entry, GridEventId id) {
        var place = entry.place();
        var reporter = Earlier.REPORTER.named(entry.reporter());
        var reportedAt = startOf(entry.reported());
        var report = new ReportGridEvent(
                id,
                place,
                entry.kind(),
                entry.content(),
                entry.spot(),
                "",
                null,
                false,
                false,
                Channel.PAPER,
                null,
                entry.onSpot() ? entry.result() : "");
        return new PastEvent(
                report, reporter, place, reportedAt, entry.onSpot() ? List.of() : steps(entry, reporter, reportedAt));
    }

    private List<PastEvent.Step> steps(Entry entry, Actor desk, Instant reportedAt) {
        var place = entry.place();
        var closedAt = startOf(entry.closed());
        var above = Level.deskOf(place);
        var handler = Earlier.HANDLER.named(entry.handler());
        var checker = Earlier.CHECKER.named(entry.checker());
        return List.of(
                new PastEvent.Step(MoveKind.ACCEPT, desk, above, reportedAt, null, ""),
                new PastEvent.Step(MoveKind.ASSIGN, desk, above, reportedAt, place, ""),
                new PastEvent.Step(MoveKind.DONE, handler, place, closedAt, null, entry.result()),
                new PastEvent.Step(
                        MoveKind.CLOSE, checker, above.equals(place) ? Level.above(place) : above, closedAt, null, ""));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** The posts of a list from before; the names are those of the list. */
    private enum Earlier {
        REPORTER,
        HANDLER,
        CHECKER;

        Actor named(String person) {
            var login = "earlier-" + name().toLowerCase(Locale.ROOT);
            return new Actor(null, login, person, person, RoleName.VILLAGE, null);
        }
    }
}
