package io.qiangcun.economy.doubt.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.DraftVoucher;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the ledger asks: patterns that were planted are found, an honest year is not asked about. */
@ApplicationTest
class DoubtPagesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final List<String> RULES =
            List.of("economy.doubt-round-trip", "economy.doubt-year-end", "economy.doubt-rent", "economy.doubt-unpaid");

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;

    @BeforeEach
    void keep() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east(), YearMonth.of(2025, 1));
        ledger.run(places.township(), () -> ledger.openYear(book));
    }

    @Test
    void anHonestYearIsNotAskedAbout() {
        for (var month = 1; month <= 10; month++) {
            var day = "2026-%02d-".formatted(month);
            posted(day + "05", "Sale", "102", "", "D", "12000", "501", "", "C", "12000");
            posted(day + "08", "Sale on credit", "112", "Mill", "D", "11000", "501", "", "C", "11000");
            posted(day + "20", "Paid up", "102", "", "D", "11000", "112", "Mill", "C", "11000");
            posted(day + "21", "Seed", "511", "", "D", "8000", "102", "", "C", "8000");
            posted(day + "22", "Cash", "101", "", "D", "12000", "102", "", "C", "12000");
            posted(day + "23", "Builder", "211", "Builder", "D", "10900", "102", "", "C", "10900");
        }

        assertThat(found(TODAY)).isEmpty();
        assertThat(get("/economy/doubts", places.township())).bodyText().contains("没有需要核实的收入");
    }

    @Test
    void moneyThatComesAndGoesIsAskedAbout() {
        posted("2026-06-01", "Service", "102", "", "D", "50000", "501", "", "C", "50000");
        posted("2026-06-20", "Repair", "511", "", "D", "50000", "102", "", "C", "50000");

        assertThat(found(TODAY)).singleElement().satisfies(finding -> {
            assertThat(finding.title()).contains("50,000.00", "Service");
            assertThat(finding.dueOn()).isEqualTo("2026-06-20");
        });
    }

    @Test
    void moneyThatGoesBackToWhoPaidIsAskedAboutWhateverTheSum() {
        posted("2026-06-01", "Claim", "112", "Mill", "D", "30000", "501", "", "C", "30000");
        posted("2026-06-20", "Lent", "211", "Mill", "D", "29000", "102", "", "C", "29000");
        posted("2026-06-25", "Paid", "102", "", "D", "30000", "112", "Mill", "C", "30000");

        assertThat(found(TODAY)).hasSize(1);
    }

    @Test
    void whatIsSmallOrFarApartOrTakenBackIsNot() {
        posted("2026-06-01", "Small", "102", "", "D", "9999.99", "501", "", "C", "9999.99");
        posted("2026-06-20", "Small", "511", "", "D", "9999.99", "102", "", "C", "9999.99");
        posted("2026-02-01", "Far", "102", "", "D", "70000", "501", "", "C", "70000");
        posted("2026-06-20", "Far", "511", "", "D", "70000", "102", "", "C", "70000");

        assertThat(found(TODAY)).isEmpty();
    }

    @Test
    void aYearThatIsEarnedInDecemberIsAskedAboutWhenItIsOver() {
        posted("2025-03-01", "Sale", "102", "", "D", "20000", "501", "", "C", "20000");
        posted("2025-12-28", "Sale", "102", "", "D", "40000", "501", "", "C", "40000");

        assertThat(found(LocalDate.of(2026, 1, 15))).singleElement().satisfies(finding -> assertThat(finding.title())
                .contains("40,000.00", "2025"));
        assertThat(found(TODAY)).isEmpty();
    }

    @Test
    void rentWithoutAContractIsAskedAboutOnceForTheYear() {
        posted("2026-03-01", "收到房屋租金", "102", "", "D", "8000", "501", "", "C", "8000");
        assertThat(found(TODAY)).isEmpty();
        posted("2026-04-01", "收到机动地承包费", "102", "", "D", "7000", "501", "", "C", "7000");

        assertThat(found(TODAY)).singleElement().satisfies(finding -> assertThat(finding.title())
                .contains("15,000.00", "2"));
    }

    @Test
    void incomeNobodyPaidIsAskedAboutUntilSomebodyPays() {
        posted("2026-02-01", "Sale on credit", "112", "Mill", "D", "60000", "501", "", "C", "60000");

        assertThat(found(LocalDate.of(2026, 7, 1))).isEmpty();
        assertThat(found(TODAY)).hasSize(1);
        posted("2026-09-01", "Paid", "102", "", "D", "20000", "112", "Mill", "C", "20000");
        assertThat(found(TODAY)).isEmpty();
    }

    @Test
    void theTownshipSaysWhatCameOfItAndIsAskedNoMore() {
        posted("2026-06-01", "Service", "102", "", "D", "50000", "501", "", "C", "50000");
        posted("2026-06-20", "Repair", "511", "", "D", "50000", "102", "", "C", "50000");
        var page = page();

        assertThat(get(page, places.township())).bodyText().contains("钱进来又出去", "Repair", "50,000.00");
        assertThat(send(page, places.township(), "outcome", "", "words", "看过凭证"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择结果", "看过凭证");
        assertThat(send(page, places.township(), "outcome", "EXPLAINED", "words", "两笔是不同的事，已看合同"))
                .hasRedirectedUrl("/economy/doubts");
        assertThat(get(page, places.county())).bodyText().contains("两笔是不同的事", "情况属实");
        assertThat(get("/economy/doubts", places.county())).bodyText().contains("没有需要核实的收入", "两笔是不同的事");
        assertThat(found(TODAY)).isEmpty();
    }

    @Test
    void doubtsOfOthersAreNotFoundAndVillagesAreNotAsked() {
        posted("2026-06-01", "Service", "102", "", "D", "50000", "501", "", "C", "50000");
        posted("2026-06-20", "Repair", "511", "", "D", "50000", "102", "", "C", "50000");
        var page = page();
        var other = ledger.county();

        assertThat(get(page, other.township())).hasStatus(404);
        assertThat(send(page, other.township(), "outcome", "EXPLAINED", "words", "x"))
                .hasStatus(404);
        assertThat(get(page, places.east())).hasStatus(403);
    }

    @Test
    void theListCostsAFewStatements() throws Exception {
        posted("2026-02-01", "Sale on credit", "112", "Mill", "D", "60000", "501", "", "C", "60000");

        assertThat(statementsOf(() -> get("/economy/doubts", places.county()))).hasSizeLessThanOrEqualTo(10);
    }

    private static final Pattern PAGE = Pattern.compile("/economy/doubts/[0-9a-f]{8}-[0-9a-f-]{27}");

    private String page() {
        try {
            var found = PAGE.matcher(
                    get("/economy/doubts", places.township()).getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group();
        } catch (java.io.UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private List<Finding> found(LocalDate on) {
        var all = new ArrayList<Finding>();
        rules.stream()
                .filter(rule -> RULES.contains(rule.code()))
                .forEach(rule -> all.addAll(
                        ledger.at(places.county(), () -> rule.findings(Jurisdiction.within(places.county()), on)
                                .toList())));
        return all;
    }

    private void posted(String on, String summary, String... lines) {
        var plain = voucher(book, on, VoucherKind.NORMAL, lines);
        ledger.posted(
                places,
                places.east(),
                new DraftVoucher(plain.id(), book, plain.dated(), plain.kind(), summary, 1, null, plain.lines()));
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path);
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.with(SignedIn.at(place)).with(csrf()).exchange();
    }
}
