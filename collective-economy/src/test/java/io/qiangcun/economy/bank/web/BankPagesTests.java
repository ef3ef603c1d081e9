package io.qiangcun.economy.bank.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The bank beside the book. Today is 16 November 2026. */
@ApplicationTest
class BankPagesTests {

    private static final String STATEMENT = """
            账号,6228480000000000
            交易日期,摘要,对方户名,收入金额,支出金额,账户余额
            20260331,账户管理费,,,10.00,1040.00
            20260312,转入,A Mill,150.00,,1050.00
            20260306,支取,B Shop,,200.00,900.00
            20260304 10:22:31,转入,A Mill,100.00,,1100.00
            """;

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
        posted("2026-01-01", VoucherKind.OPENING, "Opening", "102", "", "D", "1000", "301", "", "C", "1000");
        posted("2026-03-02", VoucherKind.NORMAL, "Rent", "102", "", "D", "100", "501", "", "C", "100");
        posted("2026-03-06", VoucherKind.NORMAL, "Paper", "513", "", "D", "200", "102", "", "C", "200");
        posted("2026-03-10", VoucherKind.NORMAL, "Half", "102", "", "D", "60", "501", "", "C", "60");
        posted("2026-03-11", VoucherKind.NORMAL, "Other half", "102", "", "D", "90", "501", "", "C", "90");
        posted("2026-03-30", VoucherKind.NORMAL, "Cheque", "513", "", "D", "70", "102", "", "C", "70");
    }

    @Test
    void aStatementComesInOnceAndIsMatchedByAmountAndDay() throws Exception {
        assertThat(get("", places.east())).bodyText().contains("还没有导入银行对账单");
        assertThat(send(STATEMENT)).hasRedirectedUrl("/economy/books/" + book + "/bank?account=102&month=2026-03");

        assertThat(get("?month=2026-03", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("已对上 2 笔", "银行有、账上没有（2）", "账上有、银行没有（3）", "账户管理费", "Cheque", "1,040.00", "980.00")
                .contains("调节后相符")
                .doesNotContain("对账单接不上");
        assertThat(get("/reconciliation?month=2026-03", places.township()))
                .bodyText()
                .contains("银行存款余额调节表", "调节后银行余额", "1,120.00", "加：账上已收、银行未收（2笔）", "调节后相符");
        send(STATEMENT);
        assertThat(get("?month=2026-03", places.east())).bodyText().contains("银行有、账上没有（2）", "已对上 2 笔");
        assertThat(Sheets.rows(get("/reconciliation/export?month=2026-03", places.east())
                        .getResponse()
                        .getContentAsByteArray()))
                .anySatisfy(row -> assertThat(row).contains("减：银行已付、账上未付", "46112", "账户管理费", "|10.00"))
                .anySatisfy(row -> assertThat(row).contains("调节后账面余额", "1120.00"));
    }

    @Test
    void whatStandsForALineIsSaidByHandAndUndone() throws Exception {
        send(STATEMENT);
        var page = text(get("?month=2026-03", places.east()));
        var bank = radio(page, "转入");
        var half = box(page, "Half");
        var other = box(page, "Other half");

        assertThat(post("/pair", "line", bank, "lines", half))
                .hasStatus(422)
                .bodyText()
                .contains("合计不相等：银行 150.00，账上 60.00", "checked");
        assertThat(post("/pair", "lines", half)).hasStatus(422).bodyText().contains("请在左边选一笔");
        assertThat(post("/pair", "line", bank, "lines", half, "lines", other)).hasStatus(302);
        assertThat(text(get("?month=2026-03", places.east()))).contains("已对上 3 笔", "账上有、银行没有（1）", "对上");
        assertThat(post("/pair", "line", bank, "lines", half, "lines", other))
                .hasStatus(422)
                .bodyText()
                .contains("已经对上了");

        assertThat(post("/undo", "line", bank)).hasStatus(302);
        assertThat(text(get("?month=2026-03", places.east()))).contains("已对上 2 笔", "账上有、银行没有（3）");
    }

    @Test
    void whatWasToldApartIsNotMatchedByItselfAgainButNewVouchersAre() throws Exception {
        send(STATEMENT);
        var undo = Pattern.compile("name=\"line\" value=\"([^\"]+)\"")
                .matcher(text(get("?month=2026-03", places.east()))
                        .substring(text(get("?month=2026-03", places.east())).indexOf("已对上")));
        assertThat(undo.find()).isTrue();
        post("/undo", "line", undo.group(1));
        assertThat(text(get("?month=2026-03", places.east()))).contains("已对上 1 笔");
        posted("2026-03-31", VoucherKind.NORMAL, "Fee", "515", "", "D", "10", "102", "", "C", "10");
        assertThat(post("/match")).hasStatus(302);
        assertThat(text(get("?month=2026-03", places.east()))).contains("已对上 2 笔", "Fee");
    }

    @Test
    void aRedVoucherAndWhatItTakesBackAreNothingToTheBank() throws Exception {
        var wrong = voucher(book, "2026-03-20", VoucherKind.NORMAL, "102", "", "D", "33", "501", "", "C", "33");
        ledger.posted(places, places.east(), wrong);
        ledger.takenBack(places, places.east(), wrong.id(), "2026-03-21");
        send(STATEMENT);

        assertThat(text(get("?month=2026-03", places.east())))
                .contains("账上有、银行没有（3）", "调节后相符")
                .doesNotContain("33.00");
    }

    @Test
    void saysRowAndColumnOfWhatCannotBeReadAndKeepsNothing() throws Exception {
        var wrong = send("""
                交易日期,摘要,交易金额,借贷标志,余额
                2026-03-01,Fine,10,贷,10
                2026-13-01,Day,10,贷,10
                2026-03-01,Word,NaN,贷,10
                2026-03-01,Fine cents,1.005,贷,10
                2026-03-01,Much,1e20,贷,10
                2026-03-01,Nought,0,贷,10
                2026-03-01,=cmd|' /C calc'!A0,10,?,10
                2026-03-01,No balance,10,贷,
                """);
        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("|Day|", "交易日期："))
                .anySatisfy(row -> assertThat(row).contains("|Word|", "交易金额：请写成数字"))
                .anySatisfy(row -> assertThat(row).contains("|Fine cents|", "交易金额：小数最多2位"))
                .anySatisfy(row -> assertThat(row).contains("|Much|", "交易金额：请写成数字"))
                .anySatisfy(row -> assertThat(row).contains("|Nought|", "交易金额：没有金额"))
                .anySatisfy(row -> assertThat(row).contains("|'=cmd", "借贷标志：“?”看不出是收还是支"))
                .anySatisfy(row -> assertThat(row).contains("|No balance|", "余额：必填"));
        assertThat(text(get("", places.east()))).contains("还没有导入银行对账单");
        assertThat(send("name,age\nA,1\n")).hasStatus(422);
        assertThat(mvc.post()
                        .uri("/economy/books/" + book + "/bank/import")
                        .multipart()
                        .with(SignedIn.at(places.east())))
                .hasStatus(422)
                .bodyText()
                .contains("请选择");
    }

    @Test
    void readsOneColumnWithDirectionsInTheCharactersOfTheCountryAndSaysWhatIsMissing() throws Exception {
        var csv = """
                交易时间,交易金额,借贷标志,余额,摘要
                2026/3/4 10:00:00,100.00,贷,1100,转入
                2026/3/6 10:00:00,200.00,借,"1,000",支取
                """;
        assertThat(send(csv.getBytes(Charset.forName("GB18030")))).hasStatus(302);
        assertThat(text(get("?month=2026-03", places.east())))
                .contains("已对上 2 笔", "对账单接不上", "2026-03-06 从 1,200.00 开始");
    }

    @Test
    void needsFewStatementsAndNobodyElseSeesOrWritesIt() throws Exception {
        send(STATEMENT);
        assertThat(StatementCounter.statementsOf(() -> get("?month=2026-03", places.east())))
                .hasSizeLessThanOrEqualTo(12);
        assertThat(get("", places.west())).hasStatus(404);
        assertThat(get("/reconciliation", places.west())).hasStatus(404);
        assertThat(get("?account=501", places.east())).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/economy/books/" + book + "/bank/match")
                        .param("account", "102")
                        .with(SignedIn.at(places.west()))
                        .with(csrf()))
                .hasStatus(404);
    }

    private void posted(String on, VoucherKind kind, String summary, String... lines) {
        var plain = voucher(book, on, kind, lines);
        ledger.posted(
                places,
                places.east(),
                new DraftVoucher(plain.id(), book, plain.dated(), kind, summary, 1, null, plain.lines()));
    }

    private MvcTestResult get(String rest, PlaceCode place) {
        return mvc.get()
                .uri("/economy/books/" + book + "/bank" + rest)
                .with(SignedIn.at(place))
                .exchange();
    }

    private MvcTestResult send(String csv) {
        return send(csv.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult send(byte[] csv) {
        return mvc.post()
                .uri("/economy/books/" + book + "/bank/import")
                .multipart()
                .file(new MockMultipartFile("file", "bank.csv", null, csv))
                .with(SignedIn.at(places.east()))
                .exchange();
    }

    private MvcTestResult post(String rest, String... fields) {
        var request = mvc.post()
                .uri("/economy/books/" + book + "/bank" + rest)
                .param("account", "102")
                .param("month", "2026-03");
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.with(SignedIn.at(places.east())).with(csrf()).exchange();
    }

    private static String radio(String page, String words) {
        return first(page, "name=\"line\" value=\"([^\"]+)\"(?:(?!</tr>).)*" + words);
    }

    private static String box(String page, String summary) {
        return first(page, "name=\"lines\" value=\"([^\"]+)\"(?:(?!</tr>).)*>" + summary + "<");
    }

    private static String first(String page, String pattern) {
        var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
