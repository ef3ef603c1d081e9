package io.qiangcun.economy.voucher.web;

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
class VoucherImportTests {

    private static final List<String> HEADINGS =
            List.of("村（必填）", "账套", "凭证号", "日期", "摘要", "类型", "附单据张数", "科目", "明细", "借方（元）", "贷方（元）");

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
        return List.of("East Village", "", number, dated, summary, kind, sheets, account, detail, debit, credit);
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
