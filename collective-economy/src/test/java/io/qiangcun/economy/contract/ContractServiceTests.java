package io.qiangcun.economy.contract;

import static io.qiangcun.economy.contract.ContractFixtures.lease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.contract.ContractQueries.Due;
import io.qiangcun.economy.money.Money;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Contracts and the books. Today is 16 November 2026. */
@ApplicationTest
class ContractServiceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    ContractFixtures contracts;

    @Autowired
    ContractService service;

    @Autowired
    ContractQueries queries;

    @Autowired
    VoucherService vouchers;

    @Autowired
    CurrentAccount current;

    @Autowired
    ObjectProvider<WarningRule> rules;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private PlaceFixtures places;
    private PlaceCode village;
    private BookId book;

    @BeforeEach
    void open() {
        places = ledger.county();
        village = places.east();
        book = ledger.bookOf(places, village);
    }

    private List<Due> dues(ContractId id) {
        return ledger.at(village, () -> queries.dues(current.jurisdiction(), id));
    }

    private long version(ContractId id) {
        return contracts.view(village, id).version();
    }

    @Test
    void whatIsInForceIsDueFromItsFirstDayOn() {
        var id = contracts.inForce(village, lease(book, "1", "Mill", "2026-01-01", "2027-12-31", "12000", 6));

        assertThat(dues(id))
                .extracting(Due::dueOn)
                .containsExactly(
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2026-07-01"),
                        LocalDate.parse("2027-01-01"),
                        LocalDate.parse("2027-07-01"));
        assertThat(contracts.view(village, id).arrears()).isEqualByComparingTo("12000");
    }

    @Test
    void rentCountsWhenItsVoucherIsPostedAndNoMoreWhenThatIsTakenBack() {
        var id = contracts.inForce(village, lease(book, "1", "Mill", "2026-01-01", "2026-12-31", "12000"));

        var voucher = contracts.booked(village, id, BookingStep.RECEIVED, 1, "2026-11-02", "12000");
        assertThat(contracts.view(village, id).arrears()).isEqualByComparingTo("12000");
        assertThat(dues(id).get(0).paying()).isEqualByComparingTo("12000");

        contracts.posted(places, voucher);
        assertThat(contracts.view(village, id).arrears()).isEqualByComparingTo("0");
        assertThat(contracts.view(village, id).paidUpTo()).isEqualTo("2026-12-31");
        assertThat(ledger.balance(village, book, "102", 2026)).isEqualByComparingTo("12000");
        assertThat(ledger.balance(village, book, "501", 2026)).isEqualByComparingTo("-12000");

        var red = VoucherId.next();
        ledger.run(village, () -> {
            vouchers.takeBack(current.jurisdiction(), current.actor(), voucher, red, TODAY, "Wrong");
            vouchers.submit(current.jurisdiction(), red, 0);
        });
        contracts.posted(places, red);
        assertThat(contracts.view(village, id).arrears()).isEqualByComparingTo("12000");
        assertThat(dues(id).get(0).isUntouched()).isTrue();
    }

    @Test
    void whatIsPaidByPartsLeavesAClaimAgainstTheOtherSide() {
        var id = contracts.inForce(village, lease(book, "1", "Mill", "2026-01-01", "2026-12-31", "12000"));

        contracts.posted(places, contracts.booked(village, id, BookingStep.RECEIVED, 1, "2026-11-02", "5000"));
        assertThat(ledger.balance(village, book, "112", 2026)).isEqualByComparingTo("7000");
        assertThatThrownBy(() -> contracts.booked(village, id, BookingStep.RECEIVED, 1, "2026-11-03", "7000.01"))
                .isInstanceOf(ContractRefused.class);
        contracts.posted(places, contracts.booked(village, id, BookingStep.RECEIVED, 1, "2026-11-03", ""));

        assertThat(ledger.balance(village, book, "112", 2026)).isEqualByComparingTo("0");
        assertThat(ledger.balance(village, book, "501", 2026)).isEqualByComparingTo("-12000");
    }

    @Test
    void moneyOfLaterYearsWaitsForThem() {
        var id = contracts.inForce(village, lease(book, "1", "Mill", "2026-07-01", "2028-06-30", "3650", 0));
        var whole = dues(id).get(0);
        var years = List.copyOf(whole.instalment().byYear().values());

        contracts.posted(places, contracts.booked(village, id, BookingStep.RECEIVED, 1, "2026-11-02", ""));

        assertThat(ledger.balance(village, book, "501", 2026).negate())
                .isEqualByComparingTo(years.get(0).yuan());
        assertThat(ledger.balance(village, book, "211", 2026).negate())
                .isEqualByComparingTo(whole.amount().subtract(years.get(0).yuan()));
        var booked = ledger.at(village, () -> queries.bookings(current.jurisdiction(), id));
        assertThat(ContractBookings.releasableSum(dues(id), booked, 2026)).isEqualTo(Money.ZERO);
        assertThat(ContractBookings.releasableSum(dues(id), booked, 2028))
                .isEqualTo(years.get(1).plus(years.get(2)));
    }

    @Test
    void oneThingIsGivenAwayOnceAtATime() {
        contracts.inForce(village, lease(book, "1", "Mill", "2026-01-01", "2026-12-31", "100"));
        var second = contracts.written(village, lease(book, "2", "Mill", "2026-12-31", "2027-12-31", "100"));
        var later = contracts.written(village, lease(book, "3", "Mill", "2027-01-01", "2027-12-31", "100"));

        assertThatThrownBy(() -> ledger.run(village, () -> service.putInForce(current.jurisdiction(), second, 0)))
                .isInstanceOf(ContractRefused.class);
        ledger.run(village, () -> service.putInForce(current.jurisdiction(), later, 0));
        assertThatThrownBy(() -> contracts.written(village, lease(book, "3", "Barn", "2026-01-01", "2026-12-31", "1")))
                .isInstanceOf(ContractRefused.class);
    }

    @Test
    void whatIsAgreedAnewReplacesWhatWasNotBooked() {
        var id = contracts.inForce(village, lease(book, "1", "Mill", "2026-01-01", "2027-12-31", "12000", 6));
        contracts.posted(places, contracts.booked(village, id, BookingStep.RECEIVED, 1, "2026-11-02", ""));

        assertThatThrownBy(() -> amend(id, "2026-01-01")).isInstanceOf(ContractRefused.class);
        assertThatThrownBy(() -> amend(id, "2026-08-01")).isInstanceOf(ContractRefused.class);
        amend(id, "2027-01-01");

        assertThat(dues(id))
                .filteredOn(due -> !due.isDropped())
                .extracting(due -> due.fromOn() + " " + due.amount())
                .containsExactly(
                        "2026-01-01 6000.00", "2026-07-01 6000.00", "2027-01-01 9000.00", "2028-01-01 9000.00");
        assertThat(dues(id))
                .filteredOn(Due::isDropped)
                .extracting(Due::droppedBy)
                .containsExactly(2, 2);
        assertThat(ledger.at(village, () -> queries.editions(current.jurisdiction(), id)))
                .extracting(ContractQueries.Edition::yearly)
                .containsExactly(new BigDecimal("9000.00"), new BigDecimal("12000.00"));
    }

    private void amend(ContractId id, String from) {
        ledger.run(
                village,
                () -> service.amend(
                        current.jurisdiction(),
                        current.actor(),
                        id,
                        version(id),
                        new Amend(
                                LocalDate.parse(from),
                                LocalDate.parse("2028-12-31"),
                                Money.of("9000"),
                                12,
                                PayTime.AHEAD,
                                BigDecimal.ZERO,
                                1,
                                "Drought")));
    }

    @Test
    void whatEndsBeforeItsTimeIsPaidByDays() {
        var id = contracts.inForce(village, lease(book, "1", "Mill", "2026-01-01", "2027-12-31", "36500"));
        var stand = version(id);
        ledger.run(
                village,
                () -> service.terminate(
                        current.jurisdiction(), current.actor(), id, stand, LocalDate.parse("2026-04-10"), "Fire"));

        assertThat(dues(id))
                .filteredOn(due -> !due.isDropped())
                .extracting(due -> due.untilOn() + " " + due.amount())
                .containsExactly("2026-04-10 10000.00");
        assertThat(contracts.view(village, id).state()).isEqualTo(ContractState.TERMINATED);
    }

    @Test
    void aDepositIsNoIncome() {
        var lease = lease(book, "1", "Mill", "2026-01-01", "2026-12-31", "12000");
        var id = contracts.inForce(
                village,
                new WriteContract(
                        lease.id(),
                        book,
                        "1",
                        "Lease",
                        ContractKind.LEASE,
                        PartyKind.MEMBER,
                        "Household 7",
                        ObjectKind.BUILDING,
                        "Mill",
                        null,
                        lease.signedOn(),
                        Money.of("1000"),
                        null,
                        null,
                        null,
                        "Minutes",
                        lease.terms()));

        contracts.posted(places, contracts.booked(village, id, BookingStep.DEPOSIT_TAKEN, null, "2026-11-02", ""));
        assertThat(ledger.balance(village, book, "211", 2026)).isEqualByComparingTo("-1000");
        contracts.posted(places, contracts.booked(village, id, BookingStep.DEPOSIT_RETURNED, null, "2026-11-03", ""));
        assertThat(ledger.balance(village, book, "211", 2026)).isEqualByComparingTo("0");
        contracts.posted(places, contracts.booked(village, id, BookingStep.BILLED, 1, "2026-11-04", ""));
        assertThat(ledger.balance(village, book, "113", 2026)).isEqualByComparingTo("12000");
    }

    @Test
    void whatWasAgreedIsNotWrittenOver() {
        var id = contracts.inForce(village, lease(book, "1", "Mill", "2026-01-01", "2026-12-31", "12000"));

        assertThatThrownBy(() -> ledger.run(
                        village,
                        () -> transaction.executeWithoutResult(status -> database.sql(
                                        "update economy_contract_edition set yearly = 1 where contract_id = :id")
                                .param("id", id.value())
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("later edition");
    }

    @Test
    void warnsOfWhatNeedsALook() {
        contracts.inForce(village, lease(book, "1", "Mill", "2020-01-01", "2025-12-31", "12000"));
        var cheaper = contracts.inForce(village, lease(book, "2", "Mill", "2026-01-01", "2026-12-31", "9000"));
        var longest = contracts.inForce(village, lease(book, "3", "Barn", "2026-12-01", "2046-12-01", "100"));

        assertThat(findings("economy.contract-cheaper")).containsExactly(cheaper.toString());
        assertThat(findings("economy.contract-overlong")).containsExactly(longest.toString());
        assertThat(findings("economy.contract-undecided")).hasSize(3);
        assertThat(findings("economy.contract-expiring")).hasSize(2).contains(cheaper.toString());
        assertThat(findings("economy.contract-arrears")).hasSize(2).doesNotContain(longest.toString());
    }

    private List<String> findings(String rule) {
        return ledger.at(
                village,
                () -> transaction.execute(status -> rules.stream()
                        .filter(one -> one.code().equals(rule))
                        .flatMap(one -> one.findings(current.jurisdiction(), TODAY))
                        .map(Finding::subject)
                        .toList()));
    }
}
