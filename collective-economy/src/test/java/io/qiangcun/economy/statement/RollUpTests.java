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

/** Statements of a township and of a county. Today is 16 November 2026. */
@ApplicationTest
class RollUpTests {

    private static final String SHEET = "village-2023-balance-sheet";

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId east;

    @BeforeEach
    void keep() {
        places = ledger.county();
        east = ledger.bookOf(places, places.east());
        var west = ledger.bookOf(places, places.west());
        ledger.posted(
                places,
                places.east(),
                voucher(
                        east,
                        "2026-01-01",
                        VoucherKind.OPENING,
                        "102",
                        "",
                        "D",
                        "1000",
                        "113",
                        "Household 1",
                        "D",
                        "50",
                        "113",
                        "Household 2",
                        "C",
                        "20",
                        "301",
                        "",
                        "C",
                        "1030"));
        ledger.posted(
                places,
                places.west(),
                voucher(west, "2026-01-01", VoucherKind.OPENING, "102", "", "D", "500", "301", "", "C", "500"));
        ledger.posted(
                places,
                places.west(),
                voucher(west, "2026-02-01", VoucherKind.NORMAL, "102", "", "D", "7.25", "501", "", "C", "7.25"));
    }

    @Test
    void booksAddUpAndHouseholdsStayApart() throws Exception {
        var page = get(places.township(), "/economy/statements?month=2026-03");
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "汇总 2 个账套",
                        "1,557.25",
                        "1,507.25",
                        "East Village",
                        "/economy/books/" + east + "/statements/" + SHEET);
        assertThat(get(places.township(), "/economy/statements?statement=" + SHEET + "&line=25&month=2026-03"))
                .bodyText()
                .contains("各地的应付款项", "20.00");
        assertThat(get(places.county(), "/economy/statements?statement=village-2023-income-a&month=2026-03"))
                .bodyText()
                .contains("7.25", "within=" + places.township());
        assertThat(get(places.county(), "/economy/statements?within=" + places.township() + "&month=2026-01"))
                .bodyText()
                .contains("1,550.00")
                .doesNotContain("1,557.25");
    }

    @Test
    void aSheetHasAColumnForEachVillage() throws Exception {
        var sheet = get(places.county(), "/economy/statements/export?statement=" + SHEET + "&month=2026-03");
        assertThat(Sheets.rows(sheet.getResponse().getContentAsByteArray()))
                .anySatisfy(row -> assertThat(row).contains("East Village", "West Village"))
                .anySatisfy(row -> assertThat(row).contains("资产总计", "1557.25", "1050", "507.25"));
    }

    @Test
    void needsFewStatementsAndShowsNothingFromOutside() throws Exception {
        assertThat(StatementCounter.statementsOf(
                        () -> get(places.county(), "/economy/statements?statement=village-2023-income-b")))
                .hasSizeLessThanOrEqualTo(15);
        assertThat(get(places.east(), "/economy/statements?month=2026-03"))
                .bodyText()
                .contains("汇总 1 个账套")
                .doesNotContain("507.25");
        assertThat(get(places.east(), "/economy/statements?within=" + places.west()))
                .hasStatus(404);
        assertThat(get(places.east(), "/economy/statements?statement=none")).hasStatus(404);
        assertThat(get(ledger.county().county(), "/economy/statements"))
                .bodyText()
                .contains("还没有账套");
    }

    private MvcTestResult get(PlaceCode place, String path) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }
}
