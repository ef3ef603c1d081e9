package io.qiangcun.economy.help.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Weak villages and their helpers on the screen. Today is 16 November 2026. */
@ApplicationTest
class HelpPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private String east;

    @BeforeEach
    void plant() {
        places = ledger.county();
        east = "/economy/help/" + places.east();
    }

    @Test
    void aVillageIsListedHelpedAndLeaves() {
        assertThat(county("/economy/help")).bodyText().contains("可以逐个列入");
        assertThat(listed(places.east(), "2026-10-01", ""))
                .hasStatus(422)
                .bodyText()
                .contains("这里要填");
        assertThat(listed(places.east(), "2026-10-01", "Earns little")).hasRedirectedUrl(east);
        assertThat(listed(places.east(), "2026-10-01", "Again"))
                .hasStatus(422)
                .bodyText()
                .contains("已经在名单上");
        assertThat(county("/economy/help")).bodyText().contains("East Village", "Earns little", "未落实 1", "2026-10-01");
        assertThat(found()).extracting(Finding::place).containsExactly(places.east());

        assertThat(assigned("COUNTY_LEADER", "Leader One", "", "2026-10-10")).hasRedirectedUrl(east);
        assertThat(found()).isEmpty();
        assertThat(assigned("ENTERPRISE", "Mill", "", "2026-10-05"))
                .hasStatus(422)
                .bodyText()
                .contains("开始日期不能早于这一天", "Mill");
        assertThat(assigned("ENTERPRISE", "Mill", "", "2026-11-01")).hasRedirectedUrl(east);
        assertThat(county(east)).bodyText().contains("Mill", "Leader One", "2026-10-10至2026-11-01");
        assertThat(county("/economy/help")).bodyText().contains("企业 1 ＋ 未落实 0");
        assertThat(county("/economy/help?kind=COUNTY_LEADER")).bodyText().doesNotContain("East Village</a>");

        assertThat(send(east + "/unlisted", places.county(), "on", "2026-11-10", "reason", "Earns enough"))
                .hasRedirectedUrl(east);
        assertThat(send(east + "/unlisted", places.county(), "on", "2026-11-10", "reason", "Twice"))
                .hasStatus(409);
        assertThat(county("/economy/help")).bodyText().contains("2026-11-10退出", "年内退出 1");
        assertThat(county("/economy/help?year=2025")).bodyText().doesNotContain("Earns little");
        assertThat(county("/core/metrics/economy.weak-villages?month=2026-10"))
                .bodyText()
                .contains("East Village");
    }

    @Test
    void aRicherVillageHelpsAndAWeakOneDoesNot() {
        listed(places.east(), "2026-10-01", "Earns little");
        assertThat(assigned("RICH_VILLAGE", "", "", "2026-10-10")).hasStatus(422);
        assertThat(assigned("RICH_VILLAGE", "", places.east().toString(), "2026-10-10"))
                .hasStatus(422)
                .bodyText()
                .contains("不能自己包联自己");
        listed(places.west(), "2026-10-01", "Too");
        assertThat(assigned("RICH_VILLAGE", "", places.west().toString(), "2026-10-10"))
                .hasStatus(422)
                .bodyText()
                .contains("还在薄弱名单上");
        send("/economy/help/" + places.west() + "/unlisted", places.county(), "on", "2026-10-05", "reason", "Rich now");
        assertThat(assigned("RICH_VILLAGE", "", places.west().toString(), "2026-10-10"))
                .hasRedirectedUrl(east);
        assertThat(county(east)).bodyText().contains("West Village");
    }

    @Test
    void aHelperEndsAndAskedTwiceItIsStale() throws Exception {
        listed(places.east(), "2026-10-01", "Earns little");
        var helper = UUID.randomUUID().toString();
        assigned(helper, "ENTERPRISE", "Mill", "", "2026-10-10");
        assigned(helper, "ENTERPRISE", "Mill", "", "2026-10-10");
        assertThat(county(east)).bodyText().containsOnlyOnce("<b>Mill</b>");
        var end = east + "/helpers/" + helper + "/end";
        assertThat(send(end, places.county(), "on", "2026-10-01", "reason", "Moved"))
                .hasStatus(422)
                .bodyText()
                .contains("不能早于包联开始日期");
        assertThat(send(end, places.county(), "on", "2026-10-20", "reason", "Moved"))
                .hasRedirectedUrl(east);
        assertThat(send(end, places.county(), "on", "2026-10-20", "reason", "Moved"))
                .hasStatus(409);
        assertThat(county(east)).bodyText().contains("自2026-10-20起没有主要包联力量", "Moved");
        assertThat(county("/economy/help/export")).hasStatusOk();
        assertThat(county("/economy/help/import")).hasStatusOk();
        assertThat(county("/economy/help/new")).bodyText().contains("East Village");
        assertThat(statementsOf(() -> county("/economy/help"))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> county(east))).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void aListComesInFromASheet() throws Exception {
        var heads = List.of("村", "列入日期", "列入原因", "依据文件", "包联力量类别", "包联力量", "开始日期");
        var east = List.of("East Village", "2026-03-01", "Earns little", "Paper 1", "优秀企业", "Mill", "");
        assertThat(upload(
                        "/economy/help/import",
                        places.county(),
                        Sheets.filled(heads, east, List.of("West Village", "2026-03-01", "", "", "优秀企业", "", ""))))
                .hasStatus(422);
        assertThat(county("/economy/help")).bodyText().doesNotContain("Mill");
        confirm(
                "/economy/help/import",
                places.county(),
                Sheets.filled(heads, east, List.of("West Village", "2026-04-01", "Earns less", "", "", "", "")),
                "/economy/help");
        assertThat(county("/economy/help")).bodyText().contains("Mill", "Earns less", "企业 1 ＋ 未落实 1");
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        listed(places.east(), "2026-10-01", "Earns little");

        assertThat(mvc.get().uri(east).with(SignedIn.at(places.west()))).hasStatus(404);
        assertThat(mvc.get().uri("/economy/help").with(SignedIn.at(places.east())))
                .hasRedirectedUrl(east);
        assertThat(mvc.get()
                        .uri("/economy/help?place=" + ledger.county().east())
                        .with(SignedIn.at(places.county())))
                .hasStatus(404);
        assertThat(send(east + "/unlisted", places.township(), "on", "2026-11-10", "reason", "Envy"))
                .hasStatus(403);
        assertThat(send(east + "/unlisted", ledger.county().county(), "on", "2026-11-10", "reason", "Envy"))
                .hasStatus(404);
    }

    private List<Finding> found() {
        return ledger.at(
                places.county(),
                () -> Objects.requireNonNull(transaction.execute(status -> rules.stream()
                        .filter(rule -> rule.code().equals("economy.help-missing"))
                        .flatMap(rule -> rule.findings(Jurisdiction.within(places.county()), TestClock.TODAY))
                        .toList())));
    }

    private MvcTestResult listed(PlaceCode village, String on, String reason) {
        return send(
                "/economy/help/" + village + "/listed",
                places.county(),
                "id",
                UUID.randomUUID().toString(),
                "on",
                on,
                "reason",
                reason,
                "document",
                "Paper 1");
    }

    private MvcTestResult assigned(String kind, String name, String helping, String from) {
        return assigned(UUID.randomUUID().toString(), kind, name, helping, from);
    }

    private MvcTestResult assigned(String id, String kind, String name, String helping, String from) {
        return send(
                east + "/helpers",
                places.county(),
                "id",
                id,
                "kind",
                kind,
                "main",
                "true",
                "name",
                name,
                "helping",
                helping,
                "from",
                from,
                "duties",
                "Sells grain");
    }

    private MvcTestResult county(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.county())).exchange();
    }

    /** Looks at the sheet, then enters what the page carries; a second time it changes nothing. */
    private void confirm(String path, PlaceCode place, byte[] workbook, String list) throws Exception {
        var looked = upload(path, place, workbook);
        assertThat(looked).hasStatusOk();
        var html = looked.getResponse().getContentAsString(StandardCharsets.UTF_8);
        for (var time = 0; time < 2; time++) {
            assertThat(send(path + "/confirm", place, "id", hidden(html, "id"), "sheet", hidden(html, "sheet")))
                    .hasRedirectedUrl(list);
        }
    }

    private MvcTestResult upload(String path, PlaceCode place, byte[] workbook) {
        return mvc.post()
                .uri(path)
                .multipart()
                .file(new MockMultipartFile("file", "list.xlsx", null, workbook))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(place))
                .exchange();
    }

    private static String hidden(String page, String field) {
        var input =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*+)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(place));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
