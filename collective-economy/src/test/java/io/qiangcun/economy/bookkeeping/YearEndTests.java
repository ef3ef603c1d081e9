package io.qiangcun.economy.bookkeeping;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookNotFound;
import io.qiangcun.economy.statement.Statement;
import io.qiangcun.economy.statement.StatementQueries;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherQueries;
import io.qiangcun.economy.voucher.VoucherQueries.Filter;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.economy.voucher.VoucherState;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** The end of the year 2025. */
@ApplicationTest
class YearEndTests {

    private static final YearMonth DECEMBER = YearMonth.of(2025, 12);
    private static final YearEnd.Words WORDS = new YearEnd.Words("Income", "Expenses", "Result");

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    YearEnd yearEnd;

    @Autowired
    MonthEnds monthEnds;

    @Autowired
    VoucherQueries vouchers;

    @Autowired
    VoucherService desk;

    @Autowired
    StatementQueries statements;

    @Autowired
    CurrentAccount current;

    PlaceFixtures places;
    BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east(), YearMonth.of(2025, 1));
        ledger.posted(
                places,
                places.east(),
                voucher(book, "2025-05-01", VoucherKind.NORMAL, "102", "", "D", "900", "501", "", "C", "900"));
        ledger.posted(
                places,
                places.east(),
                voucher(book, "2025-06-01", VoucherKind.NORMAL, "511", "", "D", "250.50", "102", "", "C", "250.50"));
    }

    @Test
    void draftsWhatClosesTheYearAndMovesNoStatement() {
        var before = income();
        assertThat(missing()).contains(MonthEnd.Subject.TRANSFER);

        draft(places.east());
        var drafts = waiting();
        assertThat(drafts)
                .extracting(row -> row.summary() + " " + row.amount())
                .containsExactlyInAnyOrder("Income 900.00", "Expenses 250.50", "Result 649.50");
        assertThatThrownBy(() -> draft(places.east()))
                .isInstanceOf(YearEndRefused.class)
                .hasMessageContaining("wait");
        drafts.forEach(draft -> count(new VoucherId(draft.voucherId())));

        assertThat(income()).usingRecursiveComparison().isEqualTo(before);
        assertThat(missing()).doesNotContain(MonthEnd.Subject.TRANSFER);
        assertThat(ledger.balance(places.east(), book, "32202", 2025)).isEqualByComparingTo("-649.50");
        assertThat(ledger.balance(places.east(), book, "321", 2025)).isEqualByComparingTo("0");
        assertThatThrownBy(() -> draft(places.east())).hasMessageContaining("nothing-left");
    }

    @Test
    void isNotDraftedOutsideTheJurisdiction() {
        assertThatThrownBy(() -> draft(places.west())).isInstanceOf(BookNotFound.class);
        assertThat(waiting()).isEmpty();
    }

    private void draft(PlaceCode place) {
        ledger.run(place, () -> yearEnd.draft(current.jurisdiction(), current.actor(), book, 2025, WORDS));
    }

    private void count(VoucherId id) {
        ledger.run(places.east(), () -> desk.submit(current.jurisdiction(), id, 0));
        ledger.run(places.township(), () -> {
            desk.review(current.jurisdiction(), current.actor(), id, 1);
            desk.post(current.jurisdiction(), current.actor(), id, 2);
        });
    }

    private List<VoucherQueries.Row> waiting() {
        return ledger.at(places.east(), () -> vouchers.vouchers(
                        current.jurisdiction(),
                        book,
                        new Filter(null, null, VoucherState.DRAFT, true, ""),
                        Pageable.unpaged())
                .getContent());
    }

    private List<MonthEnd.Subject> missing() {
        return ledger.at(places.east(), () -> monthEnds.of(current.jurisdiction(), book, DECEMBER)).checks().stream()
                .filter(check -> !check.fine())
                .map(MonthEnd.Check::subject)
                .toList();
    }

    private Statement income() {
        return ledger.at(
                places.east(),
                () -> statements.statement(current.jurisdiction(), book, "village-2023-income-a", DECEMBER));
    }
}
