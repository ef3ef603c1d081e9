package io.qiangcun.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.qiangcun.books.PaperLedger;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A year of a village from sheets to the next year's opening, by clicks; what the statements show is what the paper says. */
@Order(8)
@BrowserTest
class LedgerYearJourneyBrowserTests {

    private static final String VILLAGE = "150524102200";
    private static final String TOWNSHIP = "150524102";
    private static final String SHEET = "/statements/village-2023-balance-sheet?month=";
    private static final String INCOME = "/statements/village-2023-income-a?month=";

    @LocalServerPort
    int port;

    @Test
    void aYearComesInIsClosedDistributedAndOpensTheNext() {
        try (var above = Visitor.at(port, Visitor.DESK);
                var below = Visitor.at(port, Visitor.DESK)) {
            above.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD).goesTo("/economy/books/new");
            above.chooses("place", VILLAGE).fills("name", "接转账").fills("from", "2025-01");
            above.marks("regime", "VILLAGE_2023").marks("variant", "A").clicks("建账");
            above.sees("接转账");
            var book = above.path().replaceFirst("(/economy/books/[0-9a-f-]{36}).*", "$1");
            above.goesTo(book).sees("从表格导入", "① 科目");

            comesIn(above, book, "accounts", "accounts.csv");
            above.goesTo(book + "/accounts").sees("10201 基本户", "5130101 办公费");
            below.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            wrongOnesStayOut(below, book);
            comesIn(below, book, "openings", "openings.csv");
            comesIn(below, book, "vouchers", "vouchers.csv");

            above.goesTo(book).clicks("张凭证");
            above.sees("成批审核过账", "审核通过 134 张").findsThePageAccessible().photographs("voucher-stack");
            reviewedAndPosted(above, book);

            var paper = PaperLedger.of(2025, "vouchers.csv");
            shows(below.goesTo(book + SHEET + "2025-06"), paper.balanceSheet(6));
            shows(below.goesTo(book + SHEET + "2025-12"), paper.balanceSheet(12));
            shows(below.goesTo(book + INCOME + "2025-12"), paper.income(12, true));

            below.goesTo(book + "/months/2025-12").clicks("生成年末结转凭证");
            for (var draft : List.of("结转本年收入", "结转本年支出", "本年收益转入收益分配")) {
                below.goesTo(book + "/vouchers?state=DRAFT")
                        .clicks(draft)
                        .clicks("提交审核")
                        .sees("待审核");
            }
            reviewedAndPosted(above, book);
            comesIn(below, book, "vouchers", "distribution.csv");
            reviewedAndPosted(above, book);

            above.goesTo(book + "?year=2025").clicks("一并结账到").sees("2025-01 至 2025-12 逐月结账");
            above.findsThePageAccessible().clicks("逐月结账").sees("2025-12 及以前各月已结账");
            above.clicks("开启").sees("2026");

            var closed = PaperLedger.of(2025, "vouchers.csv", "closing.csv", "distribution.csv");
            shows(below.goesTo(book + SHEET + "2025-12"), closed.balanceSheet(12));
            shows(below.goesTo(book + INCOME + "2025-12"), closed.income(12, true));
            below.photographs("income-statement");
            shows(below.goesTo(book + SHEET + "2026-01"), closed.balanceSheet(12));
        }
    }

    /** A sheet with a mistake changes nothing and comes back with the mistake named. */
    private static void wrongOnesStayOut(Visitor visitor, String book) {
        upload(
                visitor.goesTo(book + "/import/openings"),
                new FilePayload(
                        "openings.csv", "text/csv", "code,detail,debit,credit\n101,,5,\n301,,,6\n".getBytes(UTF_8)));
        visitor.sees("没有导入", "借贷不平", "下载标明错误的表格").findsThePageAccessible();
    }

    private static void comesIn(Visitor visitor, String book, String sort, String sheet) {
        visitor.goesTo(book + "/import/" + sort).findsThePageAccessible();
        upload(visitor, new FilePayload(sheet, "text/csv", PaperLedger.sheet(sheet)));
        visitor.sees("检查通过", "尚未保存").findsThePageAccessible();
        visitor.clicks("确认并保存").doesNotSee("尚未保存");
    }

    private static void upload(Visitor visitor, FilePayload sheet) {
        visitor.page().locator("input[type=file]").setInputFiles(sheet);
        visitor.page().locator("form[enctype] button[type=submit]").click();
    }

    private static void reviewedAndPosted(Visitor reviewer, String book) {
        reviewer.goesTo(book + "/stack").clicks("审核通过").clicks("过账已审核的").sees("没有等着审核或过账的凭证");
    }

    /** Every line with its figure, in its order; what is nought is left blank on lines that are no totals. */
    private static void shows(Visitor visitor, Map<String, BigDecimal> paper) {
        var shown = visitor.page().locator("main table.books tbody tr").all().stream()
                .map(row -> figure(row.locator("td").first()))
                .toList();
        assertThat(shown)
                .as(visitor.path())
                .containsExactlyElementsOf(paper.values().stream()
                        .map(LedgerYearJourneyBrowserTests::written)
                        .toList());
    }

    private static String figure(Locator cell) {
        var text = Pattern.compile("\\s").matcher(cell.innerText()).replaceAll("");
        return text.isEmpty() ? "0.00" : text;
    }

    private static String written(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }
}
