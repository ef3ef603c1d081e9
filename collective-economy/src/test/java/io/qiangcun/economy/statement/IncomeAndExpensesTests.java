package io.qiangcun.economy.statement;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a book earned and spent. Today is 16 November 2026. */
@ApplicationTest
class IncomeAndExpensesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
        post("2026-01-05", VoucherKind.NORMAL, "102", "", "D", "120.50", "501", "", "C", "120.50");
        post("2026-03-05", VoucherKind.NORMAL, "102", "", "D", "30", "501", "", "C", "30");
        post("2026-03-06", VoucherKind.NORMAL, "513", "", "D", "45", "102", "", "C", "45");
        post("2026-03-31", VoucherKind.CLOSING, "501", "", "D", "150.50", "321", "", "C", "150.50");
    }

    @Test
    void countsTheMonthsAndTheYearButNoTransfer() {
        assertThat(get(places.east(), "?from=2026-03&to=2026-03"))
                .hasStatusOk()
                .bodyText()
                .contains("501 经营收入", "30.00", "150.50", "收入合计", "45.00", "收支差额", "-15.00", "105.50")
                .contains("/economy/books/" + book + "/ledger/501?from=2026-03&amp;to=2026-03");
        assertThat(get(places.east(), "?to=2026-02"))
                .bodyText()
                .contains("120.50")
                .doesNotContain("管理费用");
    }

    @Test
    void canBeTakenAwayAsASheet() throws Exception {
        var sheet = get(places.township(), "/export?from=2026-01&to=2026-03");
        assertThat(Sheets.rows(sheet.getResponse().getContentAsByteArray()))
                .anySatisfy(row -> assertThat(row).contains("513", "管理费用", "45"))
                .anySatisfy(row -> assertThat(row).contains("收支差额", "105.5"));
    }

    @Test
    void needsFewStatementsAndShowsNothingFromOutside() throws Exception {
        assertThat(StatementCounter.statementsOf(() -> get(places.east(), ""))).hasSizeLessThanOrEqualTo(15);
        assertThat(get(places.west(), "")).hasStatus(404);
        assertThat(get(places.east(), "?to=2019-03")).hasStatus(404);
    }

    private void post(String dated, VoucherKind kind, String... lines) {
        ledger.posted(places, places.east(), voucher(book, dated, kind, lines));
    }

    private MvcTestResult get(PlaceCode place, String rest) {
        return mvc.get()
                .uri("/economy/books/" + book + "/income-and-expenses" + rest)
                .with(SignedIn.at(place))
                .exchange();
    }
}
