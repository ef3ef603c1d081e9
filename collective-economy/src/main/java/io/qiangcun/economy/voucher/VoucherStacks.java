package io.qiangcun.economy.voucher;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.Side;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The vouchers of a book that wait for review or posting, looked over and posted as one stack. What is approved is what was
 * shown: a stack that has changed since is refused whole. The database keeps every rule of a single voucher all the same.
 */
@Service
@Transactional
public class VoucherStacks {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')";
    private static final String MAY_REVIEW = "hasAuthority('" + EconomyAuthorities.REVIEW_VOUCHERS + "')";
    private static final int BATCH = 500;
    /** What of a stack the reviewer has before him; a hash, so that a page of hundreds of vouchers stays small. */
    private static final String SEEN =
            "md5(coalesce(string_agg(v.voucher_id || ':' || v.version, ',' order by v.voucher_id), ''))";

    private static final String WAITING = """
             from economy_voucher v
              where v.book_id = :book and v.place_code >= :lo and v.place_code < :hi and v.state in ('SUBMITTED', 'REVIEWED')
                and (cast(:month as date) is null or v.month = :month)
            """;

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final BookQueries books;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    VoucherStacks(
            JdbcClient database,
            JdbcTemplate batches,
            BookQueries books,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.books = books;
        this.events = events;
        this.clock = clock;
    }

    /** What waits in a month; the amount is that of the debits. */
    public record Month(LocalDate month, int vouchers, BigDecimal amount) {}

    /**
     * A stack in numbers.
     *
     * @param own those that the reader wrote himself, and others have to review
     * @param toReview the rest of those that were submitted
     * @param seen tells this stack from what becomes of it later
     */
    public record Sum(int vouchers, int lines, BigDecimal amount, int own, int toReview, int toPost, String seen) {}

    /** A voucher of a stack with its lines. */
    public record Item(
            UUID voucherId,
            LocalDate dated,
            VoucherKind kind,
            VoucherState state,
            String summary,
            @Nullable String paperNumber,
            int sheets,
            BigDecimal amount,
            String recordedByPerson,
            List<Line> lines) {

        public String href() {
            return "/economy/vouchers/" + voucherId;
        }
    }

    /** A line as a reviewer reads it. */
    public record Line(
            UUID voucherId,
            Side side,
            String accountCode,
            String accountName,
            @Nullable String detail,
            BigDecimal amount) {}

    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Month> months(Jurisdiction jurisdiction, BookId book) {
        return of(jurisdiction, book, null, """
                select v.month, count(*) as vouchers, sum((select coalesce(sum(l.amount), 0) from economy_line l
                    where l.voucher_id = v.voucher_id and l.side = 'D')) as amount
                """ + WAITING + " group by v.month order by v.month")
                .query(Month.class)
                .list();
    }

    /** @param month null for all months */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public Sum sum(Jurisdiction jurisdiction, Actor actor, BookId book, @Nullable YearMonth month) {
        return of(jurisdiction, book, month, """
                select count(*) as vouchers,
                    coalesce(sum((select count(*) from economy_line l where l.voucher_id = v.voucher_id)), 0) as lines,
                    coalesce(sum((select sum(l.amount) from economy_line l where l.voucher_id = v.voucher_id and l.side = 'D')), 0)
                      as amount,
                    count(*) filter (where v.state = 'SUBMITTED' and (v.recorded_by = :login or v.recorded_by_person = :holder)) as own,
                    count(*) filter (where v.state = 'SUBMITTED' and v.recorded_by <> :login and v.recorded_by_person <> :holder)
                      as to_review,
                    count(*) filter (where v.state = 'REVIEWED') as to_post,
                """ + SEEN + " as seen" + WAITING)
                .param("login", actor.login())
                .param("holder", actor.holder())
                .query(Sum.class)
                .single();
    }

    /** In the order in which they would be posted, no more than are asked for. */
    @PreAuthorize(MAY_READ)
    @Transactional(readOnly = true)
    public List<Item> items(Jurisdiction jurisdiction, BookId book, @Nullable YearMonth month, int most) {
        var lines = of(
                        jurisdiction,
                        book,
                        month,
                        """
                select l.voucher_id, l.side, l.account_code, a.name as account_name, d.name as detail, l.amount
                  from economy_line l
                    join economy_account a on a.book_id = l.book_id and a.code = l.account_code
                    left join economy_detail d on d.detail_id = l.detail_id
                  where l.voucher_id in (select v.voucher_id
                """ + WAITING
                                + " order by v.dated, v.paper_number, v.recorded_at, v.voucher_id limit :most) order by l.voucher_id, l.line_no")
                .param("most", most)
                .query((row, number) -> new Line(
                        row.getObject("voucher_id", UUID.class),
                        Side.ofCode(row.getString("side")),
                        row.getString("account_code"),
                        row.getString("account_name"),
                        row.getString("detail"),
                        row.getBigDecimal("amount")))
                .stream()
                .collect(Collectors.groupingBy(Line::voucherId));
        return of(
                        jurisdiction,
                        book,
                        month,
                        """
                select v.voucher_id, v.dated, v.kind, v.state, v.summary, v.paper_number, v.sheets, v.recorded_by_person
                """ + WAITING + " order by v.dated, v.paper_number, v.recorded_at, v.voucher_id limit :most")
                .param("most", most)
                .query((row, number) -> {
                    var id = row.getObject("voucher_id", UUID.class);
                    var own = lines.getOrDefault(id, List.of());
                    return new Item(
                            id,
                            row.getObject("dated", LocalDate.class),
                            VoucherKind.valueOf(row.getString("kind")),
                            VoucherState.valueOf(row.getString("state")),
                            row.getString("summary"),
                            row.getString("paper_number"),
                            row.getInt("sheets"),
                            own.stream()
                                    .filter(line -> line.side() == Side.DEBIT)
                                    .map(Line::amount)
                                    .reduce(BigDecimal.ZERO, BigDecimal::add),
                            row.getString("recorded_by_person"),
                            own);
                })
                .list();
    }

    /**
     * Approves what others submitted.
     *
     * @param seen of the {@linkplain #sum stack} that was shown
     * @return how many
     */
    @PreAuthorize(MAY_REVIEW)
    public int review(Jurisdiction jurisdiction, Actor actor, BookId book, @Nullable YearMonth month, String seen) {
        lock(jurisdiction, book);
        requireSeen(jurisdiction, book, month, seen);
        var at = Timestamp.from(clock.instant());
        var reviewed = of(jurisdiction, book, month, """
                update economy_voucher set state = 'REVIEWED', version = version + 1, changed_at = :at, changed_by = :login,
                    reviewed_at = :at, reviewed_by = :login, reviewed_by_person = :holder
                  where book_id = :book and place_code >= :lo and place_code < :hi and state = 'SUBMITTED'
                    and (cast(:month as date) is null or month = :month)
                    and recorded_by <> :login and recorded_by_person <> :holder
                """)
                .param("at", at)
                .param("login", actor.login())
                .param("holder", actor.holder())
                .update();
        if (reviewed == 0) {
            throw new VoucherRefused(null, "stack.nothing-to-review");
        }
        events.publishEvent(new VouchersReviewed(book, reviewed, placeOf(jurisdiction, book)));
        return reviewed;
    }

    private record Reviewed(
            UUID voucherId,
            LocalDate dated,
            VoucherKind kind,
            @Nullable UUID corrects,
            boolean correctedPosted) {}

    /**
     * Gives numbers to all that were approved, in the order of their days and of their numbers on paper; what takes another
     * back follows it.
     *
     * @return how many
     */
    @PreAuthorize(MAY_REVIEW)
    public int post(Jurisdiction jurisdiction, Actor actor, BookId book, @Nullable YearMonth month, String seen) {
        lock(jurisdiction, book);
        requireSeen(jurisdiction, book, month, seen);
        var stack = reviewed(jurisdiction, book, month);
        if (stack.isEmpty()) {
            throw new VoucherRefused(null, "stack.nothing-to-post");
        }
        requireOpen(jurisdiction, book, stack.values());
        requireOpeningFirst(jurisdiction, book, stack.values());
        var at = Timestamp.from(clock.instant());
        batches.batchUpdate("""
                update economy_voucher set state = 'POSTED', version = version + 1, changed_at = ?, changed_by = ?, posted_at = ?,
                    posted_by = ?, posted_by_person = ?
                where voucher_id = ? and state = 'REVIEWED'
                """, inOrder(stack), BATCH, (row, voucher) -> {
            row.setTimestamp(1, at);
            row.setString(2, actor.login());
            row.setTimestamp(3, at);
            row.setString(4, actor.login());
            row.setString(5, actor.holder());
            row.setObject(6, voucher.voucherId());
        });
        events.publishEvent(new VouchersPosted(book, stack.size(), placeOf(jurisdiction, book)));
        return stack.size();
    }

    private Map<UUID, Reviewed> reviewed(Jurisdiction jurisdiction, BookId book, @Nullable YearMonth month) {
        var stack = new LinkedHashMap<UUID, Reviewed>();
        of(jurisdiction, book, month, """
                select v.voucher_id, v.dated, v.kind, v.corrects,
                    exists (select from economy_voucher c where c.voucher_id = v.corrects and c.state = 'POSTED') as corrected_posted
                """ + WAITING + """
                 and v.state = 'REVIEWED'
                 order by v.kind <> 'OPENING', v.dated, v.paper_number, v.recorded_at, v.voucher_id
                """)
                .query(Reviewed.class)
                .list()
                .forEach(voucher -> stack.put(voucher.voucherId(), voucher));
        return stack;
    }

    private static List<Reviewed> inOrder(Map<UUID, Reviewed> stack) {
        var ordered = new ArrayList<Reviewed>();
        var done = new HashSet<UUID>();
        stack.values().forEach(voucher -> follow(voucher, stack, done, ordered));
        return ordered;
    }

    private static void follow(Reviewed voucher, Map<UUID, Reviewed> stack, Set<UUID> done, List<Reviewed> ordered) {
        if (!done.add(voucher.voucherId())) {
            return;
        }
        var corrects = voucher.corrects();
        if (corrects != null && !voucher.correctedPosted()) {
            var corrected = stack.get(corrects);
            if (corrected == null) {
                throw new VoucherRefused(null, "corrected-waits");
            }
            follow(corrected, stack, done, ordered);
        }
        ordered.add(voucher);
    }

    private void requireOpen(Jurisdiction jurisdiction, BookId book, Iterable<Reviewed> stack) {
        var open = Objects.requireNonNull(
                        books.grounds(jurisdiction, Set.of(book)).get(book))
                .open();
        for (var voucher : stack) {
            if (!open.contains(YearMonth.from(voucher.dated()))) {
                throw new VoucherRefused(null, "month-closed", YearMonth.from(voucher.dated()));
            }
        }
    }

    /** Once anything is posted, what the book opens with cannot be any more. */
    private void requireOpeningFirst(Jurisdiction jurisdiction, BookId book, Iterable<Reviewed> stack) {
        for (var voucher : stack) {
            if (voucher.kind() == VoucherKind.OPENING) {
                return;
            }
        }
        var waits = of(jurisdiction, book, null, """
                select exists (select from economy_voucher
                  where book_id = :book and place_code >= :lo and place_code < :hi and kind = 'OPENING'
                    and state in ('DRAFT', 'SUBMITTED', 'REVIEWED'))
                """).query(Boolean.class).single();
        if (waits) {
            throw new VoucherRefused(null, "stack.opening-waits");
        }
    }

    private void requireSeen(Jurisdiction jurisdiction, BookId book, @Nullable YearMonth month, String seen) {
        var now = of(jurisdiction, book, month, "select " + SEEN + WAITING)
                .query(String.class)
                .single();
        if (!now.equals(seen)) {
            throw new VoucherRefused(null, "stack.changed");
        }
    }

    private void lock(Jurisdiction jurisdiction, BookId book) {
        var locked = of(jurisdiction, book, null, """
                select book_id from economy_book
                  where book_id = :book and place_code >= :lo and place_code < :hi
                  for no key update
                """).query(UUID.class).optional();
        if (locked.isEmpty()) {
            throw new BookNotFound(book);
        }
    }

    private PlaceCode placeOf(Jurisdiction jurisdiction, BookId book) {
        return books.find(jurisdiction, book)
                .orElseThrow(() -> new BookNotFound(book))
                .place();
    }

    private StatementSpec of(Jurisdiction jurisdiction, BookId book, @Nullable YearMonth month, String sql) {
        return database.sql(sql)
                .param("book", book.value())
                .param("month", month == null ? null : month.atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }
}
