package io.qiangcun.economy.notice.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.PostedTakeover;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What a village publishes of its third quarter, and what people ask. Today is 16 November 2026. */
@ApplicationTest
class NoticePagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    PostedTakeover takeover;

    @Autowired
    CurrentAccount current;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
        posted(
                "2026-01-01",
                VoucherKind.OPENING,
                "101",
                "",
                "D",
                "1000",
                "102",
                "",
                "D",
                "50000",
                "112",
                "Mill",
                "D",
                "8000",
                "211",
                "Builder",
                "C",
                "3000",
                "301",
                "",
                "C",
                "56000");
        posted("2026-05-01", VoucherKind.NORMAL, "102", "", "D", "500", "501", "", "C", "500");
        posted(
                "2026-07-10",
                VoucherKind.NORMAL,
                "102",
                "",
                "D",
                "20000",
                "501",
                "",
                "C",
                "15000",
                "112",
                "Mill",
                "C",
                "5000");
        posted("2026-08-01", VoucherKind.NORMAL, "101", "", "D", "2000", "102", "", "C", "2000");
        posted(
                "2026-09-20",
                VoucherKind.NORMAL,
                "513",
                "",
                "D",
                "300.50",
                "514",
                "",
                "D",
                "4000",
                "101",
                "",
                "C",
                "300.50",
                "102",
                "",
                "C",
                "4000");
        posted("2026-09-30", VoucherKind.NORMAL, "511", "", "D", "100", "152", "", "C", "100");
    }

    @Test
    void whatIsPublishedLeadsFromWhatThereWasToWhatThereIs() {
        assertThat(get("/economy/notices/new?book=" + book + "&period=2026-Q3", places.east()))
                .bodyText()
                .contains("还没有结账", "51,500.00", "20,000.00", "4,300.50", "67,199.50")
                .contains("发包、出租、经营收入", "收回别人欠的钱", "办公、水电等管理支出", "公益事业支出")
                .contains("别人欠集体", "3,000.00");
        assertThat(publish("2026-Q3")).hasStatus(422).bodyText().contains("结账后才能公布", "监委会组长");
        close();
        var page = published("2026-Q3");

        assertThat(get(page, places.east())).bodyText().contains("2026年第3季度", "监督审核：监委会组长", "<path d=\"M");
        assertThat(publish("2026-Q3")).hasStatus(422).bodyText().contains("这一期已经公布过");
        assertThat(get("/economy/notices", places.county())).bodyText().contains("2026年第3季度");
    }

    @Test
    void anybodyReadsItAndAsksAndIsAnsweredInPublic() {
        close();
        var page = published("2026-Q3");
        var address = "/economy/open/" + codeOf(page);

        assertThat(open(address)).bodyText().contains("67,199.50", "监委会组长").doesNotContain("/economy/vouchers/");
        var id = UUID.randomUUID().toString();
        for (var times = 0; times < 2; times++) {
            assertThat(ask(address, id, "水泥花了多少钱？", "王某")).hasRedirectedUrl(address);
        }
        assertThat(open(address)).bodyText().contains("2026-11-30 前答复并公布").doesNotContain("水泥花了多少钱", "王某");
        assertThat(get(page, places.east())).bodyText().contains("水泥花了多少钱", "王某", "2026-11-30前答复");
        assertThat(get("/economy/notices?waiting=true", places.county()))
                .bodyText()
                .contains(page);

        assertThat(send(page + "/questions/" + id, places.east(), "answer", " "))
                .hasStatus(422)
                .bodyText()
                .contains("请写下答复");
        assertThat(send(page + "/questions/" + id, places.east(), "answer", "没有买过水泥。"))
                .hasRedirectedUrl(page);
        assertThat(open(address)).bodyText().contains("水泥花了多少钱", "没有买过水泥").doesNotContain("王某");
    }

    @Test
    void aQuestionThatNamesPeopleIsAnsweredWithoutItsWords() {
        close();
        var page = published("2026-Q3");
        var address = "/economy/open/" + codeOf(page);
        var id = UUID.randomUUID().toString();
        ask(address, id, "李某的钱为什么没有还？", "");
        send(page + "/questions/" + id, places.east(), "answer", "已在催收。", "hidden", "true");

        assertThat(open(address)).bodyText().contains("已在催收", "提问涉及他人隐私").doesNotContain("李某");
    }

    @Test
    void nothingTypedIsLostAndNothingEmptyIsAsked() {
        close();
        var address = "/economy/open/" + codeOf(published("2026-Q3"));

        assertThat(ask(address, UUID.randomUUID().toString(), " ", "王某"))
                .hasStatus(422)
                .bodyText()
                .contains("请写下想问的话", "王某");
        assertThat(ask(address, UUID.randomUUID().toString(), "长".repeat(501), ""))
                .hasStatus(422)
                .bodyText()
                .contains("写得太长了");
    }

    @Test
    void whatIsWithdrawnKeepsItsReasonAndLeadsNobodyAnyMore() {
        close();
        var page = published("2026-Q3");
        var address = "/economy/open/" + codeOf(page);
        assertThat(send(page + "/withdraw", places.east(), "reason", "摘要里有电话")).hasRedirectedUrl(page);

        assertThat(open(address)).hasStatus(404);
        assertThat(get(page, places.east())).bodyText().contains("已撤回", "摘要里有电话");
        assertThat(published("2026-Q3")).isNotEqualTo(page);
        assertThat(published("2026-08")).isNotEqualTo(page);
    }

    @Test
    void theSignsBesideThePictureOpenItToo() {
        close();
        var code = codeOf(published("2026-Q3"));
        var typed = code.substring(0, 4).toUpperCase(java.util.Locale.ROOT) + " " + code.substring(4);

        assertThat(mvc.post()
                        .uri("/economy/open")
                        .param("code", typed)
                        .with(csrf())
                        .exchange())
                .hasRedirectedUrl("/economy/open/" + code);
        assertThat(mvc.post()
                        .uri("/economy/open")
                        .param("code", "abc")
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("没有这个公开码");
        assertThat(open("/economy/open/aaaaaaaaaaaa")).hasStatus(404);
    }

    @Test
    void noticesOfOthersAreNotFound() {
        close();
        var page = published("2026-Q3");

        assertThat(get(page, places.west())).hasStatus(404);
        assertThat(send(page + "/withdraw", places.west(), "reason", "x")).hasStatus(404);
        assertThat(get("/economy/notices/new?book=" + book + "&period=2026-Q3", places.west()))
                .hasStatus(404);
        assertThat(get("/economy/notices/new?book=" + book + "&period=2026-Q3", places.township()))
                .hasStatus(403);
        assertThat(get("/economy/notices/new?book=" + book + "&period=2026-Q7", places.east()))
                .hasStatus(404);
    }

    @Test
    void theDatabaseKeepsWhatWasPublished() {
        close();
        var id = published("2026-Q3").substring("/economy/notices/".length());

        assertThatThrownBy(() -> ledger.run(
                        places.east(),
                        () -> transaction.executeWithoutResult(status -> database.sql(
                                        "update economy_notice set money_after = 0 where notice_id = :id")
                                .param("id", UUID.fromString(id))
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("withdrawn, not changed");
    }

    @Test
    void aQuarterThatIsNotPublishedInTimeIsWarnedAbout() {
        assertThat(findings("economy.notice-missing", LocalDate.of(2026, 10, 14)))
                .isEmpty();
        assertThat(findings("economy.notice-missing", LocalDate.of(2026, 10, 15)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedyHref()).endsWith("book=" + book + "&period=2026-Q3"));
        close();
        published("2026-Q3");
        assertThat(findings("economy.notice-missing", LocalDate.of(2026, 10, 15)))
                .isEmpty();
    }

    @Test
    void aQuestionThatWaitsTooLongIsWarnedAbout() {
        close();
        var page = published("2026-Q3");
        ask("/economy/open/" + codeOf(page), UUID.randomUUID().toString(), "为什么？", "");

        assertThat(findings("economy.notice-unanswered", LocalDate.of(2026, 11, 29)))
                .isEmpty();
        assertThat(findings("economy.notice-unanswered", LocalDate.of(2026, 11, 30)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedyHref()).isEqualTo(page));
    }

    @Test
    void aNoticeCostsAFewStatementsHoweverManyLines() throws Exception {
        close();
        var page = published("2026-Q3");

        assertThat(statementsOf(() -> get(page, places.east()))).hasSizeLessThanOrEqualTo(12);
    }

    private List<Finding> findings(String code, LocalDate on) {
        var rule = rules.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        return ledger.at(places.county(), () -> rule.findings(Jurisdiction.within(places.county()), on)
                .toList());
    }

    private String published(String period) {
        return String.valueOf(publish(period).getResponse().getRedirectedUrl());
    }

    private MvcTestResult publish(String period) {
        return send(
                "/economy/notices/new?book=" + book + "&period=" + period,
                places.east(),
                "id",
                UUID.randomUUID().toString(),
                "checkedBy",
                "监委会组长",
                "checkedOn",
                "2026-10-08",
                "remarks",
                "");
    }

    private String codeOf(String page) {
        return ledger.at(
                places.east(),
                () -> transaction.execute(
                        status -> database.sql("select public_code from economy_notice where notice_id = :id")
                                .param("id", UUID.fromString(page.substring("/economy/notices/".length())))
                                .query(String.class)
                                .single()));
    }

    private void close() {
        ledger.run(
                places.township(),
                () -> takeover.closedBefore(current.jurisdiction(), current.actor(), YearMonth.of(2026, 10)));
    }

    private void posted(String on, VoucherKind kind, String... lines) {
        ledger.posted(places, places.east(), voucher(book, on, kind, lines));
    }

    private MvcTestResult ask(String address, String id, String words, String name) {
        return mvc.post()
                .uri(address)
                .param("id", id)
                .param("kind", "QUESTION")
                .param("words", words)
                .param("name", name)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult open(String address) {
        return mvc.get().uri(address).exchange();
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path);
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.with(SignedIn.at(place)).exchange();
    }
}
