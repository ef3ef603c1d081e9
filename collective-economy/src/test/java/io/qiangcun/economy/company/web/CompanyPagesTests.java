package io.qiangcun.economy.company.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What villages own together, on the screen. Today is 16 November 2026. */
@ApplicationTest
class CompanyPagesTests {

    private static final Pattern CLAIM = Pattern.compile("/economy/holdings/([0-9a-f-]{36})");

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private final String profit = UUID.randomUUID().toString();
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/companies/" + id;

    @BeforeEach
    void plant() {
        places = ledger.county();
    }

    @Test
    void aProfitIsSharedToTheCentAndReceivedByEachVillage() throws Exception {
        assertThat(get("/economy/companies")).bodyText().contains("登记第一个");
        assertThat(write("EQUAL")).hasRedirectedUrl(page);
        assertThat(write("EQUAL")).hasRedirectedUrl(page);
        assertThat(share("0", "100.01")).hasStatus(422).bodyText().contains("这一年没有股东");
        assertThat(admit("0", places.east(), "1")).hasRedirectedUrl(page);
        assertThat(admit("1", places.east(), "1")).hasStatus(422).bodyText().contains("已经是股东");
        assertThat(admit("1", places.west(), "3")).hasRedirectedUrl(page);
        assertThat(share("2", "100.01")).hasRedirectedUrl(page);
        assertThat(share("2", "100.01")).hasStatus(409);
        assertThat(share("3", "5")).hasStatus(422).bodyText().contains("这一年已经分配过");
        assertThat(get(page)).bodyText().contains("East Village", "West Village", "50.01", "50.00", "不低于30%");

        var owed = mvc.get()
                .uri("/economy/holdings")
                .with(SignedIn.at(places.east()))
                .exchange();
        assertThat(owed).bodyText().contains("Joint", "50.01").doesNotContain("50.00", page);
        var claim = CLAIM.matcher(owed.getResponse().getContentAsString());
        assertThat(claim.find()).isTrue();
        var of = claim.group();
        assertThat(send(of + "/receive", places.east(), "on", "2026-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("不能早于 2026-11-10");
        assertThat(send(of + "/receive", places.east(), "on", "2026-11-12")).hasRedirectedUrl(of);
        assertThat(send(of + "/receive", places.east(), "on", "2026-11-12")).hasStatus(409);
        assertThat(send(of + "/receive", places.west(), "on", "2026-11-12")).hasStatus(404);
        assertThat(mvc.get().uri(of).with(SignedIn.at(places.west()))).hasStatus(404);
        assertThat(send(page + "/profits/withdraw", places.township(), "id", profit, "version", "3", "reason", "Wrong"))
                .hasStatus(422)
                .bodyText()
                .contains("已经有股东收到");
        assertThat(get("/economy/holdings?owed=true"))
                .bodyText()
                .contains("West Village")
                .doesNotContain("East Village");
        assertThat(statementsOf(() -> get(page))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get("/economy/companies"))).hasSizeLessThanOrEqualTo(10);
        assertThat(statementsOf(() -> get("/economy/holdings"))).hasSizeLessThanOrEqualTo(10);
    }

    /** What a village receives is drafted in its own book, against income from what it invested. */
    @Test
    void theReceiptIsDraftedInTheBookOfTheVillage() throws Exception {
        var book = ledger.bookOf(places, places.east());
        write("EQUAL");
        admit("0", places.east(), "1");
        admit("1", places.west(), "1");
        share("2", "100.01");
        var list = mvc.get()
                .uri("/economy/holdings")
                .with(SignedIn.at(places.east()))
                .exchange();
        var claim = CLAIM.matcher(list.getResponse().getContentAsString());
        assertThat(claim.find()).isTrue();
        var of = claim.group();
        var account = book + ":102";

        assertThat(mvc.get().uri(of).with(SignedIn.at(places.east())))
                .bodyText()
                .contains(account, "不生成凭证");
        assertThat(send(of + "/receive", places.east(), "on", "2026-11-12", "account", account, "sheets", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("附");
        assertThat(send(of + "/receive", places.east(), "on", "2026-11-12", "account", "nowhere", "sheets", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择收到哪个账户");
        assertThat(send(of + "/receive", places.east(), "on", "2026-11-12", "account", account, "sheets", "1"))
                .hasRedirectedUrl(of);
        assertThat(mvc.get().uri(of).with(SignedIn.at(places.east())))
                .bodyText()
                .contains("看收款凭证");
        assertThat(mvc.get().uri("/economy/books/" + book + "/vouchers").with(SignedIn.at(places.east())))
                .bodyText()
                .contains("收到Joint2026年利润");
    }

    @Test
    void goesBySharesWhereTheVillagesAgreedSo() throws Exception {
        write("SHARES");
        admit("0", places.east(), "1");
        admit("1", places.west(), "3");

        assertThat(share("2", "100")).hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("25.00", "75.00");
        assertThat(send(page + "/profits/withdraw", places.township(), "id", profit, "version", "3", "reason", "Audit"))
                .hasRedirectedUrl(page);
        assertThat(get("/economy/holdings")).bodyText().contains("没有应收的利润");
        assertThat(send(
                        page + "/release",
                        places.township(),
                        "version",
                        "4",
                        "village",
                        places.west().toString()))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("已撤回：Audit", "已于2026-11-16退出");
        assertThat(get("/economy/companies/export")).hasStatusOk();
        assertThat(get("/economy/holdings/export")).hasStatusOk();
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        write("EQUAL");
        var elsewhere = ledger.county();

        assertThat(mvc.get().uri(page).with(SignedIn.at(elsewhere.township()))).hasStatus(404);
        assertThat(mvc.get().uri(page).with(SignedIn.at(places.east()))).hasStatus(404);
        assertThat(send(page + "/dissolve", elsewhere.township(), "version", "0", "on", "2026-11-01", "reason", "Envy"))
                .hasStatus(404);
        assertThat(admit("0", elsewhere.east(), "1")).hasStatus(404);
        assertThat(send(page + "/dissolve", places.township(), "version", "0", "on", "2026-11-01", "reason", "Over"))
                .hasRedirectedUrl(page);
    }

    private MvcTestResult write(String split) {
        return send(
                "/economy/companies/new",
                places.township(),
                "id",
                id,
                "place",
                places.township().toString(),
                "kind",
                "COMPANY",
                "name",
                "Joint",
                "creditCode",
                "",
                "foundedOn",
                "2025-01-01",
                "purpose",
                "Park",
                "split",
                split);
    }

    private MvcTestResult admit(String version, PlaceCode village, String shares) {
        return send(
                page + "/holders",
                places.township(),
                "version",
                version,
                "village",
                village.toString(),
                "contributed",
                "1000",
                "shares",
                shares,
                "on",
                "2025-02-01");
    }

    private MvcTestResult share(String version, String amount) {
        return send(
                page + "/profits",
                places.township(),
                "id",
                amount.equals("5") ? UUID.randomUUID().toString() : profit,
                "version",
                version,
                "year",
                "2026",
                "amount",
                amount,
                "basis",
                "Meeting",
                "on",
                "2026-11-10");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.township())).exchange();
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(place));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
