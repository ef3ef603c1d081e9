package io.qiangcun.economy.dividend;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.TradeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/** Reads what is distributed, and the accounts of members. */
@Component
@Transactional(readOnly = true)
public class DividendQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')";

    private static final String ROWS = """
            select d.dividend_id, d.version, d.cooperative_id, c.name as cooperative_name, d.place_code, p.name as place_name, d.year,
                c.book_id, d.earned, d.reserve_percent, d.reserved, d.surplus, d.surplus_basis, d.from_book, d.return_percent, d.least_percent, d.remainder_by, d.base_amount,
                d.members_percent, d.collective_percent, d.managers_percent, d.guarantee, d.guarantee_amount, d.collective_amount,
                d.managers_amount, d.state, d.displayed_on, d.meeting_on, d.voters, d.attended, d.votes_for, d.note, d.corrects,
                (select x.dividend_id from economy_dividend x where x.corrects = d.dividend_id) as corrected_by,
                l.lines, l.unpaid, l.returned, l.shared, l.guaranteed, l.paid, d.recorded_by_person
              from economy_dividend d
                join economy_cooperative c on c.cooperative_id = d.cooperative_id
                join place p on p.place_code = d.place_code
                join lateral (select count(*) as lines, count(*) filter (where paid_on is null and not settled) as unpaid,
                    coalesce(sum(returned), 0) as returned, coalesce(sum(shared), 0) as shared,
                    coalesce(sum(guaranteed), 0) as guaranteed,
                    coalesce(sum(returned + shared + guaranteed) filter (where paid_on is not null), 0) as paid
                  from economy_dividend_line l where l.dividend_id = d.dividend_id and returned + shared + guaranteed <> 0) l on true
              where d.place_code >= :lo and d.place_code < :hi
            """;

    /** A voucher that counts or will: neither void nor taken back. */
    private static final String LIVE = """
            v.state <> 'VOID' and not exists (select from economy_voucher r
              where r.corrects = v.voucher_id and r.kind = 'RED' and r.state = 'POSTED')
            """;

    private final JdbcClient database;

    DividendQueries(JdbcClient database) {
        this.database = database;
    }

    /** Which distributions are looked for; null for any. */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable CooperativeId cooperative,
            @Nullable Integer year,
            @Nullable DividendState state) {}

    /** A distribution as it stands. */
    public record View(
            UUID dividendId,
            long version,
            UUID cooperativeId,
            String cooperativeName,
            String placeCode,
            String placeName,
            int year,
            @Nullable UUID bookId,
            BigDecimal earned,
            BigDecimal reservePercent,
            BigDecimal reserved,
            BigDecimal surplus,
            String surplusBasis,
            boolean fromBook,
            BigDecimal returnPercent,
            BigDecimal leastPercent,
            RemainderBy remainderBy,
            BigDecimal baseAmount,
            BigDecimal membersPercent,
            BigDecimal collectivePercent,
            BigDecimal managersPercent,
            Guarantee guarantee,
            BigDecimal guaranteeAmount,
            BigDecimal collectiveAmount,
            BigDecimal managersAmount,
            DividendState state,
            @Nullable LocalDate displayedOn,
            @Nullable LocalDate meetingOn,
            @Nullable Integer voters,
            @Nullable Integer attended,
            @Nullable Integer votesFor,
            String note,
            @Nullable UUID corrects,
            @Nullable UUID correctedBy,
            int lines,
            int unpaid,
            BigDecimal returned,
            BigDecimal shared,
            BigDecimal guaranteed,
            BigDecimal paid,
            String recordedByPerson) {

        public DividendId id() {
            return new DividendId(dividendId);
        }

        public CooperativeId cooperative() {
            return new CooperativeId(cooperativeId);
        }

        /** All that members get. */
        public BigDecimal total() {
            return returned.add(shared).add(guaranteed);
        }

        public boolean isDraft() {
            return state == DividendState.DRAFT;
        }

        public boolean isDecided() {
            return state == DividendState.DECIDED;
        }

        /** Whether lines can be paid. */
        public boolean isPayable() {
            return (state == DividendState.DECIDED || state == DividendState.CORRECTION) && unpaid > 0;
        }

        public boolean isSplit() {
            return collectiveAmount.signum() != 0 || managersAmount.signum() != 0;
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<View> dividends(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        var place = filter.place();
        var cooperative = filter.cooperative();
        return ScopedList.of(ROWS, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .and("d.cooperative_id = :cooperative", "cooperative", cooperative == null ? null : cooperative.value())
                .and("d.year = :year", "year", filter.year())
                .and("d.state = :state", "state", filter.state())
                .page(database, "order by d.year desc, d.place_code, d.recorded_at desc", page, View.class);
    }

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, DividendId id) {
        return in(jurisdiction, ROWS + " and d.dividend_id = :id")
                .param("id", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new DividendNotFound(id));
    }

    /** The latest list of a cooperative that was not given up; its rule is what the cooperative goes by. */
    @PreAuthorize(MAY_READ)
    public Optional<View> last(Jurisdiction jurisdiction, CooperativeId cooperative) {
        return in(jurisdiction, ROWS + """
                 and d.cooperative_id = :id and d.state in ('DRAFT', 'DECIDED', 'CORRECTED')
                 order by d.year desc, d.recorded_at desc limit 1
                """)
                .param("id", cooperative.value())
                .query(View.class)
                .optional();
    }

    /** A line of a list. */
    public record Line(
            UUID coopMemberId,
            int number,
            String name,
            BigDecimal traded,
            BigDecimal contributed,
            BigDecimal reserve,
            BigDecimal grants,
            BigDecimal gifts,
            BigDecimal shares,
            BigDecimal mu,
            BigDecimal returned,
            BigDecimal shared,
            BigDecimal guaranteed,
            @Nullable LocalDate paidOn,
            String paidBy,
            boolean settled) {

        public BigDecimal total() {
            return returned.add(shared).add(guaranteed);
        }
    }

    @PreAuthorize(MAY_READ)
    public List<Line> lines(Jurisdiction jurisdiction, DividendId id) {
        return in(jurisdiction, """
                select coop_member_id, number, name, traded, contributed, reserve, grants, gifts, shares, mu, returned, shared, guaranteed,
                    paid_on, paid_by, settled
                  from economy_dividend_line where dividend_id = :id and returned + shared + guaranteed <> 0
                    and place_code >= :lo and place_code < :hi order by number
                """).param("id", id.value()).query(Line.class).list();
    }

    /** Which part an account plays when a surplus is booked. */
    enum Part {
        EARNED,
        DISTRIBUTED,
        UNDISTRIBUTED,
        RESERVE,
        RETURNED,
        SHARED,
        OTHERS,
        BANK,
        CASH
    }

    /** The accounts of a book by their parts; empty where its regulation knows no surplus of members. */
    Map<Part, String> accounts(Jurisdiction jurisdiction, BookId book) {
        var accounts = new EnumMap<Part, String>(Part.class);
        in(jurisdiction, """
                select a.part, a.account_code from economy_book b join economy_dividend_account a on a.regime = b.regime
                where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                """)
                .param("book", book.value())
                .query((row, number) ->
                        accounts.put(Part.valueOf(row.getString("part")), row.getString("account_code")))
                .list();
        return accounts;
    }

    /** An account that one pays from. */
    public record MoneyAccount(String code, String name) {}

    /** The bank before the cash box; none if a surplus cannot be booked there. */
    @PreAuthorize(MAY_READ)
    public List<MoneyAccount> money(Jurisdiction jurisdiction, BookId book) {
        return in(jurisdiction, """
                select a.code, a.name
                from economy_book b
                  join economy_account a on a.book_id = b.book_id and a.leaf
                  join economy_dividend_account m on m.regime = b.regime and m.part in ('BANK', 'CASH')
                    and starts_with(a.code, m.account_code)
                where b.book_id = :book and b.place_code >= :lo and b.place_code < :hi
                order by m.part, a.code
                """)
                .param("book", book.value())
                .query(MoneyAccount.class)
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
    public List<Booking> bookings(Jurisdiction jurisdiction, DividendId id) {
        return in(jurisdiction, """
                select w.step, v.voucher_id, v.dated, v.summary, v.state,
                  (select coalesce(sum(l.amount), 0) from economy_line l where l.voucher_id = v.voucher_id and l.side = 'D') as amount,
                  %s as live
                from economy_dividend_voucher w join economy_voucher v on v.voucher_id = w.voucher_id
                where w.dividend_id = :id and w.place_code >= :lo and w.place_code < :hi
                order by v.recorded_at, array_position(array['SHARED', 'CLEARED', 'PAID'], w.step), v.voucher_id
                """.formatted(LIVE))
                .param("id", id.value())
                .query(Booking.class)
                .list();
    }

    /** How many votes a cooperative has at the moment: one for each member. */
    @PreAuthorize(MAY_READ)
    public int votes(Jurisdiction jurisdiction, CooperativeId cooperative) {
        return in(jurisdiction, """
                select count(*) from economy_coop_member where cooperative_id = :id and left_on is null
                  and place_code >= :lo and place_code < :hi
                """)
                .param("id", cooperative.value())
                .query(Integer.class)
                .single();
    }

    /** The account of a member at the beginning of a year, in it, and at its end (art. 43). */
    public record Account(
            BigDecimal ownBefore,
            BigDecimal projectBefore,
            BigDecimal reserveBefore,
            BigDecimal grantBefore,
            BigDecimal giftBefore,
            BigDecimal own,
            BigDecimal project,
            BigDecimal reserve,
            BigDecimal grant,
            BigDecimal gift,
            BigDecimal returned,
            BigDecimal shared,
            BigDecimal guaranteed,
            BigDecimal paid) {

        public BigDecimal before() {
            return ownBefore
                    .add(projectBefore)
                    .add(reserveBefore)
                    .add(grantBefore)
                    .add(giftBefore);
        }

        public BigDecimal after() {
            return before().add(own).add(project).add(reserve).add(grant).add(gift);
        }
    }

    @PreAuthorize(MAY_READ)
    public Account account(Jurisdiction jurisdiction, CoopMemberId member, int year) {
        return in(jurisdiction, """
                with brought as (
                  select coalesce(sum(amount) filter (where source = 'OWN' and made_on < cast(:from as date)), 0) as own_before,
                    coalesce(sum(amount) filter (where source = 'PROJECT' and made_on < cast(:from as date)), 0) as project_before,
                    coalesce(sum(amount) filter (where source = 'OWN' and made_on >= cast(:from as date)), 0) as own,
                    coalesce(sum(amount) filter (where source = 'PROJECT' and made_on >= cast(:from as date)), 0) as project
                  from economy_coop_contribution where coop_member_id = :member and made_on < cast(:until as date)
                    and place_code >= :lo and place_code < :hi),
                put as (
                  select coalesce(sum(s.amount) filter (where q.kind = 'RESERVE' and q.year < :year), 0) as reserve_before,
                    coalesce(sum(s.amount) filter (where q.kind = 'GRANT' and q.year < :year), 0) as grant_before,
                    coalesce(sum(s.amount) filter (where q.kind = 'GIFT' and q.year < :year), 0) as gift_before,
                    coalesce(sum(s.amount) filter (where q.kind = 'RESERVE' and q.year = :year), 0) as reserve,
                    coalesce(sum(s.amount) filter (where q.kind = 'GRANT' and q.year = :year), 0) as "grant",
                    coalesce(sum(s.amount) filter (where q.kind = 'GIFT' and q.year = :year), 0) as gift
                  from economy_coop_quota_share s join economy_coop_quota q on q.quota_id = s.quota_id
                  where s.coop_member_id = :member and q.year <= :year and s.place_code >= :lo and s.place_code < :hi),
                given as (
                  select coalesce(sum(l.returned), 0) as returned, coalesce(sum(l.shared), 0) as shared,
                    coalesce(sum(l.guaranteed), 0) as guaranteed,
                    coalesce(sum(l.returned + l.shared + l.guaranteed) filter (where l.paid_on is not null), 0) as paid
                  from economy_dividend_line l join economy_dividend d on d.dividend_id = l.dividend_id
                  where l.coop_member_id = :member and d.year = :year and d.state in ('DECIDED', 'CORRECTED', 'CORRECTION')
                    and l.place_code >= :lo and l.place_code < :hi)
                select * from brought, put, given
                """)
                .param("member", member.value())
                .param("year", year)
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .query(Account.class)
                .single();
    }

    /** What a member traded of a product in a year. */
    public record Traded(TradeKind kind, String product, String unit, BigDecimal quantity, BigDecimal amount) {}

    @PreAuthorize(MAY_READ)
    public List<Traded> traded(Jurisdiction jurisdiction, CoopMemberId member, int year) {
        return in(jurisdiction, """
                select kind, product, unit, sum(quantity) as quantity, sum(amount) as amount from economy_coop_trade
                where coop_member_id = :member and withdrawn_at is null and traded_on >= :from and traded_on < :until
                  and place_code >= :lo and place_code < :hi
                group by kind, product, unit
                order by array_position(array['SALE', 'SUPPLY', 'WAGE', 'RENT'], kind), product
                """)
                .param("member", member.value())
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .query(Traded.class)
                .list();
    }

    /** The list that counts for a member in a year, if there is one. */
    @PreAuthorize(MAY_READ)
    public Optional<UUID> listOf(Jurisdiction jurisdiction, CoopMemberId member, int year) {
        return in(jurisdiction, """
                select d.dividend_id from economy_dividend d join economy_dividend_line l on l.dividend_id = d.dividend_id
                where l.coop_member_id = :member and d.year = :year and d.state = 'DECIDED'
                  and d.place_code >= :lo and d.place_code < :hi
                """)
                .param("member", member.value())
                .param("year", year)
                .query(UUID.class)
                .optional();
    }

    /** The distributions a member got something of, the latest year first. */
    public record Given(
            UUID dividendId,
            int year,
            DividendState state,
            BigDecimal traded,
            BigDecimal returned,
            BigDecimal shared,
            BigDecimal guaranteed,
            @Nullable LocalDate paidOn,
            boolean settled) {

        public BigDecimal total() {
            return returned.add(shared).add(guaranteed);
        }
    }

    /** What was decided for a member in all years, corrections as well. */
    @PreAuthorize(MAY_READ)
    public List<Given> given(Jurisdiction jurisdiction, CoopMemberId member) {
        return in(jurisdiction, """
                select d.dividend_id, d.year, d.state, l.traded, l.returned, l.shared, l.guaranteed, l.paid_on, l.settled
                from economy_dividend_line l join economy_dividend d on d.dividend_id = l.dividend_id
                where l.coop_member_id = :member and d.state in ('DECIDED', 'CORRECTED', 'CORRECTION')
                  and l.returned + l.shared + l.guaranteed <> 0 and l.place_code >= :lo and l.place_code < :hi
                order by d.year desc, d.recorded_at desc
                """)
                .param("member", member.value())
                .query(Given.class)
                .list();
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
