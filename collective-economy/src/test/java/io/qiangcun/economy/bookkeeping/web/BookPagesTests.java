package io.qiangcun.economy.bookkeeping.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The books on the screen. Today is 16 November 2026. */
@ApplicationTest
class BookPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;
    private String page;

    @BeforeEach
    void open() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
        page = "/economy/books/" + book;
    }

    @Test
    void aBookIsOpenedOnceAndOpensWithBalances() {
        var id = UUID.randomUUID().toString();
        for (var times = 0; times < 2; times++) {
            assertThat(send(
                            "/economy/books/new",
                            places.township(),
                            "id",
                            id,
                            "place",
                            places.east().value(),
                            "name",
                            "Cooperative",
                            "regime",
                            "COOPERATIVE_2021",
                            "from",
                            "2026-01",
                            "variant",
                            "A"))
                    .hasRedirectedUrl("/economy/books/" + id);
        }
        assertThat(get("/economy/books", places.east())).bodyText().contains("Cooperative", "农民专业合作社会计制度");
        assertThat(get("/economy/books/" + id, places.east())).bodyText().contains("录入期初余额");
        assertThat(get("/economy/books/" + id + "/vouchers/new?kind=OPENING", places.east()))
                .bodyText()
                .contains("332", "102 银行存款")
                .doesNotContain("501 经营收入\" aria");
        assertThat(get("/economy/books/" + id + "/statements", places.east()))
                .hasRedirectedUrl("/economy/books/" + id + "/statements/cooperative-2021-balance-sheet");
        assertThat(get("/economy/books/" + id + "/statements/cooperative-2021-income", places.east()))
                .bodyText()
                .contains("盈余及盈余分配表", "五、可分配盈余");
    }

    @Test
    void aVoucherIsTypedSubmittedReviewedAndPosted() {
        var id = UUID.randomUUID().toString();
        var voucher = "/economy/vouchers/" + id;
        assertThat(write(id, "submit", "102 银行存款", "", "1,200.50", "", "５０１", "", "", "1200.5元"))
                .hasRedirectedUrl(voucher);

        assertThat(get(voucher, places.east()))
                .bodyText()
                .contains("待审核", "1,200.50")
                .doesNotContain("/review");
        var stand = "1";
        assertThat(send(voucher + "/post", places.township(), "version", stand)).hasStatus(409);
        assertThat(send(voucher + "/review", places.township(), "version", stand))
                .hasRedirectedUrl(voucher);
        assertThat(send(voucher + "/post", places.township(), "version", "2")).hasRedirectedUrl(voucher);
        assertThat(get(voucher, places.east())).bodyText().contains("记-11-001", "已过账", "红字冲销");
        assertThat(get(page + "/vouchers?month=2026-11&text=501", places.east()))
                .bodyText()
                .contains("记-11-001", "Rent of the mill");
        assertThat(get(page + "/vouchers?waiting=true", places.east()))
                .bodyText()
                .contains("没有这样的凭证");
        assertThat(get(page + "/ledger/501", places.east())).bodyText().contains("记-11-001", "1,200.50", "本年累计");
        assertThat(get(page + "/trial-balance", places.east()))
                .bodyText()
                .contains("1,200.50")
                .doesNotContain("借贷不平");
        assertThat(get(page + "/statements/village-2023-balance-sheet", places.east()))
                .bodyText()
                .contains("资产总计", "1,200.50");
        assertThat(get(page, places.east())).bodyText().contains("已过账1张");
    }

    @Test
    void whatIsWrongIsSaidAtItsLineAndNothingTypedIsLost() {
        var id = UUID.randomUUID().toString();

        assertThat(write(id, "submit", "112", "", "100", "", "501 经营收入", "", "", "100"))
                .hasStatus(422)
                .bodyText()
                .contains("第1行：“应收款”要写明是谁或哪一项", "501 经营收入", "Rent of the mill");
        assertThat(write(id, "submit", "102", "", "100", "", "501", "", "", "99.99"))
                .hasStatus(422)
                .bodyText()
                .contains("借贷不平：借方100，贷方99.99，相差0.01");
        assertThat(get("/economy/vouchers/" + id, places.east())).hasStatus(404);
        assertThat(write(id, "draft", "102", "", "100", "", "501", "", "", "99.99"))
                .hasRedirectedUrl("/economy/vouchers/" + id);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "102,1e20,金额写成数字",
                "102,NaN,金额写成数字",
                "102,12345678901234,金额太大",
                "102,1.005,金额最多两位小数",
                "102,0,金额不能为零",
                "102,-5,金额要大于零",
                "181,5,下面还有明细科目",
                "522,5,本账套没有科目522",
                "bank,5,科目请以代码开头"
            })
    void badInputIsRefusedInWords(String account, String debit, String message) {
        assertThat(write(UUID.randomUUID().toString(), "draft", account, "", debit, "", "501", "", "", "5"))
                .hasStatus(422)
                .bodyText()
                .contains("第1行：", message);
    }

    @Test
    void whatHappenedSuggestsTheEntry() {
        assertThat(get(page + "/vouchers/new?situation=rent-due&amount=600", places.east()))
                .bodyText()
                .contains("value=\"112 应收款\"", "value=\"501 经营收入\"", "value=\"600\"", "租金到期，还没有收到");
        assertThat(get(page + "/vouchers/new?situation=unheard-of", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("发生了什么");
    }

    @Test
    void moreLinesComeWithoutLosingAny() {
        assertThat(write(UUID.randomUUID().toString(), "more", "102", "", "7", "", "501", "", "", ""))
                .hasStatusOk()
                .bodyText()
                .contains("lines[5].account", "value=\"7\"");
    }

    @Test
    void aDraftIsChangedGivenBackAndTakenBack() {
        var command = voucher(book, "2026-11-03", VoucherKind.NORMAL, "102", "", "D", "10", "501", "", "C", "10");
        ledger.submitted(places.east(), command);
        var voucher = command.id().href();
        assertThat(send(voucher + "/give-back", places.township(), "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因");
        assertThat(send(voucher + "/give-back", places.township(), "version", "1", "reason", "No receipt"))
                .hasRedirectedUrl(voucher);
        assertThat(get(voucher, places.east())).bodyText().contains("已退回", "No receipt");
        assertThat(get(voucher + "/edit", places.east())).bodyText().contains("102 银行存款", "10.00");
        assertThat(send(voucher + "/discard", places.east(), "version", "2")).hasRedirectedUrl(page + "/vouchers");

        var posted = voucher(book, "2026-11-04", VoucherKind.NORMAL, "102", "", "D", "20", "501", "", "C", "20");
        ledger.posted(places, places.east(), posted);
        var red = VoucherId.next();
        assertThat(send(
                        posted.id().href() + "/take-back",
                        places.east(),
                        "id",
                        red.toString(),
                        "version",
                        "3",
                        "on",
                        "2026-11-05",
                        "reason",
                        "Wrong account"))
                .hasRedirectedUrl(red.href());
        assertThat(get(red.href(), places.east())).bodyText().contains("红字", "-20.00", "冲销的是");
        assertThat(get(posted.id().href(), places.east())).bodyText().contains("看红字凭证");
    }

    @Test
    void whatIsTickedIsReviewedAndPostedAtOnce() {
        var first = voucher(book, "2026-11-03", VoucherKind.NORMAL, "102", "", "D", "10", "501", "", "C", "10");
        var second = voucher(book, "2026-11-04", VoucherKind.NORMAL, "102", "", "D", "20", "501", "", "C", "20");
        var own = voucher(book, "2026-11-05", VoucherKind.NORMAL, "102", "", "D", "30", "501", "", "C", "30");
        ledger.submitted(places.east(), first);
        ledger.submitted(places.east(), second);
        ledger.submitted(places.township(), own);
        assertThat(get(page + "/vouchers?waiting=true", places.township()))
                .bodyText()
                .contains(first.id() + ":1");
        assertThat(get(page + "/vouchers?waiting=true", places.east()))
                .bodyText()
                .doesNotContain(first.id() + ":1");

        send(
                page + "/vouchers/review",
                places.township(),
                "chosen",
                first.id() + ":1",
                "chosen",
                second.id() + ":1",
                "chosen",
                own.id() + ":1");
        send(page + "/vouchers/post", places.township(), "chosen", first.id() + ":2", "chosen", second.id() + ":2");

        assertThat(get(page + "/vouchers?state=POSTED", places.east()))
                .bodyText()
                .contains("记-11-001", "记-11-002");
        assertThat(get(page + "/vouchers?state=SUBMITTED", places.east()))
                .bodyText()
                .contains("30.00");
        assertThat(send(page + "/vouchers/review", places.east(), "chosen", own.id() + ":1"))
                .hasStatus(403);
    }

    @Test
    void whoWroteAVoucherSeesWhyHeDoesNotReviewIt() {
        var command = voucher(book, "2026-11-03", VoucherKind.NORMAL, "102", "", "D", "10", "501", "", "C", "10");
        ledger.submitted(places.township(), command);

        assertThat(get(command.id().href(), places.township()))
                .bodyText()
                .contains("这张凭证是您填的，要由别人审核")
                .doesNotContain("/review");
        assertThat(send(command.id().href() + "/review", places.township(), "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("填制人不能审核自己的凭证");
    }

    @Test
    void aMonthSaysWhatItMissesAndCloses() {
        var january = page + "/months/2026-01";
        ledger.submitted(
                places.east(),
                voucher(book, "2026-01-20", VoucherKind.NORMAL, "102", "", "D", "10", "501", "", "C", "10"));
        assertThat(get(january, places.township()))
                .bodyText()
                .contains("还有1张凭证没有过账", "借贷平衡")
                .doesNotContain("/close");
        assertThat(send(january + "/close", places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("不能结账");

        var other = ledger.bookOf(places, places.west());
        var otherMonth = "/economy/books/" + other + "/months/2026-01";
        assertThat(get(otherMonth, places.township())).bodyText().contains("/close");
        assertThat(get(otherMonth, places.west())).bodyText().doesNotContain("/close");
        assertThat(send(otherMonth + "/close", places.township()))
                .hasRedirectedUrl("/economy/books/" + other + "?year=2026");
        assertThat(get("/economy/books/" + other, places.west())).bodyText().contains("已结账");
        assertThat(send(otherMonth + "/reopen", places.township())).hasStatus(422);
        assertThat(send(otherMonth + "/reopen", places.township(), "reason", "Forgotten rent"))
                .hasRedirectedUrl(otherMonth);
    }

    @Test
    void anAccountIsDividedInTheChart() {
        assertThat(send(page + "/accounts", places.township(), "parent", "501", "code", "50101", "name", "Contracts"))
                .hasRedirectedUrl(page + "/accounts");
        assertThat(get(page + "/accounts", places.east())).bodyText().contains("50101 Contracts");
        assertThat(send(page + "/accounts", places.township(), "parent", "501", "code", "9", "name", ""))
                .hasStatus(422)
                .bodyText()
                .contains("科目代码是3到16位数字", "这里要填");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/accounts",
                "/vouchers",
                "/vouchers/new",
                "/trial-balance",
                "/statements",
                "/statements/village-2023-income-a",
                "/ledger/101",
                "/months/2026-01",
                "/accounts/export",
                "/vouchers/export",
                "/trial-balance/export",
                "/ledger/101/export",
                "/statements/village-2023-balance-sheet/export"
            })
    void areNotThereOutsideTheJurisdiction(String path) {
        assertThat(get(page + path, places.west())).hasStatus(404);
        assertThat(get(page + path, places.east()).getResponse().getStatus()).isIn(200, 302);
    }

    @Test
    void aVoucherIsNotThereOutsideTheJurisdiction() {
        var command = voucher(book, "2026-11-03", VoucherKind.NORMAL, "102", "", "D", "10", "501", "", "C", "10");
        ledger.submitted(places.east(), command);

        assertThat(get(command.id().href(), places.west())).hasStatus(404);
        assertThat(send(command.id().href() + "/discard", places.west(), "version", "1"))
                .hasStatus(404);
        assertThat(get("/economy/books", places.west())).bodyText().contains("还没有账套");
    }

    @Test
    void aPageAsksFewQuestions() throws Exception {
        assertThat(statementsOf(() -> get(page, places.east()))).hasSizeLessThanOrEqualTo(15);
    }

    private MvcTestResult write(String id, String act, String... cells) {
        var fields = new java.util.ArrayList<>(java.util.List.of(
                "id",
                id,
                "kind",
                "NORMAL",
                "dated",
                "2026-11-10",
                "summary",
                "Rent of the mill",
                "sheets",
                "1",
                "act",
                act));
        var names = java.util.List.of("account", "detail", "debit", "credit");
        for (var at = 0; at < cells.length; at++) {
            fields.add("lines[" + at / 4 + "]." + names.get(at % 4));
            fields.add(cells[at]);
        }
        return send(page + "/vouchers/new", places.east(), fields.toArray(String[]::new));
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(place));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
