package io.qiangcun.economy.voucher;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.Side;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads vouchers. */
@Component
@Transactional(readOnly = true)
public class VoucherQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_BOOKS + "')";
    private static final String MATCHING = """
             from economy_voucher v
              where v.book_id = :book and v.place_code >= :lo and v.place_code < :hi and v.state <> 'VOID'
                and (cast(:month as date) is null or v.month = :month)
                and (cast(:kind as text) is null or v.kind = :kind)
                and (cast(:state as text) is null or v.state = :state)
                and (not :waiting or v.state in ('DRAFT', 'SUBMITTED', 'REVIEWED'))
                and (:text = '' or position(:text in v.summary) > 0 or v.paper_number = :text or exists (
                  select from economy_line l left join economy_detail d on d.detail_id = l.detail_id
                    where l.voucher_id = v.voucher_id and (position(:text in l.summary) > 0 or position(:text in d.name) > 0
                      or l.account_code = :text)))
            """;

    private final JdbcClient database;

    VoucherQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * Which vouchers of a book are looked for; null and empty for any.
     *
     * @param waiting only those that do not count yet
     */
    public record Filter(
            @Nullable YearMonth month,
            @Nullable VoucherKind kind,
            @Nullable VoucherState state,
            boolean waiting,
            String text) {}

    /** A voucher in a list; the amount is that of its debits. */
    public record Row(
            UUID voucherId,
            long version,
            LocalDate dated,
            VoucherKind kind,
            VoucherState state,
            String summary,
            @Nullable Integer number,
            @Nullable String paperNumber,
            int sheets,
            BigDecimal amount,
            String recordedByPerson,
            @Nullable String reviewedByPerson,
            @Nullable String postedByPerson,
            @Nullable String returnedReason) {

        public String href() {
            return "/economy/vouchers/" + voucherId;
        }

        /** Whether somebody who reviews has to do with it. */
        public boolean isForReview() {
            return state == VoucherState.SUBMITTED || state == VoucherState.REVIEWED;
        }
    }

    /** A voucher with all that stands on its paper. */
    public record View(
            UUID voucherId,
            long version,
            UUID bookId,
            String bookName,
            String placeCode,
            String placeName,
            LocalDate dated,
            VoucherKind kind,
            VoucherState state,
            String summary,
            @Nullable Integer number,
            @Nullable String paperNumber,
            int sheets,
            @Nullable UUID corrects,
            @Nullable String correctsSummary,
            @Nullable UUID takenBackBy,
            @Nullable String returnedReason,
            Instant recordedAt,
            String recordedBy,
            String recordedByPerson,
            @Nullable String reviewedByPerson,
            @Nullable String postedByPerson) {

        public VoucherId id() {
            return new VoucherId(voucherId);
        }

        public BookId book() {
            return new BookId(bookId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }
    }

    /** A line as it is shown. */
    public record Line(
            int lineNo,
            String accountCode,
            String accountName,
            @Nullable String parentName,
            @Nullable String detail,
            Side side,
            BigDecimal amount,
            String summary) {

        public @Nullable BigDecimal debit() {
            return side == Side.DEBIT ? amount : null;
        }

        public @Nullable BigDecimal credit() {
            return side == Side.CREDIT ? amount : null;
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<Row> vouchers(Jurisdiction jurisdiction, BookId book, Filter filter, Pageable page) {
        var rows = matching(jurisdiction, book, filter, """
                select v.voucher_id, v.version, v.dated, v.kind, v.state, v.summary, v.number, v.paper_number, v.sheets,
                    coalesce((select sum(l.amount) from economy_line l where l.voucher_id = v.voucher_id and l.side = 'D'), 0) as amount,
                    v.recorded_by_person, v.reviewed_by_person, v.posted_by_person, v.returned_reason
                """ + MATCHING + """
                 order by v.month desc, v.number desc nulls first, v.dated desc, v.recorded_at desc, v.voucher_id
                 limit :size offset :from
                """)
                .param("size", page.isPaged() ? page.getPageSize() : Integer.MAX_VALUE)
                .param("from", page.isPaged() ? page.getOffset() : 0)
                .query(Row.class)
                .list();
        return PageableExecutionUtils.getPage(
                rows, page, () -> matching(jurisdiction, book, filter, "select count(*)" + MATCHING)
                        .query(Long.class)
                        .single());
    }

    private StatementSpec matching(Jurisdiction jurisdiction, BookId book, Filter filter, String sql) {
        var month = filter.month();
        return in(jurisdiction, sql)
                .param("book", book.value())
                .param("month", month == null ? null : month.atDay(1))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("waiting", filter.waiting())
                .param("text", filter.text());
    }

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, VoucherId id) {
        return in(jurisdiction, """
                select v.voucher_id, v.version, v.book_id, b.name as book_name, v.place_code, p.name as place_name, v.dated, v.kind,
                    v.state, v.summary, v.number, v.paper_number, v.sheets, v.corrects,
                    (select c.summary from economy_voucher c where c.voucher_id = v.corrects) as corrects_summary,
                    (select r.voucher_id from economy_voucher r where r.corrects = v.voucher_id and r.kind = 'RED'
                      and r.state <> 'VOID') as taken_back_by,
                    v.returned_reason, v.recorded_at, v.recorded_by, v.recorded_by_person, v.reviewed_by_person, v.posted_by_person
                  from economy_voucher v
                    join economy_book b on b.book_id = v.book_id
                    join place p on p.place_code = v.place_code
                  where v.voucher_id = :voucher and v.place_code >= :lo and v.place_code < :hi
                """)
                .param("voucher", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new VoucherNotFound(id));
    }

    @PreAuthorize(MAY_READ)
    public List<Line> lines(Jurisdiction jurisdiction, VoucherId id) {
        return in(jurisdiction, """
                select l.line_no, l.account_code, a.name as account_name, u.name as parent_name, d.name as detail, l.side, l.amount,
                    l.summary
                  from economy_line l
                    join economy_account a on a.book_id = l.book_id and a.code = l.account_code
                    left join economy_account u on u.book_id = a.book_id and u.code = a.parent
                    left join economy_detail d on d.detail_id = l.detail_id
                  where l.voucher_id = :voucher and l.place_code >= :lo and l.place_code < :hi
                  order by l.line_no
                """)
                .param("voucher", id.value())
                .query(VoucherQueries::line)
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getInt("line_no"),
                row.getString("account_code"),
                row.getString("account_name"),
                row.getString("parent_name"),
                row.getString("detail"),
                Side.ofCode(row.getString("side")),
                row.getBigDecimal("amount"),
                row.getString("summary"));
    }

    /** Something that happens often, and the accounts it moves. */
    public record Situation(String situation, String name) {}

    /** A line that a voucher of a situation begins with. */
    public record Suggested(Side side, String accountCode) {}

    /** What a voucher under the regulation can be begun from. */
    @PreAuthorize(MAY_READ)
    public List<Situation> situations(String regime) {
        return database.sql("select situation, name from economy_situation where regime = :regime order by position")
                .param("regime", regime)
                .query(Situation.class)
                .list();
    }

    /** Empty if there is no such situation. */
    @PreAuthorize(MAY_READ)
    public List<Suggested> suggested(String regime, String situation) {
        return database.sql("""
                select side, account_code from economy_situation_line
                  where regime = :regime and situation = :situation order by line_no
                """)
                .param("regime", regime)
                .param("situation", situation)
                .query((row, number) ->
                        new Suggested(Side.ofCode(row.getString("side")), row.getString("account_code")))
                .list();
    }

    /** The opening voucher of a book, unless it has none. */
    @PreAuthorize(MAY_READ)
    public Optional<UUID> opening(Jurisdiction jurisdiction, BookId book) {
        return in(jurisdiction, """
                select voucher_id from economy_voucher
                  where book_id = :book and kind = 'OPENING' and state <> 'VOID' and place_code >= :lo and place_code < :hi
                """)
                .param("book", book.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * @param openingId what the book opens with; null for nothing yet
     * @param counts whether any of its vouchers is posted
     */
    record Begun(UUID bookId, @Nullable UUID openingId, boolean counts) {}

    /** How far the books have begun. */
    Map<BookId, Begun> begun(Jurisdiction jurisdiction, Set<BookId> books) {
        return in(jurisdiction, """
                select b.book_id,
                    (select v.voucher_id from economy_voucher v
                      where v.book_id = b.book_id and v.kind = 'OPENING' and v.state <> 'VOID') as opening_id,
                    exists (select from economy_voucher v where v.book_id = b.book_id and v.state = 'POSTED') as counts
                  from economy_book b
                  where b.book_id = any(:books) and b.place_code >= :lo and b.place_code < :hi
                """)
                .param("books", books.stream().map(BookId::value).toArray(UUID[]::new))
                .query(Begun.class)
                .stream()
                .collect(Collectors.toMap(begun -> new BookId(begun.bookId()), Function.identity()));
    }

    /** Those of the vouchers that are there already. */
    Set<VoucherId> known(Jurisdiction jurisdiction, List<VoucherId> ids) {
        return in(jurisdiction, """
                select voucher_id from economy_voucher
                  where voucher_id = any(:ids) and place_code >= :lo and place_code < :hi
                """)
                .param("ids", ids.stream().map(VoucherId::value).toArray(UUID[]::new))
                .query((row, number) -> new VoucherId(row.getObject("voucher_id", UUID.class)))
                .set();
    }

    /** @param takenBack whether a red voucher does so already */
    record OnPaper(
            UUID bookId, UUID voucherId, String paperNumber, LocalDate dated, VoucherKind kind, boolean takenBack) {}

    /** What counts in any of the books under one of the numbers on paper; these begin anew every year. */
    List<OnPaper> onPaper(Jurisdiction jurisdiction, Set<BookId> books, Set<String> numbers) {
        return in(jurisdiction, """
                select v.book_id, v.voucher_id, v.paper_number, v.dated, v.kind, exists (select from economy_voucher r
                    where r.corrects = v.voucher_id and r.kind = 'RED' and r.state <> 'VOID') as taken_back
                  from economy_voucher v
                  where v.book_id = any(:books) and v.paper_number = any(:numbers) and v.state <> 'VOID'
                    and v.place_code >= :lo and v.place_code < :hi
                """)
                .param("books", books.stream().map(BookId::value).toArray(UUID[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query(OnPaper.class)
                .list();
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
