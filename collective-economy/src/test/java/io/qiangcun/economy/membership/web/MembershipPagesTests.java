package io.qiangcun.economy.membership.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.cooperative.CooperativeFixtures;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.membership.MembershipFixtures;
import io.qiangcun.economy.membership.TradeKind;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Members and what they trade, on the screen. Today is 16 November 2026. */
@ApplicationTest
class MembershipPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    CooperativeFixtures cooperatives;

    @Autowired
    MembershipFixtures members;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private CooperativeId sheep;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/cooperative-members/" + id;
    private String list;

    @BeforeEach
    void found() {
        places = ledger.county();
        sheep = cooperatives.in(places.east(), "Sheep");
        list = "/economy/cooperative-members?cooperative=" + sheep;
        members.household(places.east(), "0007");
    }

    @Test
    void aHouseholdJoinsWithItsLandAndLeaves() throws Exception {
        assertThat(get(list)).bodyText().contains("还没有社员");
        assertThat(get(sheep.href() + "/join")).bodyText().contains("户号");
        assertThat(join("mu", "12.5亩")).hasRedirectedUrl(list);
        assertThat(join("mu", "12.5")).hasRedirectedUrl(list);
        assertThat(get(list)).bodyText().containsOnlyOnce(">Old Li<").contains("0007户", "12.50", "10,000.00");
        assertThat(send(
                        sheep.href() + "/quota",
                        "id",
                        UUID.randomUUID().toString(),
                        "year",
                        "2026",
                        "kind",
                        "RESERVE",
                        "way",
                        "CONTRIBUTION",
                        "amount",
                        "300",
                        "basis",
                        "Articles 12"))
                .hasRedirectedUrl(list);

        assertThat(get(page)).bodyText().contains("应退 10,300.00 元");
        assertThat(send(
                        page + "/contributions",
                        "id",
                        UUID.randomUUID().toString(),
                        "on",
                        "2026-05-01",
                        "brings",
                        "MONEY",
                        "source",
                        "PROJECT",
                        "amount",
                        "500",
                        "shares",
                        "5"))
                .hasRedirectedUrl(page);
        assertThat(send(page + "/leave", "on", "2026-11-01", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("这里要填");
        assertThat(send(page + "/leave", "on", "2026-11-01", "reason", "Moved to town"))
                .hasRedirectedUrl(page);
        assertThat(send(page + "/leave", "on", "2026-11-01", "reason", "Moved to town"))
                .hasStatus(409);
        assertThat(get(page))
                .bodyText()
                .contains("Moved to town", "-10,000.00", "-500.00")
                .doesNotContain("办理退社");
        assertThat(get(list)).bodyText().doesNotContain("Old Li");
        assertThat(get(list + "&left=true")).bodyText().contains("Old Li", "已于2026-11-01退社");
        assertThat(statementsOf(() -> get(list))).hasSizeLessThanOrEqualTo(12);
        assertThat(statementsOf(() -> get(page))).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws Exception {
        assertThat(join("household", "0099")).hasStatus(422).bodyText().contains("住户台账里没有户号 0099", "Old Li");
        assertThat(join("on", "2030-01-01")).hasStatus(422).bodyText().contains("日期不能晚于今天");
        assertThat(join("on", "2020-01-01")).hasStatus(422).bodyText().contains("不能早于");
        assertThat(join("mu", "")).hasStatus(422).bodyText().contains("土地入股要填亩数");
        assertThat(join("amount", "1e20")).hasStatus(422).bodyText().contains("请写成数字");
        assertThat(join("kind", "PERSON")).hasStatus(422).bodyText().contains("人员台账里没有 Old Li");
        assertThat(join("name", "Old Li")).hasRedirectedUrl(list);
        assertThat(join("id", UUID.randomUUID().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("已经是这家合作社的社员");
    }

    @Test
    void tradesAreWeighedOneAfterTheOther() throws Exception {
        join("name", "Old Li");
        var form = sheep.href() + "/trades/new";
        var trade = UUID.randomUUID().toString();

        assertThat(get(form)).bodyText().contains("1 Old Li");
        assertThat(trade(trade, "", "")).hasStatus(422).bodyText().contains("这里要填", "Wool");
        for (var times = 0; times < 2; times++) {
            assertThat(trade(trade, id, "")).hasRedirectedUrl(form + "?kind=SALE&product=Wool&unit=kg");
        }
        assertThat(get(form + "?kind=SALE&product=Wool&unit=kg")).bodyText().contains("value=\"Wool\"", "value=\"kg\"");
        assertThat(trade(UUID.randomUUID().toString(), "", "Trader")).hasStatus3xxRedirection();
        var trades = "/economy/cooperative-trades?cooperative=" + sheep;
        assertThat(get(trades)).bodyText().contains("2026年按产品汇总", "1,234.50", "Trader", "非社员");
        assertThat(send(
                        "/economy/cooperative-trades/" + trade + "/withdraw",
                        "reason",
                        "",
                        "cooperative",
                        sheep.toString()))
                .hasRedirectedUrl(trades);
        assertThat(send(
                        "/economy/cooperative-trades/" + trade + "/withdraw",
                        "reason",
                        "Weighed twice",
                        "cooperative",
                        sheep.toString()))
                .hasRedirectedUrl(trades);
        assertThat(get(trades)).bodyText().contains("已撤回：Weighed twice");
        assertThat(get("/economy/cooperative-trades/export")).hasStatusOk();
        assertThat(get("/economy/cooperative-members/export")).hasStatusOk();
        assertThat(statementsOf(() -> get(trades))).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void sheetsBringMembersAndTrades() throws Exception {
        members.household(places.east(), "0008");
        var heads = List.of("村", "合作社", "社员类型", "户号", "姓名或名称", "入社日期", "出资方式", "金额（元）", "土地（亩）", "股数");
        var wrong = upload(
                "/economy/cooperative-members/import",
                Sheets.filled(
                        heads,
                        row("", "本地农户", "0007", "Li", "2025-04-01", "货币", "500", "", "5"),
                        row("", "本地农户", "0099", "Wu", "2025-04-01", "", "", "", "")));
        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(wrong.getResponse().getContentAsString(StandardCharsets.UTF_8)))
                .anySatisfy(line -> assertThat(line).contains("住户台账里没有户号 0099"));

        var right = Sheets.filled(
                heads,
                row("", "本地农户", "0007", "Li", "2025-04-01", "货币", "500", "", "5"),
                row("Sheep", "本地农户", "0008", "Wu", "2025-04-01", "土地经营权", "800", "4", "8"));
        confirm("/economy/cooperative-members/import", right, "/economy/cooperative-members");
        assertThat(get(list)).bodyText().contains("Li", "Wu", "1,300.00");

        var trades = Sheets.filled(
                List.of("村", "合作社", "日期", "是否社员", "姓名或名称", "类别", "产品或事项", "数量", "单位", "金额（元）"),
                row("", "2026-05-01", "社员", "0008", "收购产品", "Wool", "20", "kg", "400"),
                row("", "2026-05-01", "非社员", "Trader", "供应生产资料", "Feed", "1", "t", "900"));
        confirm("/economy/cooperative-trades/import", trades, "/economy/cooperative-trades");
        assertThat(get("/economy/cooperative-trades?cooperative=" + sheep))
                .bodyText()
                .contains("Wu", "Trader", "900.00");
    }

    @Test
    void householdsAreCountedOnce() throws Exception {
        var goats = cooperatives.in(places.east(), "Goats");
        join("name", "Old Li");
        assertThat(send(goats.href() + "/join", fields("id", UUID.randomUUID().toString(), "mu", "1")))
                .hasStatus3xxRedirection();

        assertThat(mvc.get()
                        .uri("/core/metrics/economy.cooperative-households?month=2026-11")
                        .with(SignedIn.at(places.county())))
                .bodyText()
                .containsOnlyOnce("/economy/cooperative-members/");
        assertThat(mvc.get().uri("/economy/cooperative-members").with(SignedIn.at(places.county())))
                .bodyText()
                .contains("Sheep", "Goats");
    }

    @Test
    void isNotThereOutsideTheJurisdiction() throws Exception {
        join("name", "Old Li");
        var member = members.member(places.east(), sheep, "Wool mill", "1000");
        var trade = members.traded(places.east(), sheep, member, TradeKind.SALE, "10", "2026-03-01");

        assertThat(outside(page)).hasStatus(404);
        assertThat(outside(sheep.href() + "/join")).hasStatus(404);
        assertThat(outside(sheep.href() + "/trades/new")).hasStatus(404);
        assertThat(outside("/economy/cooperative-members")).bodyText().doesNotContain("Old Li");
        assertThat(outside("/economy/cooperative-trades")).bodyText().doesNotContain("Wool mill");
        assertThat(send(page + "/leave", places.west(), "on", "2026-11-01", "reason", "Envy"))
                .hasStatus(404);
        assertThat(send("/economy/cooperative-trades/" + trade + "/withdraw", places.west(), "reason", "Envy"))
                .hasStatus(404);
    }

    private MvcTestResult trade(String trade, String member, String name) {
        return send(
                sheep.href() + "/trades/new",
                "id",
                trade,
                "member",
                member,
                "name",
                name,
                "kind",
                "SALE",
                "product",
                "Wool",
                "quantity",
                "10",
                "unit",
                "kg",
                "amount",
                "1,234.50",
                "on",
                "2026-05-01");
    }

    private MvcTestResult join(String field, String value) {
        return send(sheep.href() + "/join", fields(field, value));
    }

    /** A household as it is typed, but for some fields. */
    private String[] fields(String... others) {
        var fields = new ArrayList<>(List.of(
                "id",
                id,
                "kind",
                "HOUSEHOLD",
                "household",
                "0007",
                "name",
                "Old Li",
                "on",
                "2025-04-01",
                "brings",
                "LAND",
                "source",
                "OWN",
                "object",
                "North field",
                "mu",
                "12",
                "amount",
                "10000",
                "shares",
                "100"));
        for (var at = 0; at < others.length; at += 2) {
            fields.set(fields.indexOf(others[at]) + 1, others[at + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private static List<String> row(String... cells) {
        var row = new ArrayList<>(List.of("East Village"));
        row.addAll(Arrays.asList(cells));
        return row;
    }

    private MvcTestResult upload(String path, byte[] workbook) {
        return mvc.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile("file", "list.xlsx", null, workbook))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(places.east()))
                .exchange();
    }

    /** Looks at the sheet, then enters what the page carries. */
    private void confirm(String path, byte[] workbook, String list) throws Exception {
        var looked = upload(path, workbook);
        assertThat(looked).hasStatusOk();
        var html = looked.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(mvc.post()
                        .uri(path + "/confirm")
                        .param("id", hidden(html, "id"))
                        .param("sheet", hidden(html, "sheet"))
                        .with(SignedIn.at(places.east())))
                .hasRedirectedUrl(list);
    }

    private static String hidden(String page, String field) {
        var input =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*+)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.east())).exchange();
    }

    private MvcTestResult outside(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.west())).exchange();
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
