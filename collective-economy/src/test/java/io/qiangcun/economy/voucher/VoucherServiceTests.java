package io.qiangcun.economy.voucher;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.error.Problem;
import io.qiangcun.economy.book.AccountCode;
import io.qiangcun.economy.book.AddAccount;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.book.BookRefused;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A voucher from the village's draft to its number. Today is 16 November 2026. */
@ApplicationTest
class VoucherServiceTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    VoucherService vouchers;

    @Autowired
    BookService books;

    @Autowired
    CurrentAccount current;

    PlaceFixtures places;
    BookId book;

    @BeforeEach
    void open() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
    }

    @Test
    void isNumberedInTheOrderOfPostingAndCounts() {
        assertThat(posted("2026-03-09", "100")).isEqualTo(1);
        assertThat(posted("2026-03-02", "0.50")).isEqualTo(2);
        assertThat(posted("2026-04-01", "9")).isEqualTo(1);
        assertThat(ledger.balance(places.east(), book, "102", 2026)).isEqualByComparingTo("109.50");
    }

    @Test
    void hasNoGapsHoweverManyPostAtOnce() throws Exception {
        var waiting = IntStream.range(0, 12)
                .mapToObj(number -> ledger.submitted(places.east(), income("2026-05-0" + (1 + number % 9), "10")))
                .toList();
        ledger.run(
                places.township(),
                () -> waiting.forEach(id -> vouchers.review(current.jurisdiction(), current.actor(), id, 1)));
        var numbers = new ArrayList<Integer>();
        var people = Executors.newFixedThreadPool(4);
        try {
            var posting = people.invokeAll(waiting.stream()
                    .map(id -> (Callable<Integer>) () -> ledger.at(
                            places.township(), () -> vouchers.post(current.jurisdiction(), current.actor(), id, 2)))
                    .toList());
            for (var done : posting) {
                numbers.add(done.get());
            }
        } finally {
            people.shutdown();
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 12).boxed().toList());
        assertThat(ledger.balance(places.east(), book, "102", 2026)).isEqualByComparingTo("120");
    }

    @Test
    void countsOnceIfTwoPostItAtTheSameTime() throws Exception {
        var id = ledger.submitted(places.east(), income("2026-05-05", "10"));
        ledger.run(places.township(), () -> vouchers.review(current.jurisdiction(), current.actor(), id, 1));
        var people = Executors.newFixedThreadPool(2);
        var refused = 0;
        try {
            Callable<Integer> post = () ->
                    ledger.at(places.township(), () -> vouchers.post(current.jurisdiction(), current.actor(), id, 2));
            for (var done : people.invokeAll(List.of(post, post))) {
                try {
                    done.get();
                } catch (ExecutionException second) {
                    assertThat(second).cause().isInstanceOf(VoucherStale.class);
                    refused++;
                }
            }
        } finally {
            people.shutdown();
        }

        assertThat(refused).isEqualTo(1);
        assertThat(ledger.balance(places.east(), book, "102", 2026)).isEqualByComparingTo("10");
    }

    @Test
    void isReviewedBySomebodyElse() {
        var command = income("2026-03-09", "100");
        ledger.run(places.township(), () -> {
            vouchers.draft(current.jurisdiction(), current.actor(), command);
            vouchers.submit(current.jurisdiction(), command.id(), 0);
        });

        assertThatThrownBy(() -> ledger.run(
                        places.township(),
                        () -> vouchers.review(current.jurisdiction(), current.actor(), command.id(), 1)))
                .isInstanceOf(VoucherRefused.class)
                .hasMessageContaining("own-voucher");
        assertThatThrownBy(() -> ledger.run(
                        places.east(), () -> vouchers.review(current.jurisdiction(), current.actor(), command.id(), 1)))
                .as("the village reviews nothing")
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void saysByHowMuchItDoesNotBalance() {
        var command = voucher(book, "2026-03-09", VoucherKind.NORMAL, "102", "", "D", "100", "501", "", "C", "99.99");
        ledger.run(places.east(), () -> vouchers.draft(current.jurisdiction(), current.actor(), command));

        assertThatThrownBy(
                        () -> ledger.run(places.east(), () -> vouchers.submit(current.jurisdiction(), command.id(), 0)))
                .isInstanceOf(VoucherRefused.class)
                .hasMessageContaining("unbalanced")
                .hasMessageContaining("0.01");
    }

    @Test
    void saysAtEachLineWhatIsWrong() {
        var command = voucher(
                book,
                "2026-03-09",
                VoucherKind.NORMAL,
                "181",
                "",
                "D",
                "1",
                "112",
                "",
                "D",
                "1",
                "102",
                "Ann",
                "D",
                "1",
                "522",
                "",
                "D",
                "1",
                "101",
                "",
                "C",
                "-4");

        assertThatThrownBy(() -> ledger.run(
                        places.east(), () -> vouchers.draft(current.jurisdiction(), current.actor(), command)))
                .isInstanceOfSatisfying(VoucherRefused.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::field)
                        .containsExactly(
                                "lines[0].account",
                                "lines[1].detail",
                                "lines[2].detail",
                                "lines[3].account",
                                "lines[4].amount"));
    }

    @Test
    void isNeitherDatedInAClosedMonthNorAhead() {
        ledger.run(
                places.township(),
                () -> books.close(current.jurisdiction(), current.actor(), book, LedgerFixtures.FROM));

        assertThatThrownBy(() -> posted("2026-01-31", "1")).hasMessageContaining("month-closed");
        assertThatThrownBy(() -> posted("2026-11-17", "1")).hasMessageContaining("ahead");
        assertThatThrownBy(() -> posted("2025-12-31", "1")).hasMessageContaining("month-closed");
    }

    @Test
    void aMonthWaitsForItsVouchersAndForTheMonthBefore() {
        ledger.submitted(places.east(), income("2026-01-05", "1"));

        assertThatThrownBy(() -> close(LedgerFixtures.FROM))
                .isInstanceOf(BookRefused.class)
                .hasMessageContaining("vouchers-wait");
        assertThatThrownBy(() -> close(LedgerFixtures.FROM.plusMonths(1))).hasMessageContaining("months-in-turn");
    }

    @Test
    void isTakenBackInRedOnceAndInTheSameYear() {
        var command = income("2026-03-09", "100");
        ledger.posted(places, places.east(), command);
        var red = VoucherId.next();
        takeBack(command.id(), red, "2026-04-01");
        ledger.run(places.east(), () -> vouchers.submit(current.jurisdiction(), red, 0));
        var number = ledger.at(places.township(), () -> {
            vouchers.review(current.jurisdiction(), current.actor(), red, 1);
            return vouchers.post(current.jurisdiction(), current.actor(), red, 2);
        });

        assertThat(number).isEqualTo(1);
        assertThat(ledger.balance(places.east(), book, "102", 2026)).isEqualByComparingTo("0");
        assertThatThrownBy(() -> takeBack(command.id(), VoucherId.next(), "2026-04-02"))
                .hasMessageContaining("taken-back-already");
        assertThatThrownBy(() -> takeBack(command.id(), VoucherId.next(), "2026-03-01"))
                .hasMessageContaining("before-the-original");
    }

    @Test
    void waitsForWhatItPutsRight() {
        var original = ledger.submitted(places.east(), income("2026-03-09", "100"));
        var red = new DraftVoucher(
                VoucherId.next(),
                book,
                LocalDate.parse("2026-03-10"),
                VoucherKind.RED,
                "Summary",
                0,
                null,
                original,
                voucher(book, "2026-03-10", VoucherKind.RED, "102", "", "D", "-100", "501", "", "C", "-100")
                        .lines());

        assertThatThrownBy(() -> ledger.posted(places, places.east(), red)).hasMessageContaining("corrected-waits");
    }

    @Test
    void aDividedAccountTakesNothingAndAUsedOneIsNotDivided() {
        divide("501", "50101");
        assertThatThrownBy(() -> posted("2026-03-09", "1")).hasMessageContaining("account-divided");

        ledger.posted(
                places,
                places.east(),
                voucher(book, "2026-03-09", VoucherKind.NORMAL, "102", "", "D", "1", "50101", "", "C", "1"));
        assertThatThrownBy(() -> divide("102", "10201")).hasMessageContaining("account-used");
        assertThatThrownBy(() -> divide("501", "50201")).hasMessageContaining("not-below");
    }

    @Test
    void isSentTwiceAndExistsOnce() {
        var command = income("2026-03-09", "100");
        for (var times = 0; times < 2; times++) {
            ledger.run(places.east(), () -> vouchers.draft(current.jurisdiction(), current.actor(), command));
        }

        assertThat(ledger.submitted(places.east(), command)).isEqualTo(command.id());
    }

    @Test
    void neitherIsWrittenNorMovedOutsideTheJurisdiction() {
        var command = income("2026-03-09", "100");

        assertThatThrownBy(() -> ledger.submitted(places.west(), command)).isInstanceOf(BookNotFound.class);
        ledger.submitted(places.east(), command);
        assertThatThrownBy(() ->
                        ledger.run(places.west(), () -> vouchers.discard(current.jurisdiction(), command.id(), 1)))
                .isInstanceOf(VoucherNotFound.class);
    }

    private void divide(String parent, String code) {
        ledger.run(
                places.township(),
                () -> books.add(
                        current.jurisdiction(),
                        book,
                        new AddAccount(new AccountCode(parent), new AccountCode(code), "Part", null, false)));
    }

    private void takeBack(VoucherId id, VoucherId red, String on) {
        ledger.run(
                places.east(),
                () -> vouchers.takeBack(
                        current.jurisdiction(), current.actor(), id, red, LocalDate.parse(on), "Wrong party"));
    }

    private void close(YearMonth month) {
        ledger.run(places.township(), () -> books.close(current.jurisdiction(), current.actor(), book, month));
    }

    private DraftVoucher income(String dated, String amount) {
        return voucher(book, dated, VoucherKind.NORMAL, "102", "", "D", amount, "501", "", "C", amount);
    }

    private int posted(String dated, String amount) {
        return ledger.posted(places, places.east(), income(dated, amount));
    }
}
