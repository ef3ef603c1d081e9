package io.qiangcun.economy.income.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The ladder of income and what stands behind it. Today is 16 November 2026. */
@ApplicationTest
class IncomePagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    Metrics metrics;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east(), YearMonth.of(2025, 1));
        ledger.run(places.township(), () -> ledger.openYear(book));
        posted("2025-03-10", "102", "80000", "501");
        posted("2025-12-10", "102", "7000", "501");
        posted("2026-03-10", "102", "100000", "501");
        posted("2026-05-10", "102", "4000.50", "502");
        posted("2026-05-11", "102", "30000", "503");
        posted("2026-05-12", "102", "600", "504");
        posted("2026-05-13", "102", "50000", "241");
        posted("2026-06-10", "511", "20000", "102");
        posted("2026-06-11", "514", "9000", "102");
        ledger.submitted(
                places.east(),
                voucher(book, "2026-07-01", VoucherKind.NORMAL, "102", "", "D", "900000", "501", "", "C", "900000"));
    }

    @Test
    void earnedIncomeIsToldFromGrantsAndFromMoneyThatPassesThrough() {
        assertThat(get("/economy/income/" + places.east(), places.east()))
                .bodyText()
                .contains("104,000.50", "84,000.50", "30,000.00", "50,000.00", "600.00", "501 经营收入", "502 投资收益")
                .contains("离 15 万元还差 45,999.50 元", "比上年同期 30%", "占全部收入 22.3%")
                .doesNotContain("1,004,000.50");
    }

    @Test
    void theLadderShowsWhoStandsWhereAndWhoKeepsNoBook() {
        assertThat(get("/economy/income", places.township()))
                .bodyText()
                .contains("10 万元至 15 万元", "100.0%", "104,000.50", "没有账套");
        assertThat(get("/economy/income?step=2", places.county()))
                .bodyText()
                .contains("/economy/income/" + places.east());
        assertThat(get("/economy/income?step=-1", places.county()))
                .bodyText()
                .contains("/economy/income/" + places.west(), "没有账套，收入不明");
        assertThat(get("/economy/income?month=4", places.county())).bodyText().contains("100,000.00", "比上年同期 25%");
        assertThat(get("/economy/income?order=GROWTH&year=2025", places.county()))
                .bodyText()
                .contains("87,000.00");
    }

    @Test
    void aVillageSeesItselfAtOnce() {
        assertThat(get("/economy/income", places.east())).hasRedirectedUrl("/economy/income/" + places.east());
        assertThat(get("/economy/income/" + places.west(), places.township()))
                .bodyText()
                .contains("还没有账套");
    }

    @Test
    void otherPlacesAreNotFound() {
        assertThat(get("/economy/income/" + places.west(), places.east())).hasStatus(404);
        assertThat(get("/economy/income/" + places.west() + "/export", places.east()))
                .hasStatus(404);
        assertThat(get("/economy/income?within=" + ledger.county().township(), places.county()))
                .hasStatus(404);
    }

    @Test
    void theReportCountsWhatTheVouchersSay() {
        var values = ledger.at(
                places.east(),
                () -> metrics.live(
                        Jurisdiction.within(places.east()),
                        places.east(),
                        YearMonth.of(2026, 5),
                        List.of("economy.operating-income", "economy.grant-income", "economy.net-income")));

        assertThat(values)
                .containsEntry("economy.operating-income", MetricValue.of(new BigDecimal("4000.50")))
                .containsEntry("economy.grant-income", MetricValue.of(new BigDecimal("30000")));
        assertThat(get("/core/metrics/economy.net-income?place=" + places.east() + "&month=2026-06", places.east()))
                .bodyText()
                .contains("511 经营支出", "/economy/books/" + book + "/ledger/511?from=2026-06");
    }

    @Test
    void theReportSaysWhatThereIsAsTheBalanceSheetDoes() {
        var values = ledger.at(
                places.east(),
                () -> metrics.live(
                        Jurisdiction.within(places.east()),
                        places.east(),
                        YearMonth.of(2026, 6),
                        List.of("economy.cash-at-end", "economy.receivable-at-end", "economy.liability-at-end")));

        assertThat(values)
                .containsEntry("economy.cash-at-end", MetricValue.of(new BigDecimal("242600.50")))
                .containsEntry("economy.receivable-at-end", MetricValue.of(BigDecimal.ZERO))
                .containsEntry("economy.liability-at-end", MetricValue.of(new BigDecimal("50000")));
        assertThat(get(
                        "/economy/books/" + book + "/statements/village-2023-balance-sheet?month=2026-06",
                        places.east()))
                .bodyText()
                .containsPattern("货币资金(?s:.{0,600}?)242,600.50")
                .containsPattern("负债合计(?s:.{0,600}?)50,000.00");
        assertThat(get("/core/metrics/economy.cash-at-end?place=" + places.east() + "&month=2026-04", places.east()))
                .bodyText()
                .contains("187,000", "102 银行存款", "/economy/books/" + book + "/ledger/102?from=2026-01");
    }

    @Test
    void aCountyCountsByItsOwnFormulaFromAYearOn() {
        assertThat(define("2026", "501", "OPERATING", "502", "ONE_OFF", "503", "OPERATING"))
                .hasRedirectedUrl("/economy/income-formulas");

        assertThat(get("/economy/income-formulas", places.township()))
                .bodyText()
                .contains("本县口径", "县集体经济办法", "2026年起");
        assertThat(get("/economy/income/" + places.east(), places.east()))
                .bodyText()
                .contains("130,000.00", "4,000.50", "口径：本县口径");
        assertThat(get("/economy/income/" + places.east() + "?year=2025", places.east()))
                .bodyText()
                .contains("87,000.00", "经营性收入通用口径");
        var elsewhere = ledger.county();
        assertThat(get("/economy/income-formulas", elsewhere.county()))
                .bodyText()
                .doesNotContain("本县口径");
    }

    @Test
    void aFormulaIsRefusedWithWordsAndNothingTypedIsLost() {
        assertThat(define("2025", "501", "OPERATING")).hasStatus(422).bodyText().contains("不能早于 2026 年", "县集体经济办法");
        assertThat(define("2027", "999", "OPERATING")).hasStatus(422).bodyText().contains("科目 999 不在会计制度里");
        assertThat(define("2027", "50l", "OPERATING")).hasStatus(422).bodyText().contains("科目 50l 不在会计制度里");
        assertThat(define("2027", "501", "GRANT")).hasStatus(422).bodyText().contains("至少要有一个科目算作经营性收入");
        assertThat(define("2027", "501", "OPERATING", "501", "GRANT"))
                .hasStatus(422)
                .bodyText()
                .contains("科目 501 写了两次");
        assertThat(define("2027", "501", "OPERATING")).hasRedirectedUrl("/economy/income-formulas");
        assertThat(define("2027", "501", "OPERATING")).hasStatus(422).bodyText().contains("2027 年已经定过口径");
        assertThat(get("/economy/income-formulas/new", places.township())).hasStatus(403);
    }

    @Test
    void theLadderAsksTheDatabaseAFewTimesHoweverManyVillages() throws Exception {
        assertThat(statementsOf(() -> get("/economy/income", places.county()))).hasSizeLessThanOrEqualTo(12);
        assertThat(statementsOf(() -> get("/economy/income/" + places.east(), places.county())))
                .hasSizeLessThanOrEqualTo(12);
    }

    private MvcTestResult define(String year, String... terms) {
        var request = mvc.post()
                .uri("/economy/income-formulas/new")
                .param("id", UUID.randomUUID().toString())
                .param("name", "本县口径")
                .param("yearFrom", year)
                .param("source", "县集体经济办法");
        for (var at = 0; at < terms.length; at += 2) {
            request.param("regimes", "VILLAGE_2023")
                    .param("accounts", terms[at])
                    .param("kinds", terms[at + 1]);
        }
        return request.with(SignedIn.at(places.county())).exchange();
    }

    private void posted(String on, String debit, String amount, String credit) {
        var to = credit.equals("241") ? "Road" : "";
        ledger.posted(
                places,
                places.east(),
                voucher(book, on, VoucherKind.NORMAL, debit, "", "D", amount, credit, to, "C", amount));
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }
}
