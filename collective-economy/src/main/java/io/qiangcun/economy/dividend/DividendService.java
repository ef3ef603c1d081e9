package io.qiangcun.economy.dividend;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.ProcedureTemplates;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeNotFound;
import io.qiangcun.economy.cooperative.CooperativeQueries;
import io.qiangcun.economy.dividend.Dividend.Meeting;
import io.qiangcun.economy.dividend.DividendBookings.PayFrom;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.MembershipQueries;
import io.qiangcun.economy.membership.MembershipService;
import io.qiangcun.economy.membership.QuotaKind;
import io.qiangcun.economy.membership.QuotaWay;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what is distributed, has it decided, and pays it. */
@Service
@Transactional
public class DividendService {

    static final String LEAST = "economy.cooperative.return-percent";

    /** How a meeting of members is counted (core.procedure). */
    static final String ASSEMBLY = "economy.cooperative-assembly";

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";

    private final Dividends dividends;
    private final Surpluses surpluses;
    private final CooperativeQueries cooperatives;
    private final MembershipQueries members;
    private final MembershipService memberships;
    private final DividendQueries queries;
    private final DividendBookings bookings;
    private final ProcedureTemplates procedures;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final Clock clock;

    DividendService(
            Dividends dividends,
            Surpluses surpluses,
            CooperativeQueries cooperatives,
            MembershipQueries members,
            MembershipService memberships,
            DividendQueries queries,
            DividendBookings bookings,
            ProcedureTemplates procedures,
            RuleParameters parameters,
            JdbcClient database,
            Clock clock) {
        this.dividends = dividends;
        this.surpluses = surpluses;
        this.cooperatives = cooperatives;
        this.members = members;
        this.memberships = memberships;
        this.queries = queries;
        this.bookings = bookings;
        this.procedures = procedures;
        this.parameters = parameters;
        this.database = database;
        this.clock = clock;
    }

    /** Works it out, or works it out anew while it is a draft. */
    @PreAuthorize(MAY_WRITE)
    public void draft(Jurisdiction jurisdiction, Actor actor, DraftDividend command, @Nullable Long version) {
        var cooperative = cooperatives.find(jurisdiction, command.cooperative());
        if (!cooperative.active()) {
            throw new CooperativeNotFound(command.cooperative());
        }
        var known = dividends.findById(command.id(), jurisdiction);
        if (known.isPresent() && version == null) {
            return;
        }
        var today = LocalDate.now(clock);
        if (command.year() > today.getYear()
                || command.year() < cooperative.foundedOn().getYear()) {
            throw new DividendRefused("year", "no-year");
        }
        var ofBook = surpluses.ofBook(jurisdiction, cooperative.bookId(), command.year());
        if (ofBook != null && !ofBook.settled()) {
            throw new DividendRefused(null, "not-settled", command.year());
        }
        var typed = command.surplus();
        if (ofBook == null && typed == null) {
            throw new DividendRefused("surplus", "missing");
        }
        if (ofBook == null && command.basis().isEmpty()) {
            throw new DividendRefused("basis", "missing");
        }
        var year =
                new Earned(ofBook != null ? ofBook.surplus() : Objects.requireNonNull(typed), command.reservePercent());
        var least = parameters
                .parameter(LEAST, LocalDate.of(command.year(), 12, 31))
                .amount();
        var payout = Payout.of(
                year.distributable(),
                command.rule(),
                least,
                claims(jurisdiction, command.cooperative(), command.year()));
        if (payout.lines().isEmpty()) {
            throw new DividendRefused(null, "nobody");
        }
        var dividend = version == null
                ? new Dividend(command.id(), command.cooperative(), cooperative.place(), command.year())
                : find(jurisdiction, command.id(), version);
        if (dividend.getYear() != command.year()) {
            throw new DividendRefused("year", "other-year");
        }
        dividend.workOut(
                year,
                payout,
                command.rule(),
                least,
                ofBook != null ? Surpluses.BASIS : command.basis(),
                ofBook != null,
                Recorded.by(actor, clock.instant()));
        try {
            dividends.saveAndFlush(dividend);
        } catch (DataIntegrityViolationException another) {
            throw new DividendRefused("year", "year-taken");
        }
        write(jurisdiction, command.id(), cooperative.place(), payout.lines());
    }

    private List<Claim> claims(Jurisdiction jurisdiction, CooperativeId cooperative, int year) {
        return members.weights(jurisdiction, cooperative, year).stream()
                .map(weight -> new Claim(
                        weight.coopMemberId(),
                        weight.number(),
                        weight.name(),
                        weight.traded(),
                        weight.contributed(),
                        weight.reserve(),
                        weight.grants(),
                        weight.gifts(),
                        weight.shares(),
                        weight.mu()))
                .toList();
    }

    private void write(Jurisdiction jurisdiction, DividendId id, PlaceCode place, List<Payout.Line> lines) {
        database.sql("""
                update economy_dividend_line set returned = 0, shared = 0, guaranteed = 0
                  where dividend_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        database.sql("""
                insert into economy_dividend_line (dividend_id, coop_member_id, place_code, number, name, traded, contributed, reserve,
                    grants, gifts, shares, mu, returned, shared, guaranteed, paid_by, settled)
                  select :id, l.*, '', false from unnest(cast(:members as uuid[]), cast(:places as text[]), cast(:numbers as int[]),
                    cast(:names as text[]), cast(:traded as numeric[]), cast(:contributed as numeric[]), cast(:reserve as numeric[]),
                    cast(:grants as numeric[]), cast(:gifts as numeric[]), cast(:shares as numeric[]), cast(:mu as numeric[]),
                    cast(:returned as numeric[]), cast(:shared as numeric[]), cast(:guaranteed as numeric[])) l
                  on conflict (dividend_id, coop_member_id) do update set (number, name, traded, contributed, reserve, grants, gifts,
                    shares, mu, returned, shared, guaranteed) = row (excluded.number, excluded.name, excluded.traded,
                    excluded.contributed, excluded.reserve, excluded.grants, excluded.gifts, excluded.shares, excluded.mu,
                    excluded.returned, excluded.shared, excluded.guaranteed)
                """)
                .param("id", id.value())
                .param(
                        "members",
                        lines.stream().map(line -> line.claim().member()).toArray(UUID[]::new))
                .param("places", lines.stream().map(line -> place.value()).toArray(String[]::new))
                .param(
                        "numbers",
                        lines.stream().map(line -> line.claim().number()).toArray(Integer[]::new))
                .param("names", lines.stream().map(line -> line.claim().name()).toArray(String[]::new))
                .param("traded", each(lines, line -> line.claim().traded()))
                .param("contributed", each(lines, line -> line.claim().contributed()))
                .param("reserve", each(lines, line -> line.claim().reserve()))
                .param("grants", each(lines, line -> line.claim().grants()))
                .param("gifts", each(lines, line -> line.claim().gifts()))
                .param("shares", each(lines, line -> line.claim().shares()))
                .param("mu", each(lines, line -> line.claim().mu()))
                .param("returned", each(lines, line -> line.returned().yuan()))
                .param("shared", each(lines, line -> line.shared().yuan()))
                .param("guaranteed", each(lines, line -> line.guaranteed().yuan()))
                .update();
    }

    private static BigDecimal[] each(List<Payout.Line> lines, Function<Payout.Line, BigDecimal> what) {
        return lines.stream().map(what).toArray(BigDecimal[]::new);
    }

    /** Puts the plan where members can read it before they meet (art. 40). */
    @PreAuthorize(MAY_WRITE)
    public void display(Jurisdiction jurisdiction, DividendId id, long version, LocalDate on) {
        var dividend = find(jurisdiction, id, version);
        requirePast(on);
        dividend.display(on);
        dividends.saveAndFlush(dividend);
    }

    /**
     * The meeting decided, counted by the rule in force on its day. What went into the reserve is put to the names of members
     * (art. 42).
     *
     * @param voters how many members there are in all
     * @param note where the minutes are
     */
    @PreAuthorize(MAY_WRITE)
    public void decide(
            Jurisdiction jurisdiction,
            Actor actor,
            DividendId id,
            long version,
            LocalDate on,
            int voters,
            int attended,
            int votesFor,
            String note) {
        var dividend = find(jurisdiction, id, version);
        requirePast(on);
        var rule = procedures.voteRules(on).get(ASSEMBLY);
        if (rule == null) {
            throw new DividendRefused("on", "no-rule");
        }
        dividend.decide(
                new Meeting(on, voters, attended, votesFor, note),
                parameters.wholeNumber("economy.cooperative.display-days", on),
                rule);
        dividends.saveAndFlush(dividend);
        var reserved = new Money(dividend.getReserved());
        if (reserved.signum() > 0) {
            memberships.quantify(
                    jurisdiction,
                    actor,
                    id.value(),
                    dividend.getCooperative(),
                    dividend.getYear(),
                    QuotaKind.RESERVE,
                    QuotaWay.CONTRIBUTION,
                    reserved,
                    note);
        }
    }

    private void requirePast(LocalDate on) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new DividendRefused("on", "ahead");
        }
    }

    /**
     * Says who has the money. Where the distribution is booked, the payment is drafted as a voucher as well.
     *
     * @param member null for all that are not paid yet
     * @param from how the book pays
     */
    @PreAuthorize(MAY_WRITE)
    public void pay(
            Jurisdiction jurisdiction,
            Actor actor,
            DividendId id,
            long version,
            @Nullable CoopMemberId member,
            LocalDate on,
            PayFrom from) {
        var dividend = find(jurisdiction, id, version);
        requirePast(on);
        bookings.requireAccount(jurisdiction, queries.find(jurisdiction, id), from);
        var paid = queries.lines(jurisdiction, id).stream()
                .filter(line -> line.paidOn() == null
                        && !line.settled()
                        && (member == null || line.coopMemberId().equals(member.value())))
                .toList();
        var lines = database.sql("""
                update economy_dividend_line set paid_on = :on, paid_by = :holder
                  where dividend_id = :id and paid_on is null and not settled and returned + shared + guaranteed <> 0 and (cast(:member as uuid) is null or coop_member_id = :member)
                    and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("holder", actor.holder())
                .param("id", id.value())
                .param("member", member == null ? null : member.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (lines == 0) {
            throw new DividendStale(dividend.getYear());
        }
        dividend.pay(lines, on);
        dividends.saveAndFlush(dividend);
        bookings.pay(jurisdiction, actor, queries.find(jurisdiction, id), paid, on, from);
    }

    @PreAuthorize(MAY_WRITE)
    public void withdraw(Jurisdiction jurisdiction, DividendId id, long version, String reason) {
        var dividend = find(jurisdiction, id, version);
        dividend.withdraw(reason);
        dividends.saveAndFlush(dividend);
    }

    /**
     * Takes a decided list back by one with the same lines, negative. What was not paid needs no paying back;
     * vouchers of it have to be taken back first.
     */
    @PreAuthorize(MAY_WRITE)
    public void correct(
            Jurisdiction jurisdiction, Actor actor, DividendId id, long version, DividendId by, String reason) {
        var dividend = find(jurisdiction, id, version);
        bookings.requireNothingBooked(jurisdiction, id);
        var correction = dividend.correct(by, reason, Recorded.by(actor, clock.instant()));
        dividends.saveAndFlush(dividend);
        dividends.saveAndFlush(correction);
        database.sql("""
                insert into economy_dividend_line (dividend_id, coop_member_id, place_code, number, name, traded, contributed, reserve,
                    grants, gifts, shares, mu, returned, shared, guaranteed, paid_by, settled)
                  select :by, coop_member_id, place_code, number, name, traded, contributed, reserve, grants, gifts, shares, mu, - returned,
                      - shared, - guaranteed, '', paid_on is null
                    from economy_dividend_line where dividend_id = :id and returned + shared + guaranteed <> 0 and place_code >= :lo and place_code < :hi
                """)
                .param("by", by.value())
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (dividend.getReserved().signum() > 0) {
            memberships.takeBack(jurisdiction, actor, id.value(), by.value(), reason);
        }
    }

    private Dividend find(Jurisdiction jurisdiction, DividendId id, long version) {
        var dividend = dividends.findById(id, jurisdiction).orElseThrow(() -> new DividendNotFound(id));
        if (!Objects.equals(dividend.getVersion(), version)) {
            throw new DividendStale(dividend.getYear());
        }
        return dividend;
    }
}
