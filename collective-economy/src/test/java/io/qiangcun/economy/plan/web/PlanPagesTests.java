package io.qiangcun.economy.plan.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.FieldSource;
import io.qiangcun.core.procedure.StepGuard;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans of villages on the screen. Today is 16 November 2026. */
@ApplicationTest
class PlanPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    BookService books;

    @Autowired
    CurrentAccount current;

    @Autowired
    List<FieldSource> sources;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/plans/" + id;

    @BeforeEach
    void plant() {
        places = ledger.county();
    }

    @Test
    void aVillagePlansAndTheLedgerSaysHowFarItIs() throws Exception {
        var book = ledger.bookOf(places, places.east());
        ledger.posted(
                places,
                places.east(),
                LedgerFixtures.voucher(
                        book, "2026-03-02", VoucherKind.NORMAL, "102", "", "D", "60000", "501", "", "C", "60000"));
        assertThat(get("/economy/plans/new", places.east())).bodyText().contains("年度 2026（元）", "第9型");
        assertThat(write()).hasRedirectedUrl(page);
        assertThat(write()).hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("100,000.00", "60,000.00", "60%", "第3型", "Cold store");
        assertThat(get("/economy/plans", places.east())).hasRedirectedUrl(page);
        assertThat(get("/economy/plans/new", places.east())).hasRedirectedUrl(page);
        assertThat(get("/economy/plans", places.county()))
                .bodyText()
                .contains("East Village", "60%", "West Village", "100,000.00");
        assertThat(get("/economy/plans?standing=MISSING", places.county()))
                .bodyText()
                .contains("West Village")
                .doesNotContain("East Village");
        assertThat(get("/economy/plans?year=2027", places.county())).bodyText().contains("120,000.00");

        assertThat(send(page + "/edit", places.east(), fields("version", "0", "amounts", "50000")))
                .hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("达到</span>", "120%");
        assertThat(send(page + "/edit", places.east(), fields("version", "0", "amounts", "70000")))
                .hasStatus(409);
        assertThat(send(page + "/end", places.east(), "version", "1", "on", "2026-11-10", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("这里要填");
        assertThat(send(page + "/end", places.east(), "version", "1", "on", "2026-11-10", "reason", "New start"))
                .hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("2026-11-10结束", "New start");
        assertThat(statementsOf(() -> get("/economy/plans", places.county()))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get(page, places.east()))).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void aCardRestsOnThePlanAndOnClosedMonths() {
        var book = ledger.bookOf(places, places.east());
        ledger.posted(
                places,
                places.east(),
                LedgerFixtures.voucher(
                        book,
                        "2026-03-02",
                        VoucherKind.NORMAL,
                        "102",
                        "",
                        "D",
                        "60000.90",
                        "501",
                        "",
                        "C",
                        "60000.90"));

        assertThat(known(places.east(), "economy.plan-target", "year")).isEqualTo("economy.plan.unknown.no-target");
        write();
        assertThat(known(places.east(), "economy.plan-target", "half")).isEqualTo("100000");
        assertThat(known(places.east(), "economy.plan-target", "")).isEqualTo("economy.plan.unknown.no-period");

        assertThat(known(places.east(), "economy.operating-income", "half"))
                .isEqualTo("economy.plan.unknown.not-closed");
        IntStream.rangeClosed(1, 6)
                .forEach(month -> ledger.run(
                        places.township(),
                        () -> books.close(current.jurisdiction(), current.actor(), book, YearMonth.of(2026, month))));
        assertThat(known(places.east(), "economy.operating-income", "half")).isEqualTo("60000");
        assertThat(known(places.east(), "economy.operating-income", "year")).isEqualTo("economy.plan.unknown.not-over");
        assertThat(known(places.west(), "economy.operating-income", "half")).isEqualTo("economy.plan.unknown.no-book");
    }

    /** What the records say to the township on 16 November 2026, or why they say nothing. */
    private @Nullable String known(PlaceCode village, String source, String period) {
        var attempt = new StepGuard.Attempt(
                CaseId.next(),
                village,
                "party.card",
                "report",
                null,
                "",
                LocalDate.parse("2026-11-16"),
                LocalDate.parse("2026-11-16"),
                "done",
                Map.of("year", "2026", "period", period),
                Map.of());
        var asked = sources.stream()
                .filter(one -> one.code().equals(source))
                .findFirst()
                .orElseThrow();
        var answer = ledger.at(
                places.township(),
                () -> Objects.requireNonNull(
                        new TransactionTemplate(transactions).execute(status -> asked.answer(attempt))));
        return answer.value() == null ? answer.because() : answer.value();
    }

    @Test
    void whatIsWrongIsSaidAndATargetOfThePastStays() {
        assertThat(write("adoptedOn", "2030-01-01")).hasStatus(422).bodyText().contains("日期不能晚于今天", "Sell grain");
        assertThat(send("/economy/plans/new", places.east(), gap()))
                .hasStatus(422)
                .bodyText()
                .contains("不能有空");
        assertThat(write("slot", "77")).hasStatus(422).bodyText().contains("没有这个发展模式");
        assertThat(write("project", UUID.randomUUID().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("只能选本地的项目");
        assertThat(write("years", "2025")).hasRedirectedUrl(page);
        assertThat(send(page + "/edit", places.east(), fields("version", "0", "years", "2025", "amounts", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("2025年已经结束");
        assertThat(send(
                        "/economy/plans/new",
                        places.east(),
                        fields("id", UUID.randomUUID().toString())))
                .hasStatus(422)
                .bodyText()
                .contains("已经有现行的规划");
    }

    @Test
    void aCountyWordsItsModels() {
        assertThat(get("/economy/plans/models", places.county())).bodyText().contains("第9型", "名称由");
        assertThat(send("/economy/plans/models", places.county(), "slot", "3", "name", "Leasing", "content", "By law"))
                .hasRedirectedUrl("/economy/plans/models");
        assertThat(get("/economy/plans/models", places.east())).bodyText().contains("Leasing");
        assertThat(get("/economy/plans/models", ledger.county().county()))
                .bodyText()
                .doesNotContain("Leasing");
        assertThat(send("/economy/plans/models", places.east(), "slot", "3", "name", "Mine"))
                .hasStatus(403);
        assertThat(send(
                        "/economy/plans/models",
                        places.county(),
                        "slot",
                        "3",
                        "name",
                        "Leasing",
                        "content",
                        "",
                        "retired",
                        "true"))
                .hasRedirectedUrl("/economy/plans/models");
        assertThat(get("/economy/plans/new", places.east())).bodyText().doesNotContain("Leasing");
        assertThat(get("/economy/plans/export", places.county())).hasStatusOk();
        assertThat(get("/economy/plans/import", places.township())).hasStatusOk();
    }

    @Test
    void plansComeInFromASheet() throws Exception {
        var heads = List.of("村", "制定日期", "发展模式编号", "重点项目", "2026年收入目标（元）", "2027年收入目标（元）", "2028年收入目标（元）");
        assertThat(upload(
                        "/economy/plans/import",
                        places.township(),
                        Sheets.filled(heads, List.of("East Village", "2026-01-01", "3", "Mill", "100", "", "300"))))
                .hasStatus(422);
        confirm(
                "/economy/plans/import",
                places.township(),
                Sheets.filled(heads, List.of("East Village", "2026-01-01", "3", "Mill", "100", "200", "300")),
                "/economy/plans");
        assertThat(get("/economy/plans?year=2028", places.county())).bodyText().contains("Mill", "300.00", "第3型");
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        write();

        assertThat(get(page, places.west())).hasStatus(404);
        assertThat(get("/economy/plans?place=" + places.east(), places.west())).hasStatus(404);
        assertThat(get("/economy/plans/new?village=" + places.east(), places.west()))
                .hasStatus(404);
        assertThat(send(
                        "/economy/plans/new",
                        places.west(),
                        fields("id", UUID.randomUUID().toString())))
                .hasStatus(404);
        assertThat(send(page + "/end", places.west(), "version", "0", "on", "2026-11-10", "reason", "Envy"))
                .hasStatus(404);
    }

    private String[] gap() {
        var fields = new ArrayList<>(List.of(fields()));
        fields.addAll(List.of("years", "2029", "amounts", "5"));
        return fields.toArray(String[]::new);
    }

    /** A plan as it is typed, but for some fields. */
    private String[] fields(String... others) {
        var fields = new ArrayList<>(List.of(
                "id",
                id,
                "version",
                "",
                "village",
                places.east().toString(),
                "slot",
                "3",
                "measures",
                "Sell grain",
                "project",
                "",
                "projectWords",
                "Cold store",
                "adoptedOn",
                "2026-01-10",
                "adoptedBy",
                "Assembly",
                "years",
                "2026",
                "amounts",
                "100000"));
        for (var at = 0; at < others.length; at += 2) {
            fields.set(fields.indexOf(others[at]) + 1, others[at + 1]);
        }
        var year = Integer.parseInt(fields.get(fields.indexOf("years") + 1));
        fields.addAll(List.of("years", Integer.toString(year + 1), "amounts", "120000"));
        return fields.toArray(String[]::new);
    }

    private MvcTestResult write(String... others) {
        return send("/economy/plans/new", places.east(), fields(others));
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
