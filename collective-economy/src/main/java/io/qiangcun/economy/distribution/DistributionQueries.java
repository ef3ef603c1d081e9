package io.qiangcun.economy.distribution;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads shares and distributions, and what a year left to distribute. */
@Component
@Transactional(readOnly = true)
public class DistributionQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_DISTRIBUTIONS + "')";

    /** A voucher that counts or will: neither void nor taken back. */
    private static final String LIVE = """
            v.state <> 'VOID' and not exists (select from economy_voucher r
              where r.corrects = v.voucher_id and r.kind = 'RED' and r.state = 'POSTED')
            """;

    private static final String ROWS = """
            select d.distribution_id, d.place_code, p.name as place_name, t.name as township_name, d.book_id, b.name as book_name,
              d.year, d.state, d.earned, d.brought, d.covered, d.reserve_percent, d.reserve, d.members, d.others, d.others_to,
              d.kept, d.shares, d.remarks, d.shown_on, d.decided_on, d.vote_rule, d.tally_members, d.tally_present, d.tally_yes,
              d.minutes, d.dropped_reason, d.recorded_by_person,
              (select count(*) from economy_distribution_part n where n.distribution_id = d.distribution_id) as holders,
              (select coalesce(sum(n.amount), 0) from economy_distribution_part n
                join economy_voucher v on v.voucher_id = n.paid_by and v.state = 'POSTED'
                where n.distribution_id = d.distribution_id and %s) as paid
            from economy_distribution d
              join economy_book b on b.book_id = d.book_id
              join place p on p.place_code = d.place_code
              left join place t on t.place_code = left(d.place_code, 9) and length(d.place_code) > 9
            where d.place_code >= :lo and d.place_code < :hi
            """.formatted(LIVE);

    private final JdbcClient database;

    DistributionQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * The distribution of a year as it was written down.
     *
     * @param members what all members get together, in yuan
     * @param holders how many households
     * @param paid what of it reached them by vouchers that count
     */
    public record Row(
            UUID distributionId,
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            UUID bookId,
            String bookName,
            int year,
            DistributionState state,
            BigDecimal earned,
            BigDecimal brought,
            BigDecimal covered,
            BigDecimal reservePercent,
            BigDecimal reserve,
            BigDecimal members,
            BigDecimal others,
            String othersTo,
            BigDecimal kept,
            BigDecimal shares,
            String remarks,
            LocalDate shownOn,
            @Nullable LocalDate decidedOn,
            @Nullable String voteRule,
            @Nullable Integer tallyMembers,
            @Nullable Integer tallyPresent,
            @Nullable Integer tallyYes,
            @Nullable String minutes,
            @Nullable String droppedReason,
            String recordedByPerson,
            int holders,
            BigDecimal paid) {

        public DistributionId id() {
            return new DistributionId(distributionId);
        }

        public BookId book() {
            return new BookId(bookId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        public boolean isPaid() {
            return state == DistributionState.BOOKED && paid.compareTo(members) == 0;
        }
    }

    /** The latest year first. */
    @PreAuthorize(MAY_READ)
    public Page<Row> distributions(
            Jurisdiction jurisdiction, @Nullable Integer year, @Nullable DistributionState state, Pageable page) {
        return ScopedList.of(ROWS, jurisdiction)
                .and("d.year = :year", "year", year)
                .and("d.state = :state", "state", state == null ? null : state.name())
                .page(database, "order by d.year desc, d.place_code, d.recorded_at desc", page, Row.class);
    }

    @PreAuthorize(MAY_READ)
    public Optional<Row> find(Jurisdiction jurisdiction, DistributionId id) {
        return in(jurisdiction, ROWS + " and d.distribution_id = :id")
                .param("id", id.value())
                .query(Row.class)
                .optional();
    }

    /** All of a book, the latest year first. */
    @PreAuthorize(MAY_READ)
    public List<Row> of(Jurisdiction jurisdiction, BookId book) {
        return in(jurisdiction, ROWS + " and d.book_id = :book order by d.year desc, d.recorded_at desc")
                .param("book", book.value())
                .query(Row.class)
                .list();
    }

    /**
     * What a household gets.
     *
     * @param voucher by which it was paid or is about to be; null for not yet
     * @param paid whether that voucher counts
     */
    public record Part(
            int lineNo,
            String holder,
            BigDecimal shares,
            BigDecimal amount,
            @Nullable UUID voucher,
            boolean paid,
            @Nullable LocalDate paidOn) {

        /** Whether nothing pays it yet. */
        public boolean isOpen() {
            return voucher == null && amount.signum() > 0;
        }
    }

    @PreAuthorize(MAY_READ)
    public List<Part> parts(Jurisdiction jurisdiction, DistributionId id) {
        return in(jurisdiction, """
                select n.line_no, n.holder, n.shares, n.amount, v.voucher_id as voucher, coalesce(v.state = 'POSTED', false) as paid,
                  v.dated as paid_on
                from economy_distribution_part n
                  left join economy_voucher v on v.voucher_id = n.paid_by and %s
                where n.distribution_id = :id and n.place_code >= :lo and n.place_code < :hi
                order by n.line_no
                """.formatted(LIVE))
                .param("id", id.value())
                .query(Part.class)
                .list();
    }

    /** A voucher of a distribution. */
    public record Booking(
            String step,
            UUID voucherId,
            LocalDate dated,
            String summary,
            String state,
            BigDecimal amount,
            boolean live) {}

    @PreAuthorize(MAY_READ)
    public List<Booking> bookings(Jurisdiction jurisdiction, DistributionId id) {
        return in(jurisdiction, """
                select w.step, v.voucher_id, v.dated, v.summary, v.state,
                  (select coalesce(sum(l.amount), 0) from economy_line l where l.voucher_id = v.voucher_id and l.side = 'D') as amount,
                  %s as live
                from economy_distribution_voucher w join economy_voucher v on v.voucher_id = w.voucher_id
                where w.distribution_id = :id and w.place_code >= :lo and w.place_code < :hi
                order by v.recorded_at, array_position(array['COVERED', 'SHARED', 'CLEARED', 'PAID'], w.step), v.voucher_id
                """.formatted(LIVE))
                .param("id", id.value())
                .query(Booking.class)
                .list();
    }

    /** Which accounts a distribution moves. */
    record Accounts(
            String undistributedAccount,
            String distributionAccount,
            String reserveAccount,
            String memberAccount,
            String creditorAccount) {}

    /** Empty where the regulation of the book distributes otherwise. */
    Optional<Accounts> accounts(Jurisdiction jurisdiction, BookId book) {
        return in(jurisdiction, """
                select r.undistributed_account, r.distribution_account, r.reserve_account, r.member_account, r.creditor_account
                from economy_book b join economy_regime r on r.regime = b.regime
                where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi and r.distribution_account is not null
                """)
                .param("book", book.value())
                .query(Accounts.class)
                .optional();
    }

    /**
     * A year of a book, looked at from its end.
     *
     * @param transferred whether income and expenses were transferred, so that the result stands
     * @param waiting vouchers of the year that do not count yet
     * @param reserves what the reserve held on the last day
     */
    public record YearResult(
            BigDecimal earned, BigDecimal brought, BigDecimal reserves, boolean transferred, int waiting) {

        public Result result() {
            return new Result(new Money(earned), new Money(brought), new Money(reserves));
        }
    }

    /** What closing vouchers brought is of the year; all else that stands there was left by others. */
    @PreAuthorize(MAY_READ)
    public YearResult result(Jurisdiction jurisdiction, BookId book, int year) {
        return in(jurisdiction, """
                with regime as (
                  select r.undistributed_account, r.reserve_account, r.result_account
                  from economy_book b join economy_regime r on r.regime = b.regime where b.book_id = :book)
                select coalesce(sum(m.closing_credit - m.closing_debit) filter (where m.account_code = undistributed_account), 0) as earned,
                  coalesce(sum(m.credit - m.debit - m.closing_credit + m.closing_debit)
                    filter (where m.account_code = undistributed_account), 0) as brought,
                  coalesce(sum(m.credit - m.debit) filter (where m.account_code = reserve_account
                    or m.account_code like reserve_account || '_%'), 0) as reserves,
                  not exists (select from economy_balance p join economy_account a on a.book_id = p.book_id and a.code = p.account_code
                    where p.book_id = :book and p.year = :year and (a.category = 'PROFIT_LOSS' or a.code = (select result_account from regime))
                    group by p.account_code having sum(p.debit - p.credit) <> 0) as transferred,
                  (select count(*) from economy_voucher v where v.book_id = :book and v.state in ('DRAFT', 'SUBMITTED', 'REVIEWED')
                    and v.dated >= make_date(:year, 1, 1) and v.dated < make_date(:year + 1, 1, 1)
                    and v.place_code >= :lo and v.place_code < :hi) as waiting
                from regime left join economy_balance m on m.book_id = :book and m.year = :year
                  and m.place_code >= :lo and m.place_code < :hi
                """)
                .param("book", book.value())
                .param("year", year)
                .query(YearResult.class)
                .single();
    }

    /** An account that one pays from. */
    public record MoneyAccount(String code, String name) {}

    /** The bank before the cash box. */
    @PreAuthorize(MAY_READ)
    public List<MoneyAccount> money(Jurisdiction jurisdiction, BookId book) {
        return in(jurisdiction, """
                select a.code, a.name
                from economy_book b
                  join economy_account a on a.book_id = b.book_id and a.leaf
                  join economy_plain_word w on w.regime = b.regime and w.money and starts_with(a.code, w.account)
                where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                order by w.account desc, a.code
                """)
                .param("book", book.value())
                .query(MoneyAccount.class)
                .list();
    }

    /** The shares that hold on a day, by holder. */
    @PreAuthorize(MAY_READ)
    public List<Share> shares(Jurisdiction jurisdiction, BookId book, LocalDate on) {
        return in(jurisdiction, """
                select holder, shares, from_day, until_day, reason, recorded_by_person from economy_share
                where book_id = :book and from_day <= :on and (until_day is null or until_day >= :on)
                  and place_code >= :lo and place_code < :hi
                order by holder
                """)
                .param("book", book.value())
                .param("on", on)
                .query(Share.class)
                .list();
    }

    /** What was, the latest first. */
    @PreAuthorize(MAY_READ)
    public List<Share> ended(Jurisdiction jurisdiction, BookId book, int limit) {
        return in(jurisdiction, """
                select holder, shares, from_day, until_day, reason, recorded_by_person from economy_share
                where book_id = :book and until_day is not null and place_code >= :lo and place_code < :hi
                order by until_day desc, holder limit :limit
                """)
                .param("book", book.value())
                .param("limit", limit)
                .query(Share.class)
                .list();
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
