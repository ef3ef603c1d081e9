package io.qiangcun.economy.takeover.web;

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
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A book of 2004 whose balances go over to the chart of 2023. */
@ApplicationTest
class SuccessionTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.oldBookOf(places, places.east(), YearMonth.of(2023, 1));
        ledger.posted(
                places,
                places.east(),
                voucher(
                        book,
                        "2023-01-01",
                        VoucherKind.OPENING,
                        "102",
                        "",
                        "D",
                        "900",
                        "131",
                        "",
                        "D",
                        "300",
                        "154",
                        "",
                        "D",
                        "50",
                        "212",
                        "",
                        "C",
                        "30",
                        "301",
                        "",
                        "C",
                        "1220"));
    }

    @Test
    void goByMeaningAndNotByCode() {
        assertThat(get(places.east(), ""))
                .hasStatusOk()
                .bodyText()
                .contains("财会〔2023〕14号", "2 个科目", "153 在建工程", "132 生产性生物资产", "产役畜", "新制度没有这个科目")
                .doesNotContain("154 固定资产清理</");
        assertThat(get(places.east(), "")).bodyText().doesNotContain("先做年终结转");
    }

    @Test
    void areGivenOutAsTheSheetOfOpenings() throws Exception {
        assertThat(Sheets.rows(get(places.township(), "/export").getResponse().getContentAsByteArray()))
                .anySatisfy(row -> assertThat(row).startsWith("|102||900.00|").contains("原102 银行存款"))
                .anySatisfy(row -> assertThat(row).startsWith("|153||50.00|"))
                .anySatisfy(row -> assertThat(row).startsWith("|132||||").contains("原131", "300.00"))
                .anySatisfy(row -> assertThat(row).startsWith("|||||").contains("原212", "新制度没有这个科目"));
    }

    @Test
    void sayWhatIsNotTransferredYetAndAreNothingToOthers() {
        ledger.posted(
                places,
                places.east(),
                voucher(book, "2023-02-01", VoucherKind.NORMAL, "102", "", "D", "5", "501", "", "C", "5"));
        assertThat(get(places.east(), "")).bodyText().contains("先做年终结转");
        assertThat(get(places.west(), "")).hasStatus(404);
        assertThat(get(places.west(), "/export")).hasStatus(404);
    }

    @Test
    void doNotConcernABookWhoseRegulationIsInForce() {
        var present = ledger.bookOf(places, places.west());
        assertThat(mvc.get().uri("/economy/books/" + present + "/succession").with(SignedIn.at(places.west())))
                .bodyText()
                .contains("还在施行");
    }

    private MvcTestResult get(PlaceCode place, String rest) {
        return mvc.get()
                .uri("/economy/books/" + book + "/succession" + rest)
                .with(SignedIn.at(place))
                .exchange();
    }
}
