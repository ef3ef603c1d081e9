package io.qiangcun.economy.bonus.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.bonus.BonusTerms;
import io.qiangcun.economy.bonus.Measure;
import io.qiangcun.economy.bonus.SchemeId;
import io.qiangcun.economy.bonus.Schemes;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A county tries what income would pay, and somebody else decides. Today is 16 November 2026. */
@ApplicationTest
class BonusPagesTests {

    private static final Actor COLLEAGUE =
            new Actor(null, "colleague", "Colleague", "Colleague", RoleName.COUNTY, null);

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    Schemes schemes;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east(), YearMonth.of(2024, 1));
        ledger.run(places.township(), () -> ledger.openYear(book));
        posted("2024-06-01", "102", "60000", "501");
        posted("2025-06-01", "102", "100000.50", "501");
        posted("2025-06-02", "511", "80000", "102");
    }

    @Test
    void aSchemeIsTriedAgainstTheLedger() {
        var page = drafted("2025", Map.of("overs", "0", "percents", "10", "fixeds", ""));

        assertThat(get(page, places.county()))
                .bodyText()
                .contains("100,000.50", "60,000.00", "20,000.50", "4,000.05", "按比例和金额计算", "没有账")
                .contains("自己起草的要由另一个账号确定")
                .contains("12月没有结账");
        assertThat(get("/economy/bonus", places.county())).bodyText().contains(page, "试算");
        assertThat(get(page + "/export", places.county())).hasStatusOk();
    }

    @Test
    void limitsHoldWhatIsPaid() {
        var page = drafted("2025", Map.of("overs", "0", "percents", "10", "fixeds", "", "mostOfNet", "5"));

        assertThat(get(page, places.county())).bodyText().contains("1,000.02", "受上限限制", "最多占净收益的 5%");
    }

    @Test
    void whatSomebodyElseDecidedStaysAsItWas() {
        var id = colleagues(2025);
        assertThat(get("/economy/bonus", places.east())).bodyText().contains("还没有确定过");
        assertThat(get(id.href(), places.east())).hasStatus(404);

        assertThat(decide(id, "2026-03-01")).hasRedirectedUrl(id.href());
        posted("2025-07-01", "102", "50000", "501");

        assertThat(get(id.href(), places.east()))
                .bodyText()
                .contains("4,000.05", "2026-03-01，Minutes 3", "已确定")
                .doesNotContain("150,000.50");
        assertThat(get(id.href(), places.west())).bodyText().doesNotContain("4,000.05");
        assertThat(decide(colleagues(2025), "2026-03-02"))
                .hasStatus(422)
                .bodyText()
                .contains("这一年已经确定过");
        assertThat(post(id.href() + "/drop", "reason", "Wrong base")).hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.county())).bodyText().contains("已作废", "Wrong base", "4,000.05");
        assertThat(decide(colleagues(2025), "2026-03-02")).hasStatus(302);
    }

    @Test
    void nobodyDecidesHisOwnNorAYearThatIsNotOver() {
        var own = drafted("2025", Map.of("overs", "0", "percents", "10", "fixeds", ""));
        var running = colleagues(2026);

        assertThat(post(own + "/decide", "on", "2026-03-01", "decision", "Minutes"))
                .hasStatus(422)
                .bodyText()
                .contains("自己起草的要由另一个账号确定");
        assertThat(get(running.href(), places.county()))
                .bodyText()
                .contains("这一年还没有结束")
                .doesNotContain("/decide");
        assertThat(decide(running, "2026-03-01")).hasStatus(422);
        assertThat(decide(colleagues(2025), "2027-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("确定日期还没有到");
        assertThat(decide(colleagues(2025), "2025-12-01"))
                .hasStatus(422)
                .bodyText()
                .contains("要等2025年结束以后");
    }

    @Test
    void whatCannotBeIsSaidAndNothingTypedIsLost() {
        assertThat(draft("2027", Map.of("overs", "1", "percents", "10", "fixeds", "")))
                .hasStatus(422)
                .bodyText()
                .contains("这一年还没有开始");
        assertThat(draft("2025", Map.of("overs", "abc", "percents", "101", "fixeds", "-1")))
                .hasStatus(422)
                .bodyText()
                .contains("abc", "101", "-1", "比例在 0 到 100 之间", "不能是负数", "请写成数字");
        assertThat(draft("2025", Map.of("overs", "", "percents", "", "fixeds", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请至少写一档");
        assertThat(draft("2025", Map.of("overs", "500", "percents", "", "fixeds", "")))
                .hasStatus(422)
                .bodyText()
                .contains("第1行要写比例或者金额");
        assertThat(draft("2025", Map.of("overs", "0", "percents", "1", "fixeds", "", "most", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("上限要大于 0");
    }

    @Test
    void schemesOfOtherCountiesAreNotFound() {
        var page = drafted("2025", Map.of("overs", "0", "percents", "10", "fixeds", ""));
        var elsewhere = ledger.county();

        assertThat(get(page, elsewhere.county())).hasStatus(404);
        assertThat(get("/economy/bonus", elsewhere.county())).bodyText().doesNotContain(page);
    }

    @Test
    void pagesCostAFewStatements() throws Exception {
        var page = drafted("2025", Map.of("overs", "0", "percents", "10", "fixeds", ""));

        assertThat(statementsOf(() -> get(page, places.county()))).hasSizeLessThanOrEqualTo(10);
        assertThat(statementsOf(() -> get("/economy/bonus", places.county()))).hasSizeLessThanOrEqualTo(6);
    }

    private SchemeId colleagues(int year) {
        var id = new SchemeId(UUID.randomUUID());
        ledger.run(
                places.county(),
                () -> schemes.draft(
                        Jurisdiction.within(places.county()),
                        COLLEAGUE,
                        new Schemes.Draft(
                                id,
                                year,
                                "Scheme",
                                "Document 5",
                                new BonusTerms(
                                        Measure.INCREASE,
                                        BigDecimal.ZERO,
                                        null,
                                        null,
                                        List.of(new BonusTerms.Step(
                                                BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ZERO))))));
        return id;
    }

    private MvcTestResult decide(SchemeId id, String on) {
        return post(id.href() + "/decide", "on", on, "decision", "Minutes 3");
    }

    private String drafted(String year, Map<String, String> fields) {
        return Objects.requireNonNull(draft(year, fields).getResponse().getRedirectedUrl());
    }

    private MvcTestResult draft(String year, Map<String, String> fields) {
        var request = mvc.post()
                .uri("/economy/bonus/new")
                .param("id", UUID.randomUUID().toString())
                .param("name", "Scheme")
                .param("source", "Document 5")
                .param("year", year)
                .param("measure", "INCREASE");
        fields.forEach(request::param);
        return request.with(SignedIn.at(places.county())).exchange();
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(path);
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.with(SignedIn.at(places.county())).exchange();
    }

    private void posted(String on, String debit, String amount, String credit) {
        ledger.posted(
                places,
                places.east(),
                voucher(book, on, VoucherKind.NORMAL, debit, "", "D", amount, credit, "", "C", amount));
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }
}
