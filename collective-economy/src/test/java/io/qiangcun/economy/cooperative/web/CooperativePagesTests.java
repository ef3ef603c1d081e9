package io.qiangcun.economy.cooperative.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.economy.cooperative.CooperativeFixtures;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Cooperatives on the screen. Today is 16 November 2026. */
@ApplicationTest
class CooperativePagesTests {

    private static final String ENOUGH = "Everything that has to be said of it, and a little more";

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    CooperativeFixtures cooperatives;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/cooperatives/" + id;

    @BeforeEach
    void plant() {
        places = ledger.county();
    }

    @Test
    void aCooperativeIsWrittenDownAndEnds() throws Exception {
        assertThat(get("/economy/cooperatives")).bodyText().contains("还没有合作社");
        assertThat(get("/economy/cooperatives/new")).bodyText().contains("East Village", "四方面规范");
        assertThat(write("creditCode", "９１３５０１００m000100y43")).hasRedirectedUrl(page);
        assertThat(write("name", "Sheep")).hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("91350100M000100Y43", "写清 1／4", "还有3方面没有写清");

        assertThat(send(page + "/edit", fields("operation", ENOUGH, "equity", ENOUGH, "joining", ENOUGH)))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("已写清").doesNotContain("没有写清");
        assertThat(send(page + "/edit", fields("name", "Late"))).hasStatus(409);

        assertThat(send(page + "/dissolve", "version", "1", "on", "2026-11-01", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("这里要填");
        assertThat(send(page + "/dissolve", "version", "1", "on", "2026-11-01", "reason", "Nobody came"))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("已注销", "Nobody came").doesNotContain("注销合作社</summary>");
        assertThat(statementsOf(() -> get(page))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get("/economy/cooperatives"))).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(write("creditCode", "91350100M000100Y44"))
                .hasStatus(422)
                .bodyText()
                .contains("代码不对", ENOUGH);
        assertThat(write("foundedOn", "2030-01-01")).hasStatus(422).bodyText().contains("成立日期不能晚于今天");
        assertThat(write("branchName", "")).hasStatus(422).bodyText().contains("请选择领办党组织");
        cooperatives.in(places.east(), "Twice");
        assertThat(write("name", "Twice")).hasStatus(422).bodyText().contains("已经有同名的合作社");
        assertThat(get(page)).hasStatus(404);
    }

    @Test
    void aTownshipJoinsThemAndMakesThemExamples() throws Exception {
        var sheep = cooperatives.in(places.east(), "Sheep");
        var all = cooperatives.in(places.township(), "All");
        var west = cooperatives.in(places.west(), "West");
        var at = sheep.href();

        assertThat(above(at + "/federation", "version", "0", "federation", all.toString()))
                .hasRedirectedUrl(at);
        assertThat(above(at + "/federation", "version", "1", "federation", west.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("只能加入所在");
        assertThat(mvc.get().uri(all.href()).with(SignedIn.at(places.township())))
                .bodyText()
                .contains("Sheep", "East Village");
        assertThat(get(at)).bodyText().contains("All");
        assertThat(above(all.href() + "/dissolve", "version", "0", "on", "2026-11-01", "reason", "Over"))
                .hasStatus(422)
                .bodyText()
                .contains("还有成员社");

        var tag = UUID.randomUUID().toString();
        assertThat(above(at + "/tags", "id", tag, "level", "COUNTY", "awardedBy", "Office", "on", "2026-05-01"))
                .hasRedirectedUrl(at);
        assertThat(above(
                        at + "/tags",
                        "id",
                        UUID.randomUUID().toString(),
                        "level",
                        "COUNTY",
                        "awardedBy",
                        "Office",
                        "on",
                        "2026-05-01"))
                .hasStatus(422)
                .bodyText()
                .contains("已经是这一级的示范社");
        assertThat(get("/economy/cooperatives?tagged=true")).bodyText().contains("Sheep", "级示范社");
        assertThat(above(at + "/tags/" + tag + "/revoke", "reason", "Accounts unsound"))
                .hasRedirectedUrl(at);
        assertThat(get(at)).bodyText().contains("Accounts unsound");
        assertThat(send(at + "/tags", "id", tag, "level", "COUNTY", "awardedBy", "Own", "on", "2026-05-01"))
                .hasStatus(403);
    }

    @Test
    void worksWithAnEnterprise() throws Exception {
        var at = cooperatives.in(places.east(), "Sheep").href();
        var partner = UUID.randomUUID().toString();

        assertThat(send(at + "/partners", agreed(partner, "sharePercent", "130")))
                .hasStatus(422)
                .bodyText()
                .contains("请填0到100之间的数");
        assertThat(send(at + "/partners", agreed(partner, "sharePercent", "30")))
                .hasRedirectedUrl(at);
        assertThat(send(at + "/partners", agreed(partner, "sharePercent", "30")))
                .hasRedirectedUrl(at);
        assertThat(get(at)).bodyText().containsOnlyOnce("<h3>Meat works").contains("30.00%", "60 a share");
        assertThat(send(at + "/partners/" + partner + "/end", "reason", "Sold")).hasRedirectedUrl(at);
        assertThat(get(at)).bodyText().contains("已终止", "Sold");
    }

    @Test
    void coverageOpensItsRows() throws Exception {
        cooperatives.in(places.east(), "Sheep");

        assertThat(county("/economy/cooperatives/coverage"))
                .bodyText()
                .contains("Stone Bridge", "50%", "covered=false")
                .doesNotContain("West Village");
        assertThat(county("/economy/cooperatives/coverage?place=" + places.township() + "&covered=false"))
                .bodyText()
                .contains("West Village")
                .doesNotContain("East Village");
        assertThat(county("/economy/cooperatives/coverage?place=" + places.township() + "&covered=true"))
                .bodyText()
                .contains("East Village", "Sheep")
                .doesNotContain("West Village");
        assertThat(county("/core/metrics/economy.cooperative-villages-covered?month=2026-11"))
                .bodyText()
                .contains("East Village");
        assertThat(county("/economy/cooperatives/coverage/export")).hasStatusOk();
        assertThat(county("/economy/cooperatives/export")).hasStatusOk();
        assertThat(statementsOf(() -> county("/economy/cooperatives/coverage"))).hasSizeLessThanOrEqualTo(10);
        assertThat(found("economy.cooperative-missing"))
                .extracting(Finding::place)
                .containsExactly(places.west());
        assertThat(found("economy.cooperative-incomplete")).isEmpty();
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        write("name", "Sheep");

        assertThat(mvc.get().uri(page).with(SignedIn.at(places.west()))).hasStatus(404);
        assertThat(mvc.get().uri("/economy/cooperatives").with(SignedIn.at(places.west())))
                .bodyText()
                .doesNotContain("Sheep");
        assertThat(mvc.get()
                        .uri("/economy/cooperatives/new?place=" + places.east())
                        .with(SignedIn.at(places.west())))
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/economy/cooperatives/coverage?place=" + places.east())
                        .with(SignedIn.at(places.west())))
                .hasStatus(404);
        assertThat(send(page + "/dissolve", places.west(), "version", "0", "on", "2026-11-01", "reason", "Envy"))
                .hasStatus(404);
    }

    private List<Finding> found(String code) {
        return ledger.at(
                places.county(),
                () -> Objects.requireNonNull(transaction.execute(status -> rules.stream()
                        .filter(rule -> rule.code().equals(code))
                        .flatMap(rule -> rule.findings(Jurisdiction.within(places.county()), TestClock.TODAY))
                        .toList())));
    }

    private static String[] agreed(String partner, String field, String value) {
        var fields = new ArrayList<>(List.of(
                "id",
                partner,
                "enterprise",
                "Meat works",
                "agreement",
                "Order 1",
                "from",
                "2026-01-01",
                "sharePercent",
                "1",
                "benefitRule",
                "60 a share, then 40/30/30"));
        fields.set(fields.indexOf(field) + 1, value);
        return fields.toArray(String[]::new);
    }

    /** A cooperative as it is typed, but for some fields. */
    private String[] fields(String... others) {
        var fields = new ArrayList<>(List.of(
                "id",
                id,
                "version",
                "0",
                "place",
                places.east().toString(),
                "name",
                "Sheep",
                "branch",
                "",
                "branchName",
                "Branch",
                "industry",
                "LIVESTOCK",
                "foundedOn",
                "2024-03-01",
                "creditCode",
                "",
                "mode",
                "ENTERPRISE",
                "development",
                ENOUGH,
                "operation",
                "Short",
                "equity",
                "",
                "joining",
                ""));
        for (var at = 0; at < others.length; at += 2) {
            fields.set(fields.indexOf(others[at]) + 1, others[at + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private MvcTestResult write(String field, String value) {
        return send("/economy/cooperatives/new", fields(field, value));
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.east())).exchange();
    }

    private MvcTestResult county(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.county())).exchange();
    }

    private MvcTestResult above(String path, String... fields) {
        return send(path, places.township(), fields);
    }

    private MvcTestResult send(String path, String... fields) {
        return send(path, places.east(), fields);
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(place));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
