package io.qiangcun.economy.voucher;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookQueries;
import io.qiangcun.economy.voucher.PostedTakeover.Posted;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class PostedTakeoverTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    PostedTakeover takeover;

    @Autowired
    BookQueries books;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void open() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
    }

    @Test
    void whatWasPostedElsewhereCountsHereInTheOrderOfItsDays() {
        take(
                voucher(book, "2026-03-09", VoucherKind.NORMAL, "112", "Mill", "D", "10", "501", "", "C", "10"),
                voucher(book, "2026-03-02", VoucherKind.NORMAL, "112", "Mill", "D", "0.50", "501", "", "C", "0.50"));

        assertThat(ledger.balance(places.east(), book, "112", 2026)).isEqualByComparingTo("10.50");
        assertThat(numbers()).containsExactly("2026-03-02 1", "2026-03-09 2");
    }

    @Test
    void nothingIsTakenOverThatDoesNotBalanceOrThatOnePersonBothWroteAndLookedOver() {
        assertThatThrownBy(() -> take(
                        voucher(book, "2026-03-09", VoucherKind.NORMAL, "102", "", "D", "10", "501", "", "C", "10"),
                        voucher(book, "2026-03-02", VoucherKind.NORMAL, "102", "", "D", "1", "501", "", "C", "2")))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("Debits 1");
        var alone = voucher(book, "2026-03-09", VoucherKind.NORMAL, "102", "", "D", "10", "501", "", "C", "10");
        assertThatThrownBy(() -> ledger.run(
                        places.township(),
                        () -> takeover.postedBefore(
                                current.jurisdiction(), List.of(new Posted(alone, maker(), maker())))))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("economy_voucher_two_people");
        assertThat(numbers()).isEmpty();
    }

    @Test
    void monthsBeforeAreClosedInTheirOrder() {
        ledger.run(
                places.township(),
                () -> takeover.closedBefore(current.jurisdiction(), current.actor(), YearMonth.of(2026, 4)));

        assertThat(ledger.at(places.east(), () -> books.firstOpen(current.jurisdiction(), book)))
                .contains(YearMonth.of(2026, 4));
    }

    private void take(DraftVoucher... vouchers) {
        ledger.run(
                places.township(),
                () -> takeover.postedBefore(
                        current.jurisdiction(),
                        Stream.of(vouchers)
                                .map(voucher -> new Posted(voucher, maker(), current.actor()))
                                .toList()));
    }

    private static Actor maker() {
        return new Actor(null, "maker", "maker", "Maker", RoleName.VILLAGE, null);
    }

    private List<String> numbers() {
        return ledger.at(
                places.east(),
                () -> transaction.execute(status -> database.sql("""
                        select dated || ' ' || number from economy_voucher where book_id = :book order by number
                        """)
                        .param("book", book.value())
                        .query(String.class)
                        .list()));
    }
}
