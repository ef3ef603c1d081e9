package io.qiangcun.economy.contract;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.Side;
import io.qiangcun.economy.contract.ContractQueries.Booking;
import io.qiangcun.economy.contract.ContractQueries.Choice;
import io.qiangcun.economy.contract.ContractQueries.Due;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherRefused;
import io.qiangcun.economy.voucher.VoucherService;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what contracts come to: claims, receipts, income of later years, deposits. Each is a voucher like any other, drafted by
 * whoever records it and looked over by somebody else; it counts for the contract when it counts in the book.
 */
@Service
@Transactional
public class ContractBookings {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_CONTRACTS + "')";

    private final Contracts contracts;
    private final ContractQueries queries;
    private final VoucherService vouchers;
    private final JdbcClient database;
    private final Clock clock;

    ContractBookings(
            Contracts contracts, ContractQueries queries, VoucherService vouchers, JdbcClient database, Clock clock) {
        this.contracts = contracts;
        this.queries = queries;
        this.vouchers = vouchers;
        this.database = database;
        this.clock = clock;
    }

    /** A line in the making, and what it says of the contract. */
    private record Entry(List<DraftVoucher.Line> lines, List<Said> said) {}

    private record Said(
            @Nullable Integer seq,
            BookingStep step,
            @Nullable Integer year,
            Money amount) {}

    /** Drafts the voucher, and submits it if something is attached. The same form sent twice books once. */
    @PreAuthorize(MAY_WRITE)
    public void book(Jurisdiction jurisdiction, Actor actor, ContractId id, long version, BookRent command) {
        if (!vouchers.isNew(jurisdiction, command.voucher())) {
            return;
        }
        var contract = contracts.findById(id, jurisdiction).orElseThrow(() -> new ContractNotFound(id));
        if (!Objects.equals(contract.getVersion(), version)) {
            throw new ContractStale(contract.getName());
        }
        var books = new Books(contract, queries.parts(jurisdiction, contract.getBook()));
        var entry =
                switch (command.step()) {
                    case BILLED -> bill(books, due(jurisdiction, id, command), command.on());
                    case RECEIVED -> receive(books, due(jurisdiction, id, command), command);
                    case RELEASED ->
                        release(
                                books,
                                queries.dues(jurisdiction, id),
                                queries.bookings(jurisdiction, id),
                                command.on().getYear());
                    case DEPOSIT_TAKEN -> take(books, queries.bookings(jurisdiction, id), command);
                    case DEPOSIT_RETURNED -> giveBack(books, queries.bookings(jurisdiction, id), command);
                };
        contract.booked(command.step(), command.voucher());
        contracts.saveAndFlush(contract);
        draft(jurisdiction, actor, contract, command, entry.lines());
        var recorded = Recorded.by(actor, clock.instant());
        entry.said().forEach(said -> insert(contract, command, said, recorded));
    }

    private void draft(
            Jurisdiction jurisdiction,
            Actor actor,
            Contract contract,
            BookRent command,
            List<DraftVoucher.Line> lines) {
        try {
            vouchers.draft(
                    jurisdiction,
                    actor,
                    new DraftVoucher(
                            command.voucher(),
                            contract.getBook(),
                            command.on(),
                            VoucherKind.NORMAL,
                            command.summary(),
                            command.sheets(),
                            null,
                            lines));
        } catch (VoucherRefused no) {
            throw new ContractRefused(no.problems().stream()
                    .map(problem -> new Problem(
                            "dated".equals(problem.field()) ? "on" : null, problem.messageKey(), problem.arguments()))
                    .toList());
        }
        if (command.sheets() > 0) {
            vouchers.submit(jurisdiction, command.voucher(), 0);
        }
    }

    /** Accounts of a contract. */
    private record Books(Contract contract, Map<String, Choice> parts) {

        DraftVoucher.Line line(String part, Side side, Money amount) {
            var account = Objects.requireNonNull(parts.get(part), part);
            return line(
                    account.account(),
                    side,
                    amount,
                    account.detailed() ? contract.getParty() + account.suffix() : null);
        }

        DraftVoucher.Line line(AccountCode account, Side side, Money amount, @Nullable String detail) {
            return new DraftVoucher.Line(account, detail, side, amount, "");
        }

        DraftVoucher.Line income(Money amount) {
            return line(contract.getIncomeAccount(), Side.CREDIT, amount, null);
        }

        String owed() {
            return contract.getPartyKind() == PartyKind.MEMBER ? "OWED_MEMBER" : "OWED_OUTSIDE";
        }
    }

    private static Entry bill(Books books, Due due, LocalDate on) {
        if (due.billed() || due.isDropped()) {
            throw new ContractRefused(null, "billed");
        }
        var amount = new Money(due.amount());
        var lines = new ArrayList<DraftVoucher.Line>();
        lines.add(books.line(books.owed(), Side.DEBIT, amount));
        lines.addAll(earned(books, due, on));
        return new Entry(lines, List.of(new Said(due.seq(), BookingStep.BILLED, null, amount)));
    }

    /** Income up to the year of the voucher; what belongs to later years waits for them. */
    private static List<DraftVoucher.Line> earned(Books books, Due due, LocalDate on) {
        var years = due.instalment().byYear();
        var now = Money.sum(List.copyOf(years.headMap(on.getYear() + 1).values()));
        var later = Money.sum(List.copyOf(years.tailMap(on.getYear() + 1).values()));
        var lines = new ArrayList<DraftVoucher.Line>();
        if (!now.isZero()) {
            lines.add(books.income(now));
        }
        if (!later.isZero()) {
            lines.add(books.line("AHEAD", Side.CREDIT, later));
        }
        return lines;
    }

    /** Of a claim, or at once: then what is not paid becomes the claim. */
    private static Entry receive(Books books, Due due, BookRent command) {
        var open = new Money(due.receivable());
        var amount = Objects.requireNonNullElse(command.amount(), open);
        if (due.isDropped() || amount.signum() <= 0 || amount.compareTo(open) > 0) {
            throw new ContractRefused("amount", "more-than-due", open);
        }
        var lines = new ArrayList<DraftVoucher.Line>();
        lines.add(money(books, command, Side.DEBIT, amount));
        if (due.billed()) {
            lines.add(books.line(books.owed(), Side.CREDIT, amount));
            return new Entry(lines, List.of(new Said(due.seq(), BookingStep.RECEIVED, null, amount)));
        }
        var whole = new Money(due.amount());
        var rest = whole.minus(amount);
        if (!rest.isZero()) {
            lines.add(books.line(books.owed(), Side.DEBIT, rest));
        }
        lines.addAll(earned(books, due, command.on()));
        return new Entry(
                lines,
                List.of(
                        new Said(due.seq(), BookingStep.BILLED, null, whole),
                        new Said(due.seq(), BookingStep.RECEIVED, null, amount)));
    }

    private static DraftVoucher.Line money(Books books, BookRent command, Side side, Money amount) {
        var chosen = command.money();
        return chosen == null ? books.line("BANK", side, amount) : books.line(chosen, side, amount, null);
    }

    private static Entry release(Books books, List<Due> dues, List<Booking> bookings, int year) {
        var said = releasable(dues, bookings, year);
        if (said.isEmpty()) {
            throw new ContractRefused(null, "nothing-ahead");
        }
        var sum = Money.sum(said.stream().map(Said::amount).toList());
        return new Entry(List.of(books.line("AHEAD", Side.DEBIT, sum), books.income(sum)), said);
    }

    /** What was billed in an earlier year for this one, and is not its income yet. */
    private static List<Said> releasable(List<Due> dues, List<Booking> bookings, int until) {
        var live = bookings.stream()
                .filter(booking -> booking.counts() || booking.waits())
                .toList();
        var done = new HashSet<String>();
        live.stream()
                .filter(booking -> booking.step() == BookingStep.RELEASED)
                .forEach(booking -> done.add(booking.seq() + ":" + booking.year()));
        var said = new ArrayList<Said>();
        for (var due : dues) {
            live.stream()
                    .filter(booking -> booking.step() == BookingStep.BILLED && Objects.equals(booking.seq(), due.seq()))
                    .findFirst()
                    .ifPresent(billed -> due.instalment().byYear().forEach((year, amount) -> {
                        if (year > billed.bookedOn().getYear()
                                && year <= until
                                && !amount.isZero()
                                && !done.contains(due.seq() + ":" + year)) {
                            said.add(new Said(due.seq(), BookingStep.RELEASED, year, amount));
                        }
                    }));
        }
        return said;
    }

    /** What of it would become income of the year now. */
    public static Money releasableSum(List<Due> dues, List<Booking> bookings, int year) {
        return Money.sum(
                releasable(dues, bookings, year).stream().map(Said::amount).toList());
    }

    /** What of the deposit is in hand, or on its way. */
    public static Money deposit(List<Booking> bookings) {
        return depositOf(bookings, BookingStep.DEPOSIT_TAKEN).minus(depositOf(bookings, BookingStep.DEPOSIT_RETURNED));
    }

    private static Money depositOf(List<Booking> bookings, BookingStep step) {
        return Money.sum(bookings.stream()
                .filter(booking -> booking.step() == step && (booking.counts() || booking.waits()))
                .map(booking -> new Money(booking.amount()))
                .toList());
    }

    private static Entry take(Books books, List<Booking> bookings, BookRent command) {
        var open = new Money(books.contract().getDeposit()).minus(depositOf(bookings, BookingStep.DEPOSIT_TAKEN));
        var amount = upTo(open, command);
        return new Entry(
                List.of(money(books, command, Side.DEBIT, amount), books.line("DEPOSIT", Side.CREDIT, amount)),
                List.of(new Said(null, BookingStep.DEPOSIT_TAKEN, null, amount)));
    }

    private static Entry giveBack(Books books, List<Booking> bookings, BookRent command) {
        var amount = upTo(deposit(bookings), command);
        return new Entry(
                List.of(books.line("DEPOSIT", Side.DEBIT, amount), money(books, command, Side.CREDIT, amount)),
                List.of(new Said(null, BookingStep.DEPOSIT_RETURNED, null, amount)));
    }

    private static Money upTo(Money open, BookRent command) {
        var amount = Objects.requireNonNullElse(command.amount(), open);
        if (amount.signum() <= 0 || amount.compareTo(open) > 0) {
            throw new ContractRefused("amount", "more-than-due", open);
        }
        return amount;
    }

    private Due due(Jurisdiction jurisdiction, ContractId id, BookRent command) {
        return queries.dues(jurisdiction, id).stream()
                .filter(due -> Objects.equals(due.seq(), command.seq()))
                .findFirst()
                .orElseThrow(() -> new ContractNotFound(id + "/" + command.seq()));
    }

    private void insert(Contract contract, BookRent command, Said said, Recorded recorded) {
        database.sql("""
                insert into economy_contract_booking (booking_id, contract_id, place_code, seq, step, year, amount, booked_on,
                  voucher_id, recorded_at, recorded_by, recorded_by_person)
                values (:id, :contract, :place, :seq, :step, :year, :amount, :on, :voucher, :at, :by, :person)
                """)
                .param("id", UUID.randomUUID())
                .param("contract", contract.getId().value())
                .param("place", contract.placeCode().value())
                .param("seq", said.seq())
                .param("step", said.step().name())
                .param("year", said.year())
                .param("amount", said.amount().yuan())
                .param("on", command.on())
                .param("voucher", command.voucher().value())
                .param("at", Timestamp.from(recorded.at()))
                .param("by", recorded.post())
                .param("person", recorded.person())
                .update();
    }
}
