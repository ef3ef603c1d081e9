package io.qiangcun.economy.bank;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what banks send, and says which lines of the book stand for it. */
@Service
@Transactional
public class BankStatements {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_VOUCHERS + "')";
    private static final int BATCH = 1_000;
    private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

    private final BankQueries queries;
    private final BookQueries books;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BankStatements(
            BankQueries queries,
            BookQueries books,
            JdbcClient database,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.books = books;
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What came of a statement.
     *
     * @param lines that were new
     * @param known that had come in before
     * @param matched lines of the bank for which the book has the amount at about the day
     */
    public record Taken(int lines, int known, int matched) {}

    /**
     * Keeps the lines of a statement, in the order of their days whichever way the bank sorts them, and matches what can be
     * matched. What came in before is not taken in again.
     *
     * @throws BankAccountNotFound if the book keeps no money under the account
     */
    @PreAuthorize(MAY_WRITE)
    public Taken take(
            Jurisdiction jurisdiction, Actor actor, BookId book, AccountCode account, List<BankEntry> entries) {
        var place = requireAccount(jurisdiction, book, account);
        var sorted = oldestFirst(entries);
        var before = count(jurisdiction, book, account);
        insert(book, account, place, actor, sorted);
        var added = count(jurisdiction, book, account) - before;
        if (added > 0) {
            events.publishEvent(new BankStatementRead(book, account.value(), added, place));
        }
        return new Taken(added, entries.size() - added, match(jurisdiction, actor, book, account, place));
    }

    /** Once more, for vouchers that were posted since. */
    @PreAuthorize(MAY_WRITE)
    public int match(Jurisdiction jurisdiction, Actor actor, BookId book, AccountCode account) {
        return match(jurisdiction, actor, book, account, requireAccount(jurisdiction, book, account));
    }

    private int match(Jurisdiction jurisdiction, Actor actor, BookId book, AccountCode account, PlaceCode place) {
        var pairs = queries.pairs(jurisdiction, book, account);
        write(
                pairs.stream()
                        .map(pair -> new Part(
                                pair.bank().lineId(),
                                pair.book().voucherId(),
                                pair.book().lineNo()))
                        .toList(),
                book,
                place,
                actor,
                false);
        return pairs.size();
    }

    /**
     * Says which lines of the book stand for a line of the bank.
     *
     * @param keys as {@link BookLine#key()} names them
     * @throws BankRefused if they do not make its sum, or one of them was matched meanwhile
     */
    @PreAuthorize(MAY_WRITE)
    public void pair(
            Jurisdiction jurisdiction,
            Actor actor,
            BookId book,
            AccountCode account,
            BankLineId line,
            List<String> keys) {
        var place = requireAccount(jurisdiction, book, account);
        var bank = queries.open(jurisdiction, book, account, line)
                .orElseThrow(() -> new BankRefused(null, "no-longer-open"));
        var offered = queries.bookLines(jurisdiction, book, account, Optional.of(LocalDate.EPOCH), FAR).stream()
                .filter(one -> keys.contains(one.key()))
                .toList();
        if (offered.size() != new HashSet<>(keys).size() || offered.isEmpty()) {
            throw new BankRefused(null, offered.isEmpty() && keys.isEmpty() ? "none-chosen" : "no-longer-open");
        }
        var sum = Reconciliation.sum(offered.stream().map(BookLine::amount));
        if (sum.compareTo(bank.amount()) != 0) {
            throw new BankRefused(null, "other-sum", plain(bank.amount()), plain(sum));
        }
        write(
                offered.stream()
                        .map(one -> new Part(line.value(), one.voucherId(), one.lineNo()))
                        .toList(),
                book,
                place,
                actor,
                true);
        events.publishEvent(new BankLineMatched(book, line, offered.size(), place));
    }

    /** Undone once; the same lines are not matched by themselves again. */
    @PreAuthorize(MAY_WRITE)
    public void undo(Jurisdiction jurisdiction, Actor actor, BookId book, AccountCode account, BankLineId line) {
        var place = requireAccount(jurisdiction, book, account);
        var undone = database.sql("""
                update economy_bank_match m set undone_at = :at, undone_by = :by, undone_by_person = :person
                  from economy_bank_line b
                  where b.line_id = m.line_id and m.line_id = :line and m.undone_at is null and b.book_id = :book
                    and b.account_code = :account and m.place_code >= :lo and m.place_code < :hi
                """)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", actor.login())
                .param("person", actor.holder())
                .param("line", line.value())
                .param("book", book.value())
                .param("account", account.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (undone > 0) {
            events.publishEvent(new BankMatchUndone(book, line, place));
        }
    }

    /** Of one account one change after the other. */
    private PlaceCode requireAccount(Jurisdiction jurisdiction, BookId book, AccountCode account) {
        var found = books.find(jurisdiction, book).orElseThrow(() -> new BookNotFound(book));
        if (queries.accounts(jurisdiction, book).stream()
                .noneMatch(known -> known.code().equals(account.value()))) {
            throw new BankAccountNotFound(account);
        }
        // two who match at once would each see the lines of the other as open
        database.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
                .param("what", book + "/" + account)
                .query()
                .listOfRows();
        return found.place();
    }

    /** Banks sort either way; within a day the balances tell which. */
    static List<BankEntry> oldestFirst(List<BankEntry> entries) {
        var sorted = new ArrayList<>(entries);
        if (!entries.isEmpty() && isNewestFirst(entries)) {
            Collections.reverse(sorted);
        }
        return sorted;
    }

    private static boolean isNewestFirst(List<BankEntry> entries) {
        var first = entries.get(0).dated();
        var last = entries.get(entries.size() - 1).dated();
        if (!first.equals(last)) {
            return first.isAfter(last);
        }
        return joins(entries, 1) < joins(entries, -1);
    }

    /** How often a line begins where its neighbour ended: the one above, or with -1 the one below. */
    private static long joins(List<BankEntry> entries, int above) {
        var joined = 0L;
        for (var at = 1; at < entries.size(); at++) {
            var later = entries.get(above > 0 ? at : at - 1);
            var earlier = entries.get(above > 0 ? at - 1 : at);
            if (earlier.balance().plus(later.amount()).equals(later.balance())) {
                joined++;
            }
        }
        return joined;
    }

    private int count(Jurisdiction jurisdiction, BookId book, AccountCode account) {
        return database.sql("""
                select count(*) from economy_bank_line
                  where book_id = :book and account_code = :account and place_code >= :lo and place_code < :hi
                """)
                .param("book", book.value())
                .param("account", account.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Integer.class)
                .single();
    }

    private record Identified(BankLineId id, BankEntry entry) {}

    private void insert(BookId book, AccountCode account, PlaceCode place, Actor actor, List<BankEntry> entries) {
        var times = new HashMap<String, Integer>();
        var identified = entries.stream()
                .map(entry -> new Identified(
                        BankLineId.of(book, account, entry, times.merge(entry.said(), 1, Integer::sum)), entry))
                .toList();
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                insert into economy_bank_line (line_id, book_id, place_code, account_code, dated, amount, balance, counterparty, words,
                  reference, recorded_at, recorded_by, recorded_by_person)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (line_id) do nothing
                """, identified, BATCH, (row, one) -> {
            var entry = one.entry();
            var column = 0;
            row.setObject(++column, one.id().value());
            row.setObject(++column, book.value());
            row.setString(++column, place.value());
            row.setString(++column, account.value());
            row.setObject(++column, entry.dated());
            row.setBigDecimal(++column, entry.amount().yuan());
            row.setBigDecimal(++column, entry.balance().yuan());
            row.setString(++column, entry.counterparty());
            row.setString(++column, entry.words());
            row.setString(++column, entry.reference());
            row.setTimestamp(++column, at);
            row.setString(++column, actor.login());
            row.setString(++column, actor.holder());
        });
    }

    private record Part(UUID lineId, UUID voucherId, int lineNo) {}

    private void write(List<Part> parts, BookId book, PlaceCode place, Actor actor, boolean byHand) {
        var at = Timestamp.from(clock.instant());
        try {
            batches.batchUpdate("""
                    insert into economy_bank_match (match_id, book_id, place_code, line_id, voucher_id, line_no, by_hand, recorded_at,
                      recorded_by, recorded_by_person)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, parts, BATCH, (row, part) -> {
                var column = 0;
                row.setObject(++column, UUID.randomUUID());
                row.setObject(++column, book.value());
                row.setString(++column, place.value());
                row.setObject(++column, part.lineId());
                row.setObject(++column, part.voucherId());
                row.setInt(++column, part.lineNo());
                row.setBoolean(++column, byHand);
                row.setTimestamp(++column, at);
                row.setString(++column, actor.login());
                row.setString(++column, actor.holder());
            });
        } catch (DuplicateKeyException somebodyElseDid) {
            throw new BankRefused(null, "no-longer-open");
        }
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
