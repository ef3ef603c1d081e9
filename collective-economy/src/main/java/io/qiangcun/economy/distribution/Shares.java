package io.qiangcun.economy.distribution;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.BookRow;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the shares of households (《农村集体经济组织法》第四十条); what was, stays. */
@Service
@Transactional
public class Shares {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_DISTRIBUTIONS + "')";
    private static final int BATCH = 1_000;

    private final BookQueries books;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shares(
            BookQueries books,
            JdbcClient database,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.books = books;
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /** @param shares nought for a household that has none any more */
    public record Set(String holder, BigDecimal shares, LocalDate from) {}

    /** Who has the same already keeps what he has. A share cannot begin before the one it follows. */
    @PreAuthorize(MAY_WRITE)
    public void set(Jurisdiction jurisdiction, Actor actor, BookId book, Set command, String reason) {
        var row = books.find(jurisdiction, book).orElseThrow(() -> new BookNotFound(book));
        var problem = problem(held(jurisdiction, book).get(command.holder()), command);
        if (problem.isPresent()) {
            throw new DistributionRefused(List.of(problem.get()));
        }
        write(jurisdiction, actor, row, List.of(command), reason);
    }

    private record Held(String holder, BigDecimal shares, LocalDate fromDay) {}

    private Map<String, Held> held(Jurisdiction jurisdiction, BookId book) {
        var held = new HashMap<String, Held>();
        database.sql("""
                select holder, shares, from_day from economy_share
                where book_id = :book and until_day is null and place_code >= :lo and place_code < :hi
                """)
                .param("book", book.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Held.class)
                .list()
                .forEach(one -> held.put(one.holder(), one));
        return held;
    }

    private Optional<Problem> problem(@org.jspecify.annotations.Nullable Held held, Set command) {
        if (command.from().isAfter(LocalDate.now(clock))) {
            return Optional.of(DistributionRefused.at("from", "share-ahead"));
        }
        if (held == null) {
            return command.shares().signum() == 0
                    ? Optional.of(DistributionRefused.at("shares", "no-share", command.holder()))
                    : Optional.empty();
        }
        if (!command.from().isAfter(held.fromDay()) && command.shares().compareTo(held.shares()) != 0) {
            return Optional.of(DistributionRefused.at("from", "share-before", held.fromDay()));
        }
        return Optional.empty();
    }

    private void write(Jurisdiction jurisdiction, Actor actor, BookRow book, List<Set> sets, String reason) {
        var held = held(jurisdiction, book.id());
        var changed = sets.stream()
                .filter(set -> {
                    var before = held.get(set.holder());
                    return before == null || before.shares().compareTo(set.shares()) != 0;
                })
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                "update economy_share set until_day = ? where book_id = ? and holder = ? and until_day is null",
                changed,
                BATCH,
                (row, set) -> {
                    row.setObject(1, set.from().minusDays(1));
                    row.setObject(2, book.bookId());
                    row.setString(3, set.holder());
                });
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate(
                """
                insert into economy_share (share_id, book_id, place_code, holder, shares, from_day, reason, recorded_at, recorded_by,
                  recorded_by_person) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, changed.stream().filter(set -> set.shares().signum() > 0).toList(), BATCH, (row, set) -> {
                    row.setObject(1, UUID.randomUUID());
                    row.setObject(2, book.bookId());
                    row.setString(3, book.placeCode());
                    row.setString(4, set.holder());
                    row.setBigDecimal(5, set.shares());
                    row.setObject(6, set.from());
                    row.setString(7, reason);
                    row.setTimestamp(8, at);
                    row.setString(9, actor.login());
                    row.setString(10, actor.holder());
                });
        events.publishEvent(new SharesSet(book.id(), changed.size(), reason, book.place()));
    }

    /**
     * A line of a sheet.
     *
     * @param book empty where the village has only one
     */
    public record Entry(int line, PlaceCode village, String book, Set set) {}

    /** What is wrong with which line. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var problems = new TreeMap<Integer, List<Problem>>();
        grouped(jurisdiction, entries, problems);
        return problems;
    }

    /** All of a sheet or none. */
    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> take(
            Jurisdiction jurisdiction, Actor actor, List<Entry> entries, String reason) {
        var problems = new TreeMap<Integer, List<Problem>>();
        var grouped = grouped(jurisdiction, entries, problems);
        if (problems.isEmpty()) {
            grouped.forEach((book, sets) -> write(jurisdiction, actor, book, sets, reason));
        }
        return problems;
    }

    private Map<BookRow, List<Set>> grouped(
            Jurisdiction jurisdiction, List<Entry> entries, Map<Integer, List<Problem>> problems) {
        var known = new HashMap<PlaceCode, List<BookRow>>();
        books.books(jurisdiction).forEach(book -> known.computeIfAbsent(book.place(), place -> new ArrayList<>())
                .add(book));
        var grouped = new HashMap<BookRow, List<Set>>();
        var held = new HashMap<BookRow, Map<String, Held>>();
        var seen = new HashSet<String>();
        for (var entry : entries) {
            var fitting = known.getOrDefault(entry.village(), List.of()).stream()
                    .filter(book -> entry.book().isEmpty() || entry.book().equals(book.name()))
                    .toList();
            if (fitting.size() != 1) {
                problems.put(entry.line(), List.of(DistributionRefused.at("book", "no-book")));
                continue;
            }
            var book = fitting.get(0);
            var before = held.computeIfAbsent(book, one -> held(jurisdiction, one.id()));
            if (!seen.add(book.bookId() + " " + entry.set().holder())) {
                problems.put(entry.line(), List.of(DistributionRefused.at("holder", "holder-twice")));
                continue;
            }
            problem(before.get(entry.set().holder()), entry.set())
                    .ifPresent(problem -> problems.put(entry.line(), List.of(problem)));
            grouped.computeIfAbsent(book, one -> new ArrayList<>()).add(entry.set());
        }
        return grouped;
    }
}
