package io.qiangcun.economy.contract;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherQueries;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.testkit.PlaceFixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contracts of tests. */
@Component
public class ContractFixtures {

    private final LedgerFixtures ledger;
    private final ContractService contracts;
    private final ContractBookings bookings;
    private final ContractQueries queries;
    private final VoucherService vouchers;
    private final VoucherQueries voucherQueries;
    private final CurrentAccount current;

    ContractFixtures(
            LedgerFixtures ledger,
            ContractService contracts,
            ContractBookings bookings,
            ContractQueries queries,
            VoucherService vouchers,
            VoucherQueries voucherQueries,
            CurrentAccount current) {
        this.ledger = ledger;
        this.contracts = contracts;
        this.bookings = bookings;
        this.queries = queries;
        this.vouchers = vouchers;
        this.voucherQueries = voucherQueries;
        this.current = current;
    }

    static WriteContract lease(BookId book, String number, String object, String from, String until, String yearly) {
        return lease(book, number, object, from, until, yearly, 12);
    }

    static WriteContract lease(
            BookId book, String number, String object, String from, String until, String yearly, int every) {
        return new WriteContract(
                ContractId.next(),
                book,
                number,
                "Lease " + number,
                ContractKind.LEASE,
                PartyKind.OUTSIDE,
                "Miller",
                ObjectKind.BUILDING,
                object,
                null,
                LocalDate.parse("2026-01-01"),
                Money.ZERO,
                null,
                null,
                null,
                "",
                new Terms(
                        LocalDate.parse(from),
                        LocalDate.parse(until),
                        Money.of(yearly),
                        every,
                        PayTime.AHEAD,
                        BigDecimal.ZERO,
                        1));
    }

    ContractId written(PlaceCode village, WriteContract command) {
        ledger.run(village, () -> contracts.write(current.jurisdiction(), current.actor(), command));
        return command.id();
    }

    public ContractId inForce(PlaceCode village, WriteContract command) {
        written(village, command);
        ledger.run(village, () -> contracts.putInForce(current.jurisdiction(), command.id(), 0));
        return command.id();
    }

    ContractQueries.View view(PlaceCode village, ContractId id) {
        return ledger.at(village, () -> queries.find(current.jurisdiction(), id));
    }

    VoucherId booked(
            PlaceCode village, ContractId id, BookingStep step, @Nullable Integer seq, String on, String amount) {
        var voucher = VoucherId.next();
        ledger.run(
                village,
                () -> bookings.book(
                        current.jurisdiction(),
                        current.actor(),
                        id,
                        queries.find(current.jurisdiction(), id).version(),
                        new BookRent(
                                voucher,
                                step,
                                seq,
                                LocalDate.parse(on),
                                amount.isEmpty() ? null : Money.of(amount),
                                null,
                                1,
                                "Rent")));
        return voucher;
    }

    void posted(PlaceFixtures places, VoucherId voucher) {
        ledger.run(places.township(), () -> {
            vouchers.review(
                    current.jurisdiction(),
                    current.actor(),
                    voucher,
                    voucherQueries.find(current.jurisdiction(), voucher).version());
            vouchers.post(
                    current.jurisdiction(),
                    current.actor(),
                    voucher,
                    voucherQueries.find(current.jurisdiction(), voucher).version());
        });
    }
}
