package io.qiangcun.grid.network;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.WorkerQueries.Standing;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over at once who works in grids: all lines of a list, or none. */
@Service
@Transactional
public class WorkerTakeover {

    private static final String MAY_STAFF = "hasAuthority('" + GridAuthorities.STAFF_GRIDS + "')";
    private static final int ROWS = 1000;
    /** Who agreed to those taken over: nobody knows any more. */
    private static final String EARLIER = "earlier";

    private final WorkerQueries queries;
    private final GridQueries grids;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final CurrentAccount account;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkerTakeover(
            WorkerQueries queries,
            GridQueries grids,
            JdbcClient database,
            JdbcTemplate batches,
            CurrentAccount account,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.grids = grids;
        this.database = database;
        this.batches = batches;
        this.account = account;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody of a list.
     *
     * @param line where it stands in the list
     * @param agreedOn the day on which the level above agreed; null if it has yet to
     */
    public record Entry(
            int line, ProposeWorker worker, @Nullable LocalDate agreedOn) {

        private PlaceCode village() {
            return new PlaceCode(worker.grid().value().substring(0, PlaceKind.VILLAGE.digits()));
        }

        private Seat seat() {
            return new Seat(worker.grid().value(), worker.person());
        }

        private boolean says(Standing standing) {
            return standing.post() == worker.post()
                    && standing.source() == worker.source()
                    && standing.since().equals(worker.since())
                    && standing.vetting() == (agreedOn == null ? Vetting.PENDING : Vetting.PASSED);
        }
    }

    private record Seat(String grid, PersonId person) {}

    /** What is wrong with which line; nothing if all could be entered. */
    @PreAuthorize(MAY_STAFF)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return new Plan(jurisdiction, entries).problems;
    }

    /** Enters all if nothing is wrong, else says what is. A line that says what stands already changes nothing. */
    @PreAuthorize(MAY_STAFF)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        grids.lockNumbersOf(entries.stream().map(Entry::village).distinct().toList());
        var plan = new Plan(jurisdiction, entries);
        if (plan.problems.isEmpty() && !plan.fresh.isEmpty()) {
            insert(actor, plan.fresh);
            if (plan.fresh.size() > ROWS) {
                database.sql("call refresh_statistics(array['grid_worker'])").update();
            }
            events.publishEvent(new WorkersTakenOver(jurisdiction.root(), plan.fresh.size(), (int) plan.fresh.stream()
                    .filter(entry -> entry.agreedOn() != null)
                    .count()));
        }
        return plan.problems;
    }

    /** For the demonstration: who works in grids, agreed to before. No page reaches it, so it asks for no authority. */
    public void staffBefore(Jurisdiction jurisdiction, Actor actor, List<ProposeWorker> workers) {
        if (!workers.stream().allMatch(worker -> jurisdiction.covers(worker.grid()))) {
            throw new IllegalArgumentException("A grid lies outside " + jurisdiction);
        }
        insert(
                actor,
                workers.stream()
                        .map(worker -> new Entry(0, worker, worker.since()))
                        .toList());
    }

    private void insert(Actor actor, List<Entry> entries) {
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into grid_worker (worker_id, place_code, version, created_at, created_by, changed_at, changed_by,
                  person_id, post, source, since, vetting, proposed_by, vetted_by, vetted_on, name)
                values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  (select h.name from person h where h.person_id = ?))
                """, entries, ROWS, (row, entry) -> {
            var worker = entry.worker();
            var agreed = entry.agreedOn() != null;
            row.setObject(1, worker.id().value());
            row.setString(2, worker.grid().value());
            row.setTimestamp(3, at);
            row.setString(4, actor.login());
            row.setTimestamp(5, at);
            row.setString(6, actor.login());
            row.setObject(7, worker.person().value());
            row.setString(8, worker.post().name());
            row.setString(9, worker.source().name());
            row.setObject(10, worker.since());
            row.setString(11, (agreed ? Vetting.PASSED : Vetting.PENDING).name());
            row.setString(12, actor.login());
            row.setString(13, agreed ? EARLIER : null);
            row.setObject(14, entry.agreedOn(), Types.DATE);
            row.setObject(15, worker.person().value());
        });
    }

    /** Which lines of a list are new, and what is wrong with the others. */
    private final class Plan {

        private final List<Entry> fresh = new ArrayList<>();
        private final Map<Integer, List<Problem>> problems = new LinkedHashMap<>();

        Plan(Jurisdiction jurisdiction, List<Entry> entries) {
            var standing = queries.standing(jurisdiction).stream()
                    .collect(toMap(one -> new Seat(one.placeCode(), new PersonId(one.personId())), one -> one));
            var leaders = new HashMap<String, PersonId>();
            standing.forEach((seat, one) -> lead(leaders, one.post(), seat));
            var open = queries.grids(jurisdiction).stream()
                    .filter(WorkerQueries.Named::open)
                    .map(WorkerQueries.Named::placeCode)
                    .collect(toSet());
            var seen = new HashSet<Seat>();
            var mayAgree = account.may(GridAuthorities.VET_WORKERS);
            for (var entry : entries) {
                var seat = entry.seat();
                var known = standing.get(seat);
                if (!seen.add(seat)) {
                    blame(entry, "person", "twice");
                } else if (known != null) {
                    if (!entry.says(known)) {
                        blame(entry, "person", "stands-otherwise");
                    }
                } else {
                    fresh.add(entry);
                    judge(entry, mayAgree);
                    if (!open.contains(seat.grid())) {
                        blame(entry, "grid", "grid-closed");
                    }
                    if (entry.worker().post() == WorkerPost.LEADER
                            && leaders.putIfAbsent(seat.grid(), seat.person()) != null) {
                        blame(entry, "post", "leader-taken");
                    }
                }
            }
        }

        private void judge(Entry entry, boolean mayAgree) {
            var today = LocalDate.now(clock);
            var agreedOn = entry.agreedOn();
            if (entry.worker().since().isAfter(today)) {
                blame(entry, "since", "in-the-future");
            }
            if (agreedOn != null && agreedOn.isAfter(today)) {
                blame(entry, "vettedOn", "in-the-future");
            }
            if (agreedOn != null && !mayAgree) {
                blame(entry, "vetting", "agreed-above");
            }
        }

        private static void lead(Map<String, PersonId> leaders, WorkerPost post, Seat seat) {
            if (post == WorkerPost.LEADER) {
                leaders.put(seat.grid(), seat.person());
            }
        }

        private void blame(Entry entry, String field, String what) {
            problems.computeIfAbsent(entry.line(), line -> new ArrayList<>())
                    .add(Problem.of(field, "grid.network.refused." + what));
        }
    }
}
