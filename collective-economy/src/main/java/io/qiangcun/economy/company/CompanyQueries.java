package io.qiangcun.economy.company;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what villages own together and what they are owed. */
@Component
@Transactional(readOnly = true)
public class CompanyQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_COMPANIES + "')";

    private static final String ROWS = """
            select c.company_id, c.version, c.place_code, p.name as place_name, c.kind, c.name, c.credit_code, c.founded_on, c.purpose,
                c.split, c.state = 'ACTIVE' as active, c.dissolved_on, c.dissolved_reason,
                (select count(*) from economy_company_holder h where h.company_id = c.company_id and h.until is null) as holders,
                (select coalesce(sum(f.amount), 0) from economy_company_profit f
                  where f.company_id = c.company_id and f.withdrawn_on is null) as shared,
                (select coalesce(sum(a.amount), 0) from economy_company_claim a
                  where a.company_id = c.company_id and a.withdrawn_on is null and a.received_on is null) as owed
              from economy_company c join place p on p.place_code = c.place_code
              where c.place_code >= :lo and c.place_code < :hi
            """;

    private static final String CLAIMS = """
            select a.claim_id, a.company_id, a.company_name, a.place_code, p.name as place_name, a.year, a.amount, a.decided_on,
                a.received_on, a.received_by, a.voucher_id,
                exists (select from economy_company c where c.company_id = a.company_id) as seen
              from economy_company_claim a join place p on p.place_code = a.place_code
              where a.place_code >= :lo and a.place_code < :hi and a.withdrawn_on is null
            """;

    private final JdbcClient database;
    private final CurrentAccount account;

    CompanyQueries(JdbcClient database, CurrentAccount account) {
        this.database = database;
        this.account = account;
    }

    /** What villages own together, as it stands. */
    public record View(
            UUID companyId,
            long version,
            String placeCode,
            String placeName,
            CompanyKind kind,
            String name,
            String creditCode,
            LocalDate foundedOn,
            String purpose,
            Split split,
            boolean active,
            @Nullable LocalDate dissolvedOn,
            String dissolvedReason,
            int holders,
            BigDecimal shared,
            BigDecimal owed) {

        public CompanyId id() {
            return new CompanyId(companyId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }
    }

    @PreAuthorize(MAY_READ)
    public List<View> companies(Jurisdiction jurisdiction) {
        return in(jurisdiction, ROWS + " order by c.state, c.place_code, c.name")
                .query(View.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, CompanyId id) {
        return in(jurisdiction, ROWS + " and c.company_id = :id")
                .param("id", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new CompanyNotFound(id));
    }

    /** What a village holds, or held. */
    public record Holder(
            String placeCode,
            String placeName,
            BigDecimal contributed,
            BigDecimal shares,
            LocalDate since,
            @Nullable LocalDate until,
            BigDecimal claimed,
            BigDecimal received) {

        boolean holdsIn(int year) {
            return since.getYear() <= year && (until == null || until.getYear() > year);
        }
    }

    /** By the codes of villages. */
    @PreAuthorize(MAY_READ)
    public List<Holder> holders(Jurisdiction jurisdiction, CompanyId id) {
        return in(jurisdiction, """
                select h.place_code, p.name as place_name, h.contributed, h.shares, h.since, h.until,
                    coalesce(a.claimed, 0) as claimed, coalesce(a.received, 0) as received
                  from economy_company_holder h
                    join place p on p.place_code = h.place_code
                    left join lateral (select sum(a.amount) as claimed, sum(a.amount) filter (where a.received_on is not null) as received
                      from economy_company_claim a where a.company_id = h.company_id and a.place_code = h.place_code
                        and a.withdrawn_on is null) a on true
                  where h.company_id = :id and h.place_code >= :lo and h.place_code < :hi
                  order by h.until nulls first, h.place_code
                """).param("id", id.value()).query(Holder.class).list();
    }

    /** A profit that was shared. */
    public record Profit(
            UUID profitId,
            int year,
            BigDecimal amount,
            String basis,
            Split split,
            LocalDate decidedOn,
            @Nullable LocalDate withdrawnOn,
            String withdrawnReason,
            BigDecimal received) {}

    @PreAuthorize(MAY_READ)
    public List<Profit> profits(Jurisdiction jurisdiction, CompanyId id) {
        return in(jurisdiction, """
                select f.profit_id, f.year, f.amount, f.basis, f.split, f.decided_on, f.withdrawn_on, f.withdrawn_reason,
                    coalesce((select sum(a.amount) from economy_company_claim a where a.profit_id = f.profit_id
                      and a.received_on is not null), 0) as received
                  from economy_company_profit f
                  where f.company_id = :id and f.place_code >= :lo and f.place_code < :hi
                  order by f.year desc, f.recorded_at desc
                """).param("id", id.value()).query(Profit.class).list();
    }

    /**
     * What a village is owed of a profit, or has received.
     *
     * @param seen whether the company itself lies within the jurisdiction
     */
    public record Claim(
            UUID claimId,
            UUID companyId,
            String companyName,
            String placeCode,
            String placeName,
            int year,
            BigDecimal amount,
            LocalDate decidedOn,
            @Nullable LocalDate receivedOn,
            String receivedBy,
            @Nullable UUID voucherId,
            boolean seen) {}

    @PreAuthorize(MAY_READ)
    public Page<Claim> claims(
            Jurisdiction jurisdiction, @Nullable PlaceCode place, @Nullable Integer year, boolean owed, Pageable page) {
        return ScopedList.of(CLAIMS, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .and("a.year = :year", "year", year)
                .andIf(owed, "a.received_on is null")
                .page(database, "order by a.year desc, a.place_code, a.company_name", page, Claim.class);
    }

    @PreAuthorize(MAY_READ)
    public Claim claim(Jurisdiction jurisdiction, ClaimId id) {
        return in(jurisdiction, CLAIMS + " and a.claim_id = :id")
                .param("id", id.value())
                .query(Claim.class)
                .optional()
                .orElseThrow(() -> new CompanyNotFound(id));
    }

    /** An account of a village's book that can take the money. */
    public record MoneyAccount(UUID bookId, String bookName, String code, String name, String income) {

        /** As a form sends it. */
        public String key() {
            return bookId + ":" + code;
        }
    }

    /** The bank before the cash box; none where the village keeps no book here. */
    @PreAuthorize(MAY_READ)
    public List<MoneyAccount> money(Jurisdiction jurisdiction, PlaceCode village) {
        return in(jurisdiction, """
                select b.book_id, b.name as book_name, a.code, a.name, i.account_code as income
                from economy_book b
                  join economy_account a on a.book_id = b.book_id and a.leaf
                  join economy_company_account m on m.regime = b.regime and m.part in ('BANK', 'CASH')
                    and starts_with(a.code, m.account_code)
                  join economy_company_account i on i.regime = b.regime and i.part = 'INCOME'
                where b.place_code = :village and b.place_code >= :lo and b.place_code < :hi
                order by b.name, m.part, a.code
                """)
                .param("village", village.value())
                .query(MoneyAccount.class)
                .list();
    }

    /** What villages hold. */
    public record Holding(
            String placeName, String companyName, BigDecimal contributed, BigDecimal shares, LocalDate since) {}

    @PreAuthorize(MAY_READ)
    public List<Holding> holdings(Jurisdiction jurisdiction) {
        return in(jurisdiction, """
                select p.name as place_name, h.company_name, h.contributed, h.shares, h.since
                  from economy_company_holder h join place p on p.place_code = h.place_code
                  where h.until is null and h.place_code >= :lo and h.place_code < :hi
                  order by h.place_code, h.company_name limit 200
                """).query(Holding.class).list();
    }

    public boolean isWriter() {
        return account.may(EconomyAuthorities.WRITE_COMPANIES);
    }

    public boolean isReceiver() {
        return account.may(EconomyAuthorities.RECEIVE_PROFITS);
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
