package io.qiangcun.economy.project.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Support projects on the screen. Today is 16 November 2026. */
@ApplicationTest
class ProjectPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/projects/" + id;

    @BeforeEach
    void plant() {
        places = ledger.county();
    }

    @Test
    void aProjectIsBuiltAndAcceptedAfterItWasPutRight() {
        assertThat(get("/economy/projects", places.county())).bodyText().contains("登记第一个");
        assertThat(get("/economy/projects/new", places.county())).bodyText().contains("East Village");
        assertThat(write()).hasRedirectedUrl(page);
        assertThat(write()).hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("Cattle sheds", "100,000.00", "中央财政");

        assertThat(village("/complete", "version", "0", "on", "2026-05-01")).hasStatus(409);
        assertThat(village("/start", "version", "0", "on", "2025-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("不能早于 2026-01-10");
        assertThat(village("/start", "version", "0", "on", "2026-03-01")).hasRedirectedUrl(page);
        var step = UUID.randomUUID().toString();
        assertThat(village("/steps", "id", step, "name", "Walls", "on", "2026-06-01"))
                .hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("Walls", "2026-06-01到期未完成");
        assertThat(found("economy.project-late")).hasSize(1);
        assertThat(village("/steps/" + step, "on", "2026-06-20", "note", "Stand"))
                .hasRedirectedUrl(page);
        assertThat(village("/steps/" + step, "on", "2026-06-20", "note", "Twice"))
                .hasStatus(409);

        assertThat(county("/acceptances", accepted("1", "2026-09-01", "")))
                .hasStatus(422)
                .bodyText()
                .contains("还没有完工");
        assertThat(village("/complete", "version", "1", "on", "2026-07-01")).hasRedirectedUrl(page);
        assertThat(found("economy.project-late")).isEmpty();
        assertThat(found("economy.project-unaccepted")).hasSize(1);
        assertThat(county("/acceptances", accepted("2", "2026-08-01", "2026-09-01")))
                .hasRedirectedUrl(page);
        assertThat(get(page, places.county())).bodyText().contains("限2026-09-01前整改", "已完工");
        assertThat(county("/acceptances", accepted("2", "2026-09-02", ""))).hasStatus(409);
        assertThat(county("/acceptances", accepted("3", "2026-09-02", ""))).hasRedirectedUrl(page);
        assertThat(get(page, places.county())).bodyText().contains("已验收", "验收合格");
        assertThat(found("economy.project-unaccepted")).isEmpty();
        assertThat(county("/stop", "version", "4", "on", "2026-09-03", "reason", "Late"))
                .hasStatus(409);
        assertThat(village("/stop", "version", "4", "on", "2026-09-03", "reason", "Late"))
                .hasStatus(403);
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLost() {
        assertThat(write("amounts", "")).hasStatus(422).bodyText().contains("至少有一个来源给了资金", "Cattle sheds");
        assertThat(write("approvedOn", "2030-01-01")).hasStatus(422).bodyText().contains("日期不能晚于今天");
        assertThat(write("plannedUntil", "2025-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("不能早于开始日期");
        assertThat(write("name", "")).hasStatus(422).bodyText().contains("这里要填", "100000");
        write();
        assertThat(send(
                        "/economy/projects/new",
                        places.county(),
                        fields("id", UUID.randomUUID().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("已经有这个编号");
        assertThat(send(page + "/edit", places.county(), fields("version", "0", "plannedUntil", "2025-01-01")))
                .hasStatus(422)
                .bodyText()
                .contains("不能早于开始日期");
        assertThat(send(page + "/edit", places.county(), fields("version", "0", "amounts", "120000")))
                .hasRedirectedUrl(page);
        assertThat(send(page + "/edit", places.county(), fields("version", "0", "amounts", "130000")))
                .hasStatus(409);
        assertThat(get(page, places.county())).bodyText().contains("120,000.00");
    }

    @Test
    void moneyIsReadFromTheBookOrTypedBesideIt() {
        write();
        var entry = UUID.randomUUID().toString();
        assertThat(county("/funds", fund(entry, "GRANTED", "60000"))).hasRedirectedUrl(page);
        assertThat(county("/funds", fund(entry, "GRANTED", "60000"))).hasRedirectedUrl(page);
        assertThat(county("/funds", fund(UUID.randomUUID().toString(), "SPENT", "0")))
                .hasStatus(422)
                .bodyText()
                .contains("金额要大于零");

        var book = ledger.bookOf(places, places.east());
        ledger.posted(
                places,
                places.east(),
                LedgerFixtures.voucher(
                        book, "2026-03-02", VoucherKind.NORMAL, "102", "", "D", "40000", "241", "Sheds", "C", "40000"));
        ledger.posted(
                places,
                places.east(),
                LedgerFixtures.voucher(
                        book, "2026-04-02", VoucherKind.NORMAL, "153", "Sheds", "D", "70000", "102", "", "C", "70000"));
        ledger.posted(
                places,
                places.east(),
                LedgerFixtures.voucher(
                        book, "2026-04-03", VoucherKind.NORMAL, "241", "Sheds", "D", "5000", "311", "", "C", "5000"));
        assertThat(village("/ledger", "version", "0", "detail", book + " Nothing"))
                .hasStatus(422);
        assertThat(village("/ledger", "version", "0", "detail", book + " Sheds"))
                .hasRedirectedUrl(page);
        assertThat(get(page, places.east()))
                .bodyText()
                .contains("70,000.00", "来自账簿")
                .doesNotContain("5,000.00</td>");
        assertThat(get("/economy/projects/funds", places.county()))
                .bodyText()
                .contains("中央财政", "100,000.00", "30,000.00");

        assertThat(county("/funds", fund(UUID.randomUUID().toString(), "SPENT", "35000")))
                .hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("支出超过到位资金 5,000.00");
        assertThat(found("economy.project-overspent")).hasSize(1);
        assertThat(county("/funds/" + entry + "/void", "reason", "")).hasStatus(422);
        assertThat(county("/funds/" + entry + "/void", "reason", "Typed twice")).hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("已作废：Typed twice", "65,000.00");

        var line = transactionally(() -> line("70000"));
        assertThat(village("/lines/" + line, "kind", "RETURNED", "source", "CENTRAL"))
                .hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("退回资金（元）");
        assertThat(village("/lines/" + UUID.randomUUID() + "/1", "kind", "SPENT", "source", ""))
                .hasStatus(404);
    }

    @Test
    void incomeIsAskedForAYearAfterItWasCompleted() {
        send("/economy/projects/new", places.county(), fields("approvedOn", "2024-01-10", "plannedFrom", "2024-02-01"));
        village("/start", "version", "0", "on", "2024-03-01");
        village("/complete", "version", "1", "on", "2025-06-01");
        assertThat(found("economy.project-no-income")).hasSize(1);
        assertThat(county("/reason", "reason", "A road")).hasRedirectedUrl(page);
        assertThat(found("economy.project-no-income")).isEmpty();
        assertThat(get(page, places.east())).bodyText().contains("A road");
    }

    @Test
    void aCountyKeepsSourcesOfItsOwn() throws Exception {
        var source = UUID.randomUUID().toString();
        assertThat(send("/economy/projects/sources", places.county(), "id", source, "name", "Lottery"))
                .hasRedirectedUrl("/economy/projects/funds");
        assertThat(send(
                        "/economy/projects/sources",
                        places.county(),
                        "id",
                        UUID.randomUUID().toString(),
                        "name",
                        "Lottery"))
                .hasStatus(422)
                .bodyText()
                .contains("已经有这个来源");
        assertThat(get("/economy/projects/new?place=" + places.east(), places.county()))
                .bodyText()
                .contains("Lottery");
        assertThat(get("/economy/projects/new?place=" + ledger.county().east(), places.county()))
                .hasStatus(404);
        assertThat(send("/economy/projects/sources/" + source + "/retire", places.county(), "retired", "true"))
                .hasRedirectedUrl("/economy/projects/funds");
        assertThat(get("/economy/projects/new?place=" + places.east(), places.county()))
                .bodyText()
                .doesNotContain("name=\"sources\" value=\"" + source);
        assertThat(get("/economy/projects/export", places.county())).hasStatusOk();
        assertThat(get("/economy/projects/funds/export", places.county())).hasStatusOk();
        assertThat(get("/economy/projects/import", places.county())).hasStatusOk();
        write();
        assertThat(statementsOf(() -> get("/economy/projects", places.county())))
                .hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get(page, places.county()))).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void projectsComeInFromASheet() throws Exception {
        var heads = List.of("村", "项目编号", "项目名称", "批准日期", "计划开工", "计划完工", "资金来源", "批准资金（元）");
        assertThat(upload(
                        "/economy/projects/import",
                        places.county(),
                        Sheets.filled(
                                heads,
                                List.of(
                                        "East Village",
                                        "1",
                                        "Sheds",
                                        "2026-01-01",
                                        "2026-02-01",
                                        "2026-03-01",
                                        "Nobody",
                                        "5"))))
                .hasStatus(422);
        confirm(
                "/economy/projects/import",
                places.county(),
                Sheets.filled(
                        heads,
                        List.of(
                                "East Village",
                                "1",
                                "Sheds",
                                "2026-01-01",
                                "2026-02-01",
                                "2026-03-01",
                                "中央财政",
                                "500000"),
                        List.of(
                                "West Village",
                                "1",
                                "Mill",
                                "2026-01-01",
                                "2026-02-01",
                                "2026-03-01",
                                "党费补助",
                                "20000")),
                "/economy/projects");
        assertThat(get("/economy/projects", places.county())).bodyText().contains("Sheds", "Mill", "520,000.00");
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        write();

        assertThat(get(page, places.west())).hasStatus(404);
        assertThat(get("/economy/projects", places.west())).bodyText().doesNotContain("Cattle sheds");
        assertThat(send(page + "/start", places.west(), "version", "0", "on", "2026-03-01"))
                .hasStatus(404);
        assertThat(send(page + "/stop", ledger.county().county(), "version", "0", "on", "2026-03-01", "reason", "Envy"))
                .hasStatus(404);
        assertThat(send("/economy/projects/new", ledger.county().county(), fields()))
                .hasStatus(404);
    }

    @Autowired
    JdbcClient database;

    private String line(String amount) {
        return database.sql("""
                select voucher_id || '/' || line_no from economy_line
                where place_code = :place and account_code = '153' and amount = cast(:amount as numeric)
                """)
                .param("place", places.east().value())
                .param("amount", amount)
                .query(String.class)
                .single();
    }

    private String transactionally(Supplier<String> what) {
        return ledger.at(places.county(), () -> Objects.requireNonNull(transaction.execute(status -> what.get())));
    }

    private List<Finding> found(String code) {
        return ledger.at(
                places.county(),
                () -> Objects.requireNonNull(transaction.execute(status -> rules.stream()
                        .filter(rule -> rule.code().equals(code))
                        .flatMap(rule -> rule.findings(Jurisdiction.within(places.county()), TestClock.TODAY))
                        .filter(finding -> code.equals("economy.project-late")
                                ? finding.dueOn().isBefore(TestClock.TODAY)
                                : true)
                        .toList())));
    }

    private static String[] accepted(String version, String on, String until) {
        return new String[] {
            "id",
            UUID.randomUUID().toString(),
            "version",
            version,
            "on",
            on,
            "body",
            "Office",
            "putRightBy",
            until,
            "note",
            "Roof leaks"
        };
    }

    private static String[] fund(String id, String kind, String amount) {
        return new String[] {
            "id", id, "kind", kind, "source", "CENTRAL", "amount", amount, "on", "2026-03-01", "note", "Paid directly"
        };
    }

    /** A project as it is typed, but for some fields. */
    private String[] fields(String... others) {
        var fields = new ArrayList<>(List.of(
                "id",
                id,
                "version",
                "",
                "place",
                places.east().toString(),
                "number",
                "2026-1",
                "name",
                "Cattle sheds",
                "content",
                "Two sheds",
                "industryChain",
                "true",
                "approvedOn",
                "2026-01-10",
                "approvedBy",
                "Paper 7",
                "plannedFrom",
                "2026-03-01",
                "plannedUntil",
                "2026-10-01",
                "incomeTarget",
                "8000",
                "sources",
                "CENTRAL",
                "amounts",
                "100000"));
        for (var at = 0; at < others.length; at += 2) {
            fields.set(fields.indexOf(others[at]) + 1, others[at + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private MvcTestResult write(String... others) {
        return send("/economy/projects/new", places.county(), fields(others));
    }

    private MvcTestResult village(String path, String... fields) {
        return send(page + path, places.east(), fields);
    }

    private MvcTestResult county(String path, String... fields) {
        return send(page + path, places.county(), fields);
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
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
