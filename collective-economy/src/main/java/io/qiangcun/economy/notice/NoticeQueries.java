package io.qiangcun.economy.notice;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads notices as they were published, and what one would say if it were published now. */
@Component
@Transactional(readOnly = true)
public class NoticeQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_NOTICES + "')";

    private static final String NOTICE = """
            select n.notice_id, n.place_code, p.name as place_name, t.name as township_name, n.book_id, b.name as book_name,
              n.first_month, n.last_month, n.state, n.withdrawn_reason, n.public_code, n.remarks, n.checked_by, n.checked_on,
              n.recorded_at, n.recorded_by_person,
              (select count(*) from economy_notice_question q where q.notice_id = n.notice_id) as questions,
              (select count(*) from economy_notice_question q where q.notice_id = n.notice_id and q.answer is null) as waiting
            from economy_notice n
              join economy_book b on b.book_id = n.book_id
              join place p on p.place_code = n.place_code
              left join place t on t.place_code = left(n.place_code, 9) and length(n.place_code) > 9
            where n.place_code >= :lo and n.place_code < :hi
            """;

    /** The words of the longest beginning of an account's code. */
    private static final String WORDS = """
            words as materialized (
              select a.code, w.money, w.settles, w.received, w.paid
              from economy_book b
                join economy_account a on a.book_id = b.book_id
                cross join lateral (select * from economy_plain_word w where w.regime = b.regime and starts_with(a.code, w.account)
                  order by length(w.account) desc limit 1) w
              where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi)
            """;

    static final String LINES = "with " + WORDS + """
            , moved as (
              select distinct l.voucher_id
              from economy_line l join words w on w.code = l.account_code and w.money
              where l.book_id = :book and l.month between :first and :last and l.place_code >= :lo and l.place_code < :hi)
            select v.dated, v.voucher_id, v.number, l.line_no,
              case l.summary when '' then v.summary else l.summary end as words,
              case l.side when 'C' then w.received else w.paid end as plain,
              case l.side when 'C' then l.amount else 0 end as received,
              case l.side when 'D' then l.amount else 0 end as paid
            from economy_line l
              join economy_voucher v on v.voucher_id = l.voucher_id and v.state = 'POSTED' and v.kind <> 'OPENING'
              join words w on w.code = l.account_code and not w.money
            where l.book_id = :book and l.month between :first and :last and l.voucher_id in (select voucher_id from moved)
            order by v.dated, v.number, l.line_no
            """;

    static final String SUMS = "with " + WORDS + """
            , stood as (
              select m.account_code, m.detail_id, w.money,
                coalesce(sum(m.debit - m.credit) filter (where make_date(m.year, greatest(m.month, 1), 1) < :first or m.month = 0), 0)
                  as before,
                sum(m.debit - m.credit) as after
              from economy_balance m join words w on w.code = m.account_code and (w.money or w.settles)
              where m.book_id = :book and m.year = extract(year from cast(:last as date))
                and make_date(m.year, greatest(m.month, 1), 1) <= :last
              group by m.account_code, m.detail_id, w.money)
            select coalesce(sum(before) filter (where money), 0) as before, coalesce(sum(after) filter (where money), 0) as after,
              coalesce(sum(after) filter (where not money and after > 0), 0) as owed_to_us,
              coalesce(-sum(after) filter (where not money and after < 0), 0) as we_owe
            from stood
            """;

    private final JdbcClient database;

    NoticeQueries(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    @PreAuthorize(MAY_READ)
    public Page<NoticeRow> notices(Jurisdiction jurisdiction, boolean waiting, Pageable page) {
        return ScopedList.of(NOTICE, jurisdiction)
                .andIf(
                        waiting,
                        "exists (select from economy_notice_question q where q.notice_id = n.notice_id and q.answer is null)")
                .page(
                        database,
                        "order by n.last_month desc, n.recorded_at desc, n.place_code",
                        page,
                        NoticeQueries::row);
    }

    @PreAuthorize(MAY_READ)
    public Optional<NoticeRow> find(Jurisdiction jurisdiction, NoticeId id) {
        return one(jurisdiction, id);
    }

    /** For whoever came through the door. */
    Optional<NoticeRow> one(Jurisdiction jurisdiction, NoticeId id) {
        return in(jurisdiction, NOTICE + " and n.notice_id = :id")
                .param("id", id.value())
                .query(NoticeQueries::row)
                .optional();
    }

    /** Others of the same book that are still published, the latest first. */
    List<NoticeRow> others(Jurisdiction jurisdiction, NoticeRow notice) {
        return in(jurisdiction, NOTICE + """
                 and n.book_id = :book and n.notice_id <> :id and n.state = 'PUBLISHED' order by n.last_month desc limit 12
                """)
                .param("book", notice.bookId())
                .param("id", notice.noticeId())
                .query(NoticeQueries::row)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public NoticeSheet published(Jurisdiction jurisdiction, NoticeId id) {
        return sheet(jurisdiction, id);
    }

    NoticeSheet sheet(Jurisdiction jurisdiction, NoticeId id) {
        var lines = in(jurisdiction, """
                select dated, words, plain, received, paid, voucher_id from economy_notice_line
                where notice_id = :id and place_code >= :lo and place_code < :hi order by line_no
                """)
                .param("id", id.value())
                .query(NoticeSheet.Line.class)
                .list();
        return in(jurisdiction, """
                select money_before as before, money_after as after, owed_to_us, we_owe from economy_notice
                where notice_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .query(Sums.class)
                .optional()
                .map(sums -> sums.with(lines))
                .orElseThrow(() -> new NoticeNotFound(id));
    }

    /** What the ledger says now. */
    @PreAuthorize(MAY_READ)
    public NoticeSheet preview(Jurisdiction jurisdiction, BookId book, NoticePeriod period) {
        var lines = of(jurisdiction, LINES, book, period)
                .query(NoticeSheet.Line.class)
                .list();
        return of(jurisdiction, SUMS, book, period).query(Sums.class).single().with(lines);
    }

    /** Months of the period that are not closed yet. */
    @PreAuthorize(MAY_READ)
    public List<YearMonth> open(Jurisdiction jurisdiction, BookId book, NoticePeriod period) {
        return of(jurisdiction, """
                select m::date as month from generate_series(cast(:first as timestamp), cast(:last as timestamp), '1 month') m
                where not exists (select from economy_period p
                  where p.book_id = :book and p.month = m and p.state = 'CLOSED' and p.place_code >= :lo and p.place_code < :hi)
                """, book, period).query(LocalDate.class).list().stream()
                .map(YearMonth::from)
                .toList();
    }

    /** Whether it was published and not withdrawn. */
    @PreAuthorize(MAY_READ)
    public Optional<NoticeId> publishedOf(Jurisdiction jurisdiction, BookId book, NoticePeriod period) {
        return of(jurisdiction, """
                select notice_id from economy_notice
                where book_id = :book and first_month = :first and last_month = :last and state = 'PUBLISHED'
                  and place_code >= :lo and place_code < :hi
                """, book, period).query(UUID.class).optional().map(NoticeId::new);
    }

    @PreAuthorize(MAY_READ)
    public List<Question> questions(Jurisdiction jurisdiction, NoticeId id) {
        return asked(jurisdiction, id);
    }

    List<Question> asked(Jurisdiction jurisdiction, NoticeId id) {
        return in(jurisdiction, """
                select question_id, kind, words, asked_by, asked_at, due_on, hidden, answer, answered_at, answered_by_person
                from economy_notice_question where notice_id = :id and place_code >= :lo and place_code < :hi
                order by asked_at
                """)
                .param("id", id.value())
                .query(Question.class)
                .list();
    }

    private record Sums(BigDecimal before, BigDecimal after, BigDecimal owedToUs, BigDecimal weOwe) {

        NoticeSheet with(List<NoticeSheet.Line> lines) {
            return new NoticeSheet(before, after, owedToUs, weOwe, lines);
        }
    }

    private StatementSpec of(Jurisdiction jurisdiction, String sql, BookId book, NoticePeriod period) {
        return in(jurisdiction, sql)
                .param("book", book.value())
                .param("first", period.first().atDay(1))
                .param("last", period.last().atDay(1));
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private static NoticeRow row(ResultSet row, int number) throws SQLException {
        return new NoticeRow(
                row.getObject("notice_id", UUID.class),
                new PlaceCode(row.getString("place_code")),
                row.getString("place_name"),
                row.getString("township_name"),
                row.getObject("book_id", UUID.class),
                row.getString("book_name"),
                new NoticePeriod(
                        YearMonth.from(row.getObject("first_month", LocalDate.class)),
                        YearMonth.from(row.getObject("last_month", LocalDate.class))),
                row.getString("state").equals("WITHDRAWN"),
                row.getString("withdrawn_reason"),
                row.getString("public_code"),
                row.getString("remarks"),
                row.getString("checked_by"),
                row.getObject("checked_on", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_person"),
                row.getInt("questions"),
                row.getInt("waiting"));
    }
}
