package io.qiangcun.grid.network;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.place.PlaceTree.NewPlace;
import io.qiangcun.grid.GridAuthorities;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over many grids and micro-grids at once: all of them, or none. */
@Service
@Transactional
public class GridTakeover {

    private static final String MAY_SHAPE = "hasAuthority('" + GridAuthorities.SHAPE_GRIDS + "')";
    private static final int ROWS = 1000;

    private final PlaceTree places;
    private final GridQueries queries;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    GridTakeover(
            PlaceTree places,
            GridQueries queries,
            JdbcClient database,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.places = places;
        this.queries = queries;
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One grid of a list.
     *
     * @param line where it stands in the list
     * @param grid name of the grid that a micro-grid lies in, here or in the list; null for a grid
     * @param number three digits, or null for the next free number
     */
    public record Entry(
            int line,
            PlaceCode village,
            @Nullable String grid,
            @Nullable String number,
            String name,
            GridDetails details,
            LocalDate from) {}

    /** What is wrong with which line; nothing if all could be entered. */
    @PreAuthorize(MAY_SHAPE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        return new Plan(jurisdiction, entries).problems;
    }

    /** Enters all if nothing is wrong, else says what is. */
    @PreAuthorize(MAY_SHAPE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        queries.lockNumbersOf(entries.stream().map(Entry::village).distinct().toList());
        var plan = new Plan(jurisdiction, entries);
        if (plan.problems.isEmpty()) {
            enter(jurisdiction, actor, plan.placed);
        }
        return plan.problems;
    }

    /** For the demonstration: what was checked before. No page reaches it, so it asks for no authority. */
    public void takeOver(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        enter(jurisdiction, actor, new Plan(jurisdiction, entries).placed);
    }

    private void enter(Jurisdiction jurisdiction, Actor actor, Map<PlaceCode, Entry> placed) {
        if (placed.isEmpty()) {
            return;
        }
        places.growAll(
                jurisdiction,
                placed.entrySet().stream()
                        .map(grid -> new NewPlace(
                                grid.getKey(),
                                grid.getKey().kind() == PlaceKind.GRID ? PlaceCategory.GRID : PlaceCategory.MICRO_GRID,
                                grid.getValue().name(),
                                grid.getValue().from()))
                        .toList());
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into grid (place_code, version, created_at, created_by, changed_at, changed_by,
                  type, households, people, longitude, latitude, opened_on)
                values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, placed.entrySet(), ROWS, (row, grid) -> {
            var details = grid.getValue().details();
            var centre = details.centre();
            row.setString(1, grid.getKey().value());
            row.setTimestamp(2, at);
            row.setString(3, actor.login());
            row.setTimestamp(4, at);
            row.setString(5, actor.login());
            row.setString(6, details.type().name());
            row.setObject(7, details.households(), Types.INTEGER);
            row.setObject(8, details.people(), Types.INTEGER);
            row.setBigDecimal(9, centre == null ? null : centre.longitude());
            row.setBigDecimal(10, centre == null ? null : centre.latitude());
            row.setObject(11, grid.getValue().from());
        });
        var first = placed.keySet().iterator().next();
        events.publishEvent(new GridsTakenOver(first.county(), placed.size()));
    }

    /** Where each grid of a list comes to lie, beside those there already. */
    private final class Plan {

        private final Map<PlaceCode, Entry> placed = new LinkedHashMap<>();
        private final Map<Integer, List<Problem>> problems = new LinkedHashMap<>();
        private final Set<PlaceCode> taken = new HashSet<>();
        /** By the code of the place above and the name. */
        private final Map<String, PlaceCode> named = new HashMap<>();

        private final Map<PlaceCode, Integer> last = new HashMap<>();

        Plan(Jurisdiction jurisdiction, List<Entry> entries) {
            known(jurisdiction);
            var parts = entries.stream().collect(groupingBy(entry -> entry.grid() != null));
            // those with a number first, so that nobody takes it from them
            parts.getOrDefault(false, List.of()).stream()
                    .sorted(comparing(entry -> entry.number() == null))
                    .forEach(entry -> place(entry.village(), entry));
            parts.getOrDefault(true, List.of()).stream()
                    .sorted(comparing(entry -> entry.number() == null))
                    .forEach(entry -> {
                        var grid = named.get(entry.village() + " " + entry.grid());
                        if (grid == null) {
                            blame(entry, "grid", "unknown-grid", String.valueOf(entry.grid()));
                        } else {
                            place(grid, entry);
                        }
                    });
        }

        private void known(Jurisdiction jurisdiction) {
            database.sql("""
                    select place_code, name, valid_to is null as open from place
                    where place_code >= :lo and place_code < :hi and length(place_code) >= 15
                    """)
                    .param("lo", jurisdiction.lo())
                    .param("hi", jurisdiction.hi())
                    .query((row, number) -> {
                        var code = new PlaceCode(row.getString("place_code"));
                        var above = code.parent().orElseThrow();
                        last.merge(above, numberOf(code), Math::max);
                        if (row.getBoolean("open")) {
                            named.put(above + " " + row.getString("name"), code);
                        }
                        return code;
                    })
                    .list()
                    .forEach(taken::add);
        }

        private void place(PlaceCode above, Entry entry) {
            if (entry.from().isAfter(LocalDate.now(clock))) {
                blame(entry, "from", "in-the-future");
            }
            var number = entry.number();
            var code = above.child(number == null ? "%03d".formatted(last.getOrDefault(above, 0) + 1) : number);
            if (!taken.add(code)) {
                blame(entry, "number", "number-taken");
                return;
            }
            if (named.putIfAbsent(above + " " + entry.name(), code) != null) {
                blame(entry, "name", "name-taken");
                return;
            }
            last.merge(above, numberOf(code), Math::max);
            placed.put(code, entry);
        }

        private void blame(Entry entry, String field, String what, Object... arguments) {
            problems.computeIfAbsent(entry.line(), line -> new ArrayList<>())
                    .add(Problem.of(field, "grid.network.refused." + what, arguments));
        }

        private static int numberOf(PlaceCode code) {
            return Integer.parseInt(
                    code.value().substring(code.parent().orElseThrow().value().length()));
        }
    }
}
