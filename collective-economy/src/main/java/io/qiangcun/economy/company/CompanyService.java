package io.qiangcun.economy.company;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.company.CompanyQueries.Claim;
import io.qiangcun.economy.company.CompanyQueries.Holder;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherRefused;
import io.qiangcun.economy.voucher.VoucherService;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what villages own together and shares its profit among them to the cent. */
@Service
@Transactional
public class CompanyService {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COMPANIES + "')";

    private final Companies companies;
    private final CompanyQueries queries;
    private final PlaceTree places;
    private final VoucherService vouchers;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CompanyService(
            Companies companies,
            CompanyQueries queries,
            PlaceTree places,
            VoucherService vouchers,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.companies = companies;
        this.queries = queries;
        this.places = places;
        this.vouchers = vouchers;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** The same form sent twice writes one. */
    @PreAuthorize(MAY_WRITE)
    public void write(Jurisdiction jurisdiction, Actor actor, WriteCompany command) {
        if (companies.findById(command.id(), jurisdiction).isPresent()) {
            return;
        }
        var place = places.require(command.place(), jurisdiction).code();
        if (place.kind() != PlaceKind.TOWNSHIP && place.kind() != PlaceKind.COUNTY) {
            throw new CompanyRefused("place", "no-place");
        }
        check(jurisdiction, command);
        try {
            companies.saveAndFlush(new Company(command, by(actor)));
        } catch (DataIntegrityViolationException takenOutsideTheJurisdiction) {
            throw new CompanyNotFound(command.id());
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void rewrite(Jurisdiction jurisdiction, Actor actor, WriteCompany command, long version) {
        var company = find(jurisdiction, command.id(), version);
        check(jurisdiction, command);
        company.rewrite(command, by(actor));
        companies.saveAndFlush(company);
    }

    private void check(Jurisdiction jurisdiction, WriteCompany command) {
        requirePast("foundedOn", command.foundedOn());
        if (in(jurisdiction, """
                select exists (select from economy_company where place_code = :place and name = :name and state = 'ACTIVE'
                  and company_id <> :id and place_code >= :lo and place_code < :hi)
                """)
                .param("place", command.place().value())
                .param("name", command.name())
                .param("id", command.id().value())
                .query(Boolean.class)
                .single()) {
            throw new CompanyRefused("name", "name-taken");
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void dissolve(Jurisdiction jurisdiction, CompanyId id, long version, LocalDate on, String reason) {
        var company = find(jurisdiction, id, version);
        requirePast("on", on);
        company.dissolve(on, reason);
        companies.saveAndFlush(company);
    }

    /**
     * A village comes to hold a part.
     *
     * @param shares what counts where profits go by shares
     */
    @PreAuthorize(MAY_WRITE)
    public void admit(
            Jurisdiction jurisdiction,
            Actor actor,
            CompanyId id,
            long version,
            PlaceCode village,
            Money contributed,
            BigDecimal shares,
            LocalDate since) {
        var company = find(jurisdiction, id, version);
        places.require(village, jurisdiction);
        if (village.kind() != PlaceKind.VILLAGE) {
            throw new CompanyRefused("village", "not-within");
        }
        requirePast("on", since);
        if (shares.signum() <= 0) {
            throw new CompanyRefused("shares", "nothing");
        }
        if (contributed.signum() < 0) {
            throw new CompanyRefused("contributed", "negative");
        }
        company.admit(village, since);
        companies.saveAndFlush(company);
        try {
            by(actor, database.sql("""
                    insert into economy_company_holder (holder_id, company_id, place_code, company_name, contributed, shares, since,
                        recorded_at, recorded_by, recorded_by_person)
                      values (gen_random_uuid(), :company, :village, :name, :contributed, :shares, :since, :at, :post, :holder)
                    """))
                    .param("company", id.value())
                    .param("village", village.value())
                    .param("name", company.getName())
                    .param("contributed", contributed.yuan())
                    .param("shares", shares)
                    .param("since", since)
                    .update();
        } catch (DuplicateKeyException already) {
            throw new CompanyRefused("village", "holder-already");
        }
    }

    @PreAuthorize(MAY_WRITE)
    public void release(Jurisdiction jurisdiction, CompanyId id, long version, PlaceCode village, LocalDate on) {
        var company = find(jurisdiction, id, version);
        requirePast("on", on);
        company.release(village);
        companies.saveAndFlush(company);
        var gone = in(jurisdiction, """
                update economy_company_holder set until = greatest(:on, since)
                  where company_id = :id and place_code = :village and until is null and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("id", id.value())
                .param("village", village.value())
                .update();
        if (gone == 0) {
            throw new CompanyNotFound(village);
        }
    }

    /** Shares the profit of a year among those who hold a part at its end; the parts add up to it to the cent. */
    @PreAuthorize(MAY_WRITE)
    public void share(
            Jurisdiction jurisdiction,
            Actor actor,
            CompanyId id,
            long version,
            UUID profit,
            int year,
            Money amount,
            String basis,
            LocalDate decided) {
        var company = find(jurisdiction, id, version);
        requirePast("on", decided);
        if (amount.signum() <= 0) {
            throw new CompanyRefused("amount", "nothing");
        }
        if (year > LocalDate.now(clock).getYear()) {
            throw new CompanyRefused("year", "no-year");
        }
        var holders = queries.holders(jurisdiction, id).stream()
                .filter(holder -> holder.holdsIn(year))
                .toList();
        if (holders.isEmpty()) {
            throw new CompanyRefused("year", "nobody");
        }
        company.share(year, amount);
        companies.saveAndFlush(company);
        try {
            by(actor, database.sql("""
                    insert into economy_company_profit (profit_id, company_id, place_code, year, amount, basis, split, decided_on,
                        withdrawn_reason, recorded_at, recorded_by, recorded_by_person)
                      values (:profit, :company, :place, :year, :amount, :basis, :split, :decided, '', :at, :post, :holder)
                    """))
                    .param("profit", profit)
                    .param("company", id.value())
                    .param("place", company.placeCode().value())
                    .param("year", year)
                    .param("amount", amount.yuan())
                    .param("basis", basis)
                    .param("split", company.getSplit().name())
                    .param("decided", decided)
                    .update();
        } catch (DuplicateKeyException already) {
            throw new CompanyRefused("year", "year-taken");
        }
        var parts = parts(amount, company.getSplit(), holders);
        database.sql("""
                insert into economy_company_claim (claim_id, profit_id, company_id, place_code, company_name, year, amount, decided_on,
                    received_by)
                  select gen_random_uuid(), :profit, :company, c.village, :name, :year, c.amount, :decided, ''
                    from unnest(cast(:villages as text[]), cast(:amounts as numeric[])) c (village, amount)
                """)
                .param("profit", profit)
                .param("company", id.value())
                .param("name", company.getName())
                .param("year", year)
                .param("decided", decided)
                .param("villages", holders.stream().map(Holder::placeCode).toArray(String[]::new))
                .param("amounts", parts.stream().map(Money::yuan).toArray(BigDecimal[]::new))
                .update();
    }

    /** In the order of the codes of villages, so that the last cents fall the same way every time. */
    static List<Money> parts(Money amount, Split split, List<Holder> holders) {
        return amount.shareBy(holders.stream()
                .map(holder -> split == Split.EQUAL ? BigDecimal.ONE : holder.shares())
                .toList());
    }

    /** As long as nobody has received anything of it. */
    @PreAuthorize(MAY_WRITE)
    public void unshare(Jurisdiction jurisdiction, CompanyId id, long version, UUID profit, String reason) {
        var company = find(jurisdiction, id, version);
        var year = in(jurisdiction, """
                update economy_company_profit set withdrawn_on = :today, withdrawn_reason = :reason
                  where profit_id = :profit and company_id = :id and withdrawn_on is null and place_code >= :lo and place_code < :hi
                  returning year
                """)
                .param("today", LocalDate.now(clock))
                .param("reason", reason)
                .param("profit", profit)
                .param("id", id.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new CompanyNotFound(profit));
        if (in(jurisdiction, """
                select exists (select from economy_company_claim where profit_id = :profit and received_on is not null
                  and place_code >= :lo and place_code < :hi)
                """).param("profit", profit).query(Boolean.class).single()) {
            throw new CompanyRefused(null, "received-already");
        }
        in(jurisdiction, """
                update economy_company_claim set withdrawn_on = :today
                  where profit_id = :profit and place_code >= :lo and place_code < :hi
                """)
                .param("today", LocalDate.now(clock))
                .param("profit", profit)
                .update();
        company.unshare(year, reason);
        companies.saveAndFlush(company);
    }

    /** The village has the money; where it keeps its book here, the voucher is drafted and looked over like any other. */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.RECEIVE_PROFITS + "')")
    public void receive(Jurisdiction jurisdiction, Actor actor, ClaimId claim, Receipt receipt) {
        requirePast("on", receipt.on());
        var known = queries.claim(jurisdiction, claim);
        if (receipt.on().isBefore(known.decidedOn())) {
            throw new CompanyRefused("on", "before", known.decidedOn());
        }
        if (known.receivedOn() != null) {
            throw new CompanyStale(known.companyName());
        }
        var voucher = receipt.account().isEmpty() ? null : book(jurisdiction, actor, known, receipt);
        var received = in(jurisdiction, """
                update economy_company_claim set received_on = :on, received_by = :holder, voucher_id = :voucher
                  where claim_id = :claim and received_on is null and withdrawn_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("on", receipt.on())
                .param("holder", actor.holder())
                .param("voucher", voucher == null ? null : voucher.value(), Types.OTHER)
                .param("claim", claim.value())
                .update();
        if (received == 0) {
            throw new CompanyStale(known.companyName());
        }
        events.publishEvent(new ProfitReceived(claim, new Money(known.amount()), new PlaceCode(known.placeCode())));
    }

    private VoucherId book(Jurisdiction jurisdiction, Actor actor, Claim claim, Receipt receipt) {
        var into = queries.money(jurisdiction, new PlaceCode(claim.placeCode())).stream()
                .filter(account -> account.key().equals(receipt.account()))
                .findFirst()
                .orElseThrow(() -> new CompanyRefused("account", "no-account"));
        var sum = new Money(claim.amount());
        if (sum.isZero()) {
            throw new CompanyRefused("account", "nothing");
        }
        try {
            vouchers.write(
                    jurisdiction,
                    actor,
                    new DraftVoucher(
                            receipt.voucher(),
                            new BookId(into.bookId()),
                            receipt.on(),
                            VoucherKind.NORMAL,
                            receipt.summary(),
                            receipt.sheets(),
                            null,
                            List.of(
                                    new DraftVoucher.Line(new AccountCode(into.code()), null, Side.DEBIT, sum, ""),
                                    new DraftVoucher.Line(
                                            new AccountCode(into.income()), null, Side.CREDIT, sum, ""))));
        } catch (VoucherRefused no) {
            throw new CompanyRefused(no.problems().stream()
                    .map(problem -> new Problem(
                            "dated".equals(problem.field()) ? "on" : "sheets".equals(problem.field()) ? "sheets" : null,
                            problem.messageKey(),
                            problem.arguments()))
                    .toList());
        }
        return receipt.voucher();
    }

    private void requirePast(String field, LocalDate on) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new CompanyRefused(field, "ahead");
        }
    }

    private Company find(Jurisdiction jurisdiction, CompanyId id, long version) {
        var company = companies.findById(id, jurisdiction).orElseThrow(() -> new CompanyNotFound(id));
        if (!Objects.equals(company.getVersion(), version)) {
            throw new CompanyStale(company.getName());
        }
        return company;
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }

    private StatementSpec by(Actor actor, StatementSpec statement) {
        var recorded = by(actor);
        return statement
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("post", recorded.post())
                .param("holder", recorded.person());
    }
}
