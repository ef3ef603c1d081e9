package io.qiangcun.economy.distribution;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.ProcedureTemplates;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.core.procedure.TallyImpossible;
import io.qiangcun.core.procedure.VoteRule;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.distribution.DistributionQueries.Accounts;
import io.qiangcun.economy.distribution.DistributionQueries.Booking;
import io.qiangcun.economy.distribution.DistributionQueries.Part;
import io.qiangcun.economy.distribution.DistributionQueries.Row;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherRefused;
import io.qiangcun.economy.voucher.VoucherService;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the result of a year from the proposal that members can read to what they were paid. What is booked is drafted and
 * looked over like any other voucher.
 */
@Service
@Transactional
public class Distributions {

    /** Who may decide (《农村集体经济组织法》第二十六条、第二十八条). */
    public static final List<String> BODIES = List.of("core.collective-assembly", "core.collective-representatives");

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_DISTRIBUTIONS + "')";
    private static final int BATCH = 1_000;

    private final DistributionQueries queries;
    private final BookQueries books;
    private final VoucherService vouchers;
    private final ProcedureTemplates procedures;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Distributions(
            DistributionQueries queries,
            BookQueries books,
            VoucherService vouchers,
            ProcedureTemplates procedures,
            RuleParameters parameters,
            JdbcClient database,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.books = books;
        this.vouchers = vouchers;
        this.procedures = procedures;
        this.parameters = parameters;
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Says what is to be done with the result of a year.
     *
     * @param covered reserve that covers losses, nought for none
     * @param percent of the reserve, by the articles of association, from 0 to 100
     * @param othersTo who the others are; empty if and only if they get nothing
     * @param shownOn since when the members can read it
     */
    public record Propose(
            DistributionId id,
            BookId book,
            int year,
            Money covered,
            BigDecimal percent,
            Money members,
            Money others,
            String othersTo,
            LocalDate shownOn,
            String remarks) {}

    /** Once, however often sent. The result has to stand: income and expenses transferred, no voucher waiting. */
    @PreAuthorize(MAY_WRITE)
    public void propose(Jurisdiction jurisdiction, Actor actor, Propose command) {
        if (queries.find(jurisdiction, command.id()).isPresent()) {
            return;
        }
        var book = books.find(jurisdiction, command.book()).orElseThrow(() -> new BookNotFound(command.book()));
        if (queries.accounts(jurisdiction, command.book()).isEmpty()) {
            throw new DistributionRefused(null, "other-regime", book.regimeName());
        }
        var year = queries.result(jurisdiction, command.book(), command.year());
        if (year.waiting() > 0) {
            throw new DistributionRefused(null, "vouchers-wait", year.waiting());
        }
        if (!year.transferred()) {
            throw new DistributionRefused(null, "not-transferred", command.year());
        }
        var shares = queries.shares(jurisdiction, command.book(), LocalDate.of(command.year(), 12, 31));
        var sum = shares.stream().map(Share::shares).reduce(BigDecimal.ZERO, BigDecimal::add);
        var plan = new Plan(year.result(), command.covered(), command.percent(), command.members(), command.others());
        var problems = new ArrayList<>(plan.problems(sum));
        if (command.shownOn().isAfter(LocalDate.now(clock))) {
            problems.add(DistributionRefused.at("shownOn", "shown-ahead"));
        }
        if (!command.others().isZero() && command.othersTo().isBlank()) {
            problems.add(DistributionRefused.at("othersTo", "to-whom"));
        }
        if (!problems.isEmpty()) {
            throw new DistributionRefused(problems);
        }
        try {
            insert(actor, book.place(), command, plan, command.members().isZero() ? BigDecimal.ZERO : sum);
        } catch (DuplicateKeyException another) {
            throw new DistributionRefused(null, "once", command.year());
        }
        if (!command.members().isZero()) {
            insertParts(command, book.place(), shares);
        }
        events.publishEvent(new DistributionShown(command.id(), command.year(), book.place()));
    }

    private void insert(Actor actor, PlaceCode place, Propose command, Plan plan, BigDecimal shares) {
        database.sql("""
                insert into economy_distribution (distribution_id, book_id, place_code, year, state, earned, brought, covered,
                  reserve_percent, reserve, members, others, others_to, kept, shares, remarks, shown_on, recorded_at, recorded_by,
                  recorded_by_person)
                values (:id, :book, :place, :year, 'SHOWN', :earned, :brought, :covered, :percent, :reserve, :members, :others,
                  :others_to, :kept, :shares, :remarks, :shown_on, :at, :by, :person)
                """)
                .param("id", command.id().value())
                .param("book", command.book().value())
                .param("place", place.value())
                .param("year", command.year())
                .param("earned", plan.result().earned().yuan())
                .param("brought", plan.result().brought().yuan())
                .param("covered", plan.covered().yuan())
                .param("percent", plan.percent())
                .param("reserve", plan.reserve().yuan())
                .param("members", plan.members().yuan())
                .param("others", plan.others().yuan())
                .param("others_to", command.others().isZero() ? "" : command.othersTo())
                .param("kept", plan.kept().yuan())
                .param("shares", shares)
                .param("remarks", command.remarks())
                .param("shown_on", command.shownOn())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", actor.login())
                .param("person", actor.holder())
                .update();
    }

    private record Numbered(int line, Share share, Money amount) {}

    private void insertParts(Propose command, PlaceCode place, List<Share> shares) {
        var amounts =
                command.members().shareBy(shares.stream().map(Share::shares).toList());
        var numbered = new ArrayList<Numbered>();
        for (var at = 0; at < shares.size(); at++) {
            numbered.add(new Numbered(at + 1, shares.get(at), amounts.get(at)));
        }
        batches.batchUpdate("""
                insert into economy_distribution_part (distribution_id, line_no, place_code, holder, shares, amount)
                values (?, ?, ?, ?, ?, ?)
                """, numbered, BATCH, (row, part) -> {
            row.setObject(1, command.id().value());
            row.setInt(2, part.line());
            row.setString(3, place.value());
            row.setString(4, part.share().holder());
            row.setBigDecimal(5, part.share().shares());
            row.setBigDecimal(6, part.amount().yuan());
        });
    }

    /**
     * What the members decided.
     *
     * @param body one of {@link #BODIES}
     * @param members all who belong to the body
     * @param minutes where they are
     */
    public record Decide(LocalDate on, String body, int members, int present, int yes, String minutes) {}

    /** The first day on which the members may vote on a plan, by the days they have to read. */
    public LocalDate decidableFrom(LocalDate shownOn) {
        return shownOn.plusDays(daysToRead(shownOn));
    }

    private int daysToRead(LocalDate on) {
        return parameters.wholeNumber("economy.distribution.shown-days", on);
    }

    /** The vote is counted by the rule in force on the day; the members must have had time to read. */
    @PreAuthorize(MAY_WRITE)
    public void decide(Jurisdiction jurisdiction, DistributionId id, Decide command) {
        var distribution = inState(jurisdiction, id, DistributionState.SHOWN);
        var problems = new ArrayList<Problem>();
        var days = daysToRead(command.on());
        if (command.on().isAfter(LocalDate.now(clock))) {
            problems.add(DistributionRefused.at("on", "decided-ahead"));
        } else if (command.on().isBefore(distribution.shownOn().plusDays(days))) {
            problems.add(DistributionRefused.at(
                    "on",
                    "shown-too-short",
                    days,
                    distribution.shownOn(),
                    distribution.shownOn().plusDays(days)));
        }
        problems.addAll(votes(command));
        if (!problems.isEmpty()) {
            throw new DistributionRefused(problems);
        }
        update(jurisdiction, id, DistributionState.SHOWN, """
                update economy_distribution set state = 'DECIDED', decided_on = :on, vote_rule = :rule, tally_members = :members,
                  tally_present = :present, tally_yes = :yes, minutes = :minutes
                """)
                .param("on", command.on())
                .param("rule", command.body())
                .param("members", command.members())
                .param("present", command.present())
                .param("yes", command.yes())
                .param("minutes", command.minutes())
                .update();
        events.publishEvent(new DistributionDecided(id, distribution.year(), distribution.place()));
    }

    /** Bodies with the rules they count by on a day. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public List<VoteRule> bodies(LocalDate on) {
        var rules = procedures.voteRules(on);
        return BODIES.stream().filter(rules::containsKey).map(rules::get).toList();
    }

    private List<Problem> votes(Decide command) {
        var rule = procedures.voteRules(command.on()).get(command.body());
        if (rule == null || !BODIES.contains(command.body())) {
            return List.of(DistributionRefused.at("body", "no-body"));
        }
        try {
            var tally = new Tally(
                    command.members(),
                    command.members(),
                    command.present(),
                    0,
                    command.yes(),
                    0,
                    Math.max(0, command.present() - command.yes()));
            if (!rule.isQuorate(tally)) {
                return List.of(DistributionRefused.at(
                        "present", "not-quorate", rule.attendanceNeeded(tally), rule.body(), rule.basisText()));
            }
            return rule.passes(tally)
                    ? List.of()
                    : List.of(DistributionRefused.at(
                            "yes", "not-passed", rule.votesNeeded(tally), rule.body(), rule.basisText()));
        } catch (TallyImpossible no) {
            return List.copyOf(no.problems());
        }
    }

    /** It stays with the reason; the year can be proposed anew. What vouchers already book has to be taken back first. */
    @PreAuthorize(MAY_WRITE)
    public void drop(Jurisdiction jurisdiction, DistributionId id, String reason) {
        var distribution = find(jurisdiction, id);
        if (distribution.state() == DistributionState.DROPPED) {
            return;
        }
        requireNothingBooked(jurisdiction, id);
        update(
                        jurisdiction,
                        id,
                        distribution.state(),
                        "update economy_distribution set state = 'DROPPED', dropped_reason = :reason")
                .param("reason", reason)
                .update();
        events.publishEvent(new DistributionDropped(id, distribution.year(), reason, distribution.place()));
    }

    /** What vouchers say they are for. */
    public record Words(String covered, String shared, String cleared, String paid) {}

    /**
     * Drafts and submits what books the decision: into December while it is open, else on the day of the decision. Again only
     * if what was drafted before is void or taken back.
     *
     * @param sheets how many receipts are attached, at least the minutes
     */
    @PreAuthorize(MAY_WRITE)
    public void book(Jurisdiction jurisdiction, Actor actor, DistributionId id, int sheets, Words words) {
        var distribution = find(jurisdiction, id);
        if (distribution.state() != DistributionState.DECIDED && distribution.state() != DistributionState.BOOKED) {
            throw new DistributionRefused(null, "not-decided");
        }
        requireNothingBooked(jurisdiction, id);
        var accounts = queries.accounts(jurisdiction, distribution.book())
                .orElseThrow(() -> new DistributionRefused(null, "other-regime", ""));
        var on = day(jurisdiction, distribution);
        write(
                jurisdiction,
                actor,
                distribution,
                "COVERED",
                on,
                sheets,
                words.covered(),
                covering(accounts, distribution));
        write(
                jurisdiction,
                actor,
                distribution,
                "SHARED",
                on,
                sheets,
                words.shared(),
                sharing(accounts, distribution, queries.parts(jurisdiction, id)));
        write(
                jurisdiction,
                actor,
                distribution,
                "CLEARED",
                on,
                sheets,
                words.cleared(),
                clearing(accounts, distribution));
        update(jurisdiction, id, distribution.state(), "update economy_distribution set state = 'BOOKED'")
                .update();
        events.publishEvent(new DistributionBooked(id, distribution.year(), distribution.place()));
    }

    private LocalDate day(Jurisdiction jurisdiction, Row distribution) {
        return books.isOpen(jurisdiction, distribution.book(), YearMonth.of(distribution.year(), 12))
                ? LocalDate.of(distribution.year(), 12, 31)
                : java.util.Objects.requireNonNull(distribution.decidedOn());
    }

    private static List<DraftVoucher.Line> covering(Accounts accounts, Row distribution) {
        var amount = new Money(distribution.covered());
        return amount.isZero()
                ? List.of()
                : List.of(
                        line(accounts.reserveAccount(), null, Side.DEBIT, amount),
                        line(accounts.undistributedAccount(), null, Side.CREDIT, amount));
    }

    private static List<DraftVoucher.Line> sharing(Accounts accounts, Row distribution, List<Part> parts) {
        var lines = new ArrayList<DraftVoucher.Line>();
        var all = handedOut(distribution);
        if (all.isZero()) {
            return lines;
        }
        lines.add(line(accounts.distributionAccount(), null, Side.DEBIT, all));
        if (distribution.reserve().signum() > 0) {
            lines.add(line(accounts.reserveAccount(), null, Side.CREDIT, new Money(distribution.reserve())));
        }
        parts.stream()
                .filter(part -> part.amount().signum() > 0)
                .forEach(part -> lines.add(
                        line(accounts.memberAccount(), part.holder(), Side.CREDIT, new Money(part.amount()))));
        if (distribution.others().signum() > 0) {
            lines.add(line(
                    accounts.creditorAccount(),
                    distribution.othersTo(),
                    Side.CREDIT,
                    new Money(distribution.others())));
        }
        return lines;
    }

    private static List<DraftVoucher.Line> clearing(Accounts accounts, Row distribution) {
        var all = handedOut(distribution);
        return all.isZero()
                ? List.of()
                : List.of(
                        line(accounts.undistributedAccount(), null, Side.DEBIT, all),
                        line(accounts.distributionAccount(), null, Side.CREDIT, all));
    }

    private static Money handedOut(Row distribution) {
        return new Money(distribution.reserve().add(distribution.members()).add(distribution.others()));
    }

    /**
     * Pays members.
     *
     * @param voucher its id travels with the form
     * @param lines the numbers of those who are paid
     * @param account from which account
     * @param sheets receipts, at least the signed list
     */
    public record Pay(VoucherId voucher, Set<Integer> lines, LocalDate on, AccountCode account, int sheets) {}

    /** One voucher for all of them; whom it pays is not paid again while it counts or waits. */
    @PreAuthorize(MAY_WRITE)
    public void pay(Jurisdiction jurisdiction, Actor actor, DistributionId id, Pay command, String summary) {
        var distribution = inState(jurisdiction, id, DistributionState.BOOKED);
        if (!vouchers.isNew(jurisdiction, command.voucher())) {
            return;
        }
        var paid = queries.parts(jurisdiction, id).stream()
                .filter(part -> command.lines().contains(part.lineNo()) && part.isOpen())
                .toList();
        if (paid.isEmpty()) {
            throw new DistributionRefused(null, "nobody");
        }
        if (queries.money(jurisdiction, distribution.book()).stream()
                .noneMatch(money -> money.code().equals(command.account().value()))) {
            throw new DistributionRefused("account", "no-account");
        }
        var accounts = queries.accounts(jurisdiction, distribution.book()).orElseThrow();
        var lines = new ArrayList<DraftVoucher.Line>();
        paid.forEach(
                part -> lines.add(line(accounts.memberAccount(), part.holder(), Side.DEBIT, new Money(part.amount()))));
        lines.add(line(
                command.account().value(),
                null,
                Side.CREDIT,
                Money.sum(paid.stream().map(part -> new Money(part.amount())).toList())));
        written(
                jurisdiction,
                actor,
                distribution,
                "PAID",
                new DraftVoucher(
                        command.voucher(),
                        distribution.book(),
                        command.on(),
                        VoucherKind.NORMAL,
                        summary,
                        command.sheets(),
                        null,
                        lines));
        database.sql("""
                update economy_distribution_part set paid_by = :voucher
                where distribution_id = :id and line_no in (:lines) and place_code >= :lo and place_code < :hi
                """)
                .param("voucher", command.voucher().value())
                .param("id", id.value())
                .param("lines", paid.stream().map(Part::lineNo).toList())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        events.publishEvent(new DistributionPaid(id, paid.size(), distribution.place()));
    }

    private void write(
            Jurisdiction jurisdiction,
            Actor actor,
            Row distribution,
            String step,
            LocalDate on,
            int sheets,
            String summary,
            List<DraftVoucher.Line> lines) {
        if (!lines.isEmpty()) {
            written(
                    jurisdiction,
                    actor,
                    distribution,
                    step,
                    new DraftVoucher(
                            VoucherId.next(),
                            distribution.book(),
                            on,
                            VoucherKind.DISTRIBUTION,
                            summary,
                            sheets,
                            null,
                            lines));
        }
    }

    private void written(Jurisdiction jurisdiction, Actor actor, Row distribution, String step, DraftVoucher voucher) {
        try {
            vouchers.write(jurisdiction, actor, voucher);
        } catch (VoucherRefused no) {
            throw new DistributionRefused(no.problems().stream()
                    .map(problem -> new Problem(
                            "dated".equals(problem.field()) ? "on" : "sheets".equals(problem.field()) ? "sheets" : null,
                            problem.messageKey(),
                            problem.arguments()))
                    .toList());
        }
        database.sql("""
                insert into economy_distribution_voucher (distribution_id, place_code, step, voucher_id)
                values (:id, :place, :step, :voucher)
                """)
                .param("id", distribution.distributionId())
                .param("place", distribution.placeCode())
                .param("step", step)
                .param("voucher", voucher.id().value())
                .update();
    }

    private static DraftVoucher.Line line(String account, @Nullable String detail, Side side, Money amount) {
        return new DraftVoucher.Line(new AccountCode(account), detail, side, amount, "");
    }

    private void requireNothingBooked(Jurisdiction jurisdiction, DistributionId id) {
        if (queries.bookings(jurisdiction, id).stream().anyMatch(Booking::live)) {
            throw new DistributionRefused(null, "booked");
        }
    }

    private Row find(Jurisdiction jurisdiction, DistributionId id) {
        return queries.find(jurisdiction, id).orElseThrow(() -> new DistributionNotFound(id));
    }

    private Row inState(Jurisdiction jurisdiction, DistributionId id, DistributionState state) {
        var distribution = find(jurisdiction, id);
        if (distribution.state() != state) {
            throw new DistributionRefused(null, "meanwhile");
        }
        return distribution;
    }

    private JdbcClient.StatementSpec update(
            Jurisdiction jurisdiction, DistributionId id, DistributionState from, String sql) {
        return database.sql(sql
                        + " where distribution_id = :id and state = :from and place_code >= :lo and place_code < :hi")
                .param("id", id.value())
                .param("from", from.name())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi());
    }
}
