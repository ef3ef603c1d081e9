package io.qiangcun.economy.takeover.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Vouchers from a sheet. Today is 16 November 2026. */
@ApplicationTest
class VillageVouchersTests {

    private static final List<String> HEADINGS =
            List.of("村（必填）", "账套", "凭证号", "日期", "摘要", "类型", "冲销或更正的凭证", "附单据张数", "科目", "明细", "借方（元）", "贷方（元）");

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void open() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
    }

    @Test
    void comeInWholeOnceAndWaitForReview() throws Exception {
        var looked = upload(
                line("期初", "2026-01-01", "Opening", "期初余额", "0", "102", "", "50,000", ""),
                line("期初", "2026-01-01", "Opening", "期初余额", "0", "301", "", "", "50000"),
                line("记-01-001", "2026-01-05", "Rent", "", "1", "112 应收款", "Mill", "1200.50", ""),
                line("记-01-001", "2026-01-05", "Rent", "", "1", "501", "", "", "1200.5"));
        var page = text(looked);
        assertThat(page).contains("检查通过");
        for (var times = 0; times < 2; times++) {
            assertThat(confirm(page)).hasRedirectedUrl("/economy/books");
        }

        assertThat(mvc.get()
                        .uri("/economy/books/" + book + "/vouchers?state=SUBMITTED")
                        .with(SignedIn.at(places.township())))
                .bodyText()
                .contains("Rent", "Opening", "共 2", "50,000.00", "1,200.50");
    }

    @Test
    void oneWrongLineKeepsAllOthersOut() throws Exception {
        var wrong = upload(
                line("1", "2026-01-05", "Rent", "", "1", "102", "", "10", ""),
                line("1", "2026-01-05", "Rent", "", "1", "501", "", "", "10"),
                line("2", "2026-01-05", "Loan", "", "1", "112", "", "10", ""),
                line("2", "2026-01-05", "Loan", "", "1", "501", "", "", "9"),
                line("3", "2026-01-05", "Gift", "", "1", "181", "", "1.005", ""),
                line("4", "2025-12-31", "Early", "", "1", "102", "", "1", "1"));

        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("借贷不平", "要写明是谁或哪一项"))
                .anySatisfy(row -> assertThat(row).contains("金额最多两位小数"))
                .anySatisfy(row -> assertThat(row).contains("只能填一边"));
        assertThat(mvc.get().uri("/economy/books/" + book + "/vouchers").with(SignedIn.at(places.east())))
                .bodyText()
                .contains("没有这样的凭证");
    }

    @Test
    void takeBackInRedWhatStandsInTheSheetOrInTheBooks() throws Exception {
        var first = upload(
                line("记-01-001", "2026-01-05", "Rent", "", "1", "102", "", "100", ""),
                line("记-01-001", "2026-01-05", "Rent", "", "1", "501", "", "", "100"),
                line("记-02-001", "2026-02-05", "Taken back", "红字", "记-01-001", "", "102", "", "-100", ""),
                line("记-02-001", "2026-02-05", "Taken back", "红字", "记-01-001", "", "501", "", "", "-100"),
                line("记-02-002", "2026-02-06", "Gift", "", "1", "102", "", "7", ""),
                line("记-02-002", "2026-02-06", "Gift", "", "1", "501", "", "", "7"));
        confirm(text(first));
        var second = upload(
                line("记-03-001", "2026-03-05", "Gift put right", "红字", "记-02-002", "", "102", "", "-7", ""),
                line("记-03-001", "2026-03-05", "Gift put right", "红字", "记-02-002", "", "501", "", "", "-7"));
        assertThat(confirm(text(second))).hasRedirectedUrl("/economy/books");

        assertThat(mvc.get()
                        .uri("/economy/books/" + book + "/vouchers?state=SUBMITTED")
                        .with(SignedIn.at(places.township())))
                .bodyText()
                .contains("Taken back", "-100.00", "Gift put right", "共 4");
    }

    @Test
    void areNotTakenBackTwiceNorInBlackNorForNothing() throws Exception {
        var wrong = upload(
                line("1", "2026-01-05", "Rent", "", "1", "102", "", "100", ""),
                line("1", "2026-01-05", "Rent", "", "1", "501", "", "", "100"),
                line("2", "2026-02-05", "Red", "红字", "1", "", "102", "", "100", ""),
                line("2", "2026-02-05", "Red", "红字", "1", "", "501", "", "", "100"),
                line("3", "2026-02-05", "Twice", "红字", "1", "", "102", "", "-100", ""),
                line("3", "2026-02-05", "Twice", "红字", "1", "", "501", "", "", "-100"),
                line("4", "2026-02-05", "Nothing", "红字", "", "", "102", "", "-100", ""),
                line("4", "2026-02-05", "Nothing", "红字", "", "", "501", "", "", "-100"),
                line("5", "2026-02-05", "Unknown", "红字", "记-99", "", "102", "", "-100", ""),
                line("5", "2026-02-05", "Unknown", "红字", "记-99", "", "501", "", "", "-100"),
                line("6", "2026-02-05", "Normal", "", "1", "1", "102", "", "1", ""),
                line("6", "2026-02-05", "Normal", "", "1", "1", "501", "", "", "1"));

        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("|2|", "借方（元）：红字凭证的金额填负数"))
                .anySatisfy(row -> assertThat(row).contains("|3|", "这张凭证已经冲销过了"))
                .anySatisfy(row -> assertThat(row).contains("|4|", "红字凭证要写明冲销哪一张"))
                .anySatisfy(row -> assertThat(row).contains("|5|", "没有找到要冲销或更正的凭证“记-99”"))
                .anySatisfy(row -> assertThat(row).contains("|6|", "只有红字和更正凭证才填这一栏"));
    }

    @Test
    void sayWhichLineHoldsWhatNobodyCanBook() throws Exception {
        var wrong = upload(
                line("1", "2026-01-05", "=cmd|' /C calc'!A0", "", "1", "102", "", "NaN", ""),
                line("2", "2026-01-05", "Much", "", "1", "102", "", "1e20", ""),
                line("3", "2026-01-05", "Fine", "", "1", "102", "", "1.005", ""),
                line("4", "2025-12-05", "Closed", "", "1", "102", "", "1", ""),
                line("5", "2026-01-05", "Parent", "", "1", "322", "", "1", ""),
                line("6", "2026-01-05", "Other regime", "", "1", "523", "", "1", ""),
                line("7", "2026-01-05", "Nobody", "", "1", "112", "", "1", ""),
                line("8", "2026-01-05", "Nought", "", "1", "102", "", "0", ""));

        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("|1|", "借方（元）：金额写成数字"))
                .anySatisfy(row -> assertThat(row).contains("|2|", "借方（元）：金额写成数字"))
                .anySatisfy(row -> assertThat(row).contains("|3|", "借方（元）：金额最多两位小数"))
                .anySatisfy(row -> assertThat(row).contains("|4|", "日期：2025-12"))
                .anySatisfy(row -> assertThat(row).contains("|5|", "科目：科目322 收益分配下面还有明细科目"))
                .anySatisfy(row -> assertThat(row).contains("|6|", "科目：本账套没有科目523"))
                .anySatisfy(row -> assertThat(row).contains("|7|", "明细：“应收款”要写明"))
                .anySatisfy(row -> assertThat(row).contains("|8|", "借方（元）：金额不能为零"));
    }

    @Test
    void doNotReachBooksOutsideTheJurisdiction() throws Exception {
        var stranger = mvc.post()
                .uri("/economy/books/import")
                .multipart()
                .file(sheet(List.of(line("1", "2026-01-05", "Rent", "", "1", "102", "", "10", ""))))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(places.west()))
                .exchange();

        assertThat(Sheets.rowsOffered(text(stranger)))
                .anySatisfy(row -> assertThat(row).contains("系统中没有“East Village”"));
    }

    private static List<String> line(
            String number,
            String dated,
            String summary,
            String kind,
            String sheets,
            String account,
            String detail,
            String debit,
            String credit) {
        return line(number, dated, summary, kind, "", sheets, account, detail, debit, credit);
    }

    private static List<String> line(
            String number,
            String dated,
            String summary,
            String kind,
            String ref,
            String sheets,
            String account,
            String detail,
            String debit,
            String credit) {
        return List.of("East Village", "", number, dated, summary, kind, ref, sheets, account, detail, debit, credit);
    }

    @SafeVarargs
    private MvcTestResult upload(List<String>... rows) {
        return mvc.post()
                .uri("/economy/books/import")
                .multipart()
                .file(sheet(List.of(rows)))
                .param("id", UUID.randomUUID().toString())
                .with(SignedIn.at(places.east()))
                .exchange();
    }

    private static MockMultipartFile sheet(List<List<String>> rows) {
        return new MockMultipartFile("file", "vouchers.xlsx", null, Sheets.filled(HEADINGS, rows));
    }

    private MvcTestResult confirm(String page) {
        return mvc.post()
                .uri("/economy/books/import/confirm")
                .param("id", hidden(page, "id"))
                .param("sheet", hidden(page, "sheet"))
                .with(SignedIn.at(places.east()))
                .exchange();
    }

    private static String hidden(String page, String field) {
        var input =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]*+)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
