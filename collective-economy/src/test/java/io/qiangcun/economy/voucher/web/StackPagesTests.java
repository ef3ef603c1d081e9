package io.qiangcun.economy.voucher.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Vouchers reviewed, posted and closed together. Today is 16 November 2026. */
@ApplicationTest
class StackPagesTests {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{32})\"");

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;
    private String page;

    @BeforeEach
    void write() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
        page = "/economy/books/" + book;
        submitted("2026-02-10", VoucherKind.NORMAL, "20");
        submitted("2026-01-31", VoucherKind.NORMAL, "10");
        submitted("2026-01-01", VoucherKind.OPENING, "500");
    }

    @Test
    void isReviewedAndPostedAsItWasShown() throws Exception {
        var shown = text(get(places.township(), page + "/stack"));
        assertThat(shown).contains("2026-01（2张）", "2026-02（1张）", "530.00", "101 库存现金", "审核通过 3 张");
        var seen = seen(shown);
        submitted("2026-02-11", VoucherKind.NORMAL, "30");
        assertThat(post("/stack/review", "seen", seen))
                .hasStatus(422)
                .bodyText()
                .contains("刚刚有变动");

        assertThat(post("/stack/review", "seen", seen(text(get(places.township(), page + "/stack")))))
                .hasStatus3xxRedirection();
        var reviewed = text(get(places.township(), page + "/stack"));
        assertThat(reviewed).contains("过账已审核的 4 张").doesNotContain("审核通过");
        assertThat(post("/stack/post", "seen", seen(reviewed))).hasStatus3xxRedirection();

        assertThat(text(get(places.township(), page + "/vouchers")))
                .contains("记-01-001", "记-02-001", "记-02-002", "期初")
                .doesNotContain("待审核</span>");
        assertThat(ledger.balance(places.east(), book, "101", 2026)).isEqualByComparingTo("560");
    }

    @Test
    void isNotReviewedByItsMakerNorPostedBeforeTheOpening() throws Exception {
        var township = ledger.bookOf(places, places.west());
        ledger.submitted(
                places.township(),
                voucher(township, "2026-01-05", VoucherKind.NORMAL, "101", "", "D", "1", "501", "", "C", "1"));
        assertThat(text(get(places.township(), "/economy/books/" + township + "/stack")))
                .contains("其中 1 张是您自己填的")
                .doesNotContain("审核通过 1");

        var february = seen(text(get(places.township(), page + "/stack?month=2026-02")));
        assertThat(post("/stack/review", "seen", february, "month", "2026-02")).hasStatus3xxRedirection();
        february = seen(text(get(places.township(), page + "/stack?month=2026-02")));
        assertThat(post("/stack/post", "seen", february, "month", "2026-02"))
                .hasStatus(422)
                .bodyText()
                .contains("期初余额还没有过账");
    }

    @Test
    void severalMonthsAreClosedTogetherOrNone() throws Exception {
        assertThat(text(get(places.township(), page + "/months/2026-03/through")))
                .contains("还有2张凭证没有过账");
        assertThat(post("/months/2026-03/through")).hasStatus(422).bodyText().contains("还有2张凭证没有过账");

        post("/stack/review", "seen", seen(text(get(places.township(), page + "/stack"))));
        post("/stack/post", "seen", seen(text(get(places.township(), page + "/stack"))));
        assertThat(text(get(places.township(), page))).contains("一并结账到 2026-10");
        assertThat(text(get(places.township(), page + "/months/2026-03/through")))
                .contains("2026-01 至 2026-03 逐月结账");
        assertThat(post("/months/2026-03/through")).hasRedirectedUrl(page + "?year=2026");
        assertThat(text(get(places.township(), page + "/months/2026-03"))).contains("已结账");
        assertThat(post("/months/2026-12/through")).hasStatus(422).bodyText().contains("还没有到");
        assertThat(text(get(places.township(), page + "/months/2026-04"))).doesNotContain("已结账</span>");
    }

    @Test
    void needsFewStatementsAndIsNotSeenOutside() throws Exception {
        assertThat(StatementCounter.statementsOf(() -> get(places.township(), page + "/stack")))
                .hasSizeLessThanOrEqualTo(15);
        assertThat(StatementCounter.statementsOf(() -> get(places.township(), page + "/months/2026-10/through")))
                .hasSizeLessThanOrEqualTo(15);
        assertThat(get(places.east(), page + "/stack")).hasStatus(403);
        assertThat(get(ledger.county().township(), page + "/stack")).hasStatus(404);
    }

    private void submitted(String dated, VoucherKind kind, String amount) {
        ledger.submitted(
                places.east(),
                voucher(
                        book,
                        dated,
                        kind,
                        "101",
                        "",
                        "D",
                        amount,
                        kind == VoucherKind.OPENING ? "301" : "501",
                        "",
                        "C",
                        amount));
    }

    private static String seen(String page) {
        var found = SEEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private MvcTestResult get(PlaceCode place, String path) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(page + path).with(SignedIn.at(places.township()));
        for (var at = 0; at < parameters.length; at += 2) {
            request = request.param(parameters[at], parameters[at + 1]);
        }
        return request.exchange();
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
