package io.qiangcun.economy.dividend.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.book.BookService;
import io.qiangcun.economy.book.OpenBook;
import io.qiangcun.economy.book.Variant;
import io.qiangcun.economy.cooperative.CooperativeFixtures;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.membership.CoopMemberId;
import io.qiangcun.economy.membership.MembershipFixtures;
import io.qiangcun.economy.membership.TradeKind;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.ArrayList;
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

/** What a cooperative distributes, from the draft to the money. Today is 16 November 2026. */
@ApplicationTest
class DividendPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    BookService books;

    @Autowired
    CooperativeFixtures cooperatives;

    @Autowired
    MembershipFixtures members;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private CooperativeId sheep;
    private CoopMemberId li;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/dividends/" + id;

    @BeforeEach
    void trade() {
        places = ledger.county();
        sheep = cooperatives.in(places.east(), "Sheep");
        li = members.member(places.east(), sheep, "Li", "1000");
        var wu = members.member(places.east(), sheep, "Wu", "3000");
        members.member(places.east(), sheep, "Zhao", "0.01");
        members.traded(places.east(), sheep, li, TradeKind.SALE, "300", "2026-05-01");
        members.traded(places.east(), sheep, wu, TradeKind.SALE, "100", "2026-05-01");
        members.traded(places.east(), sheep, wu, TradeKind.RENT, "9000", "2026-05-02");
    }

    @Test
    void goesFromTheDraftToTheMoneyAndTheAccount() throws Exception {
        assertThat(get(sheep.href() + "/dividends/new")).bodyText().contains("年末社员 3 名，社员交易额 400.00 元", "value=\"60\"");
        for (var times = 0; times < 2; times++) {
            assertThat(draft("surplus", "100")).hasRedirectedUrl(page);
        }
        assertThat(get(page)).bodyText().contains("草案", "45.00", "15.00", "60.00%", "100.00", "开始公示");
        assertThat(send(page + "/decide", decision("0", "2026-11-10")))
                .hasStatus(422)
                .bodyText()
                .contains("方案还没有公示");
        assertThat(send(page + "/display", "version", "0", "on", "2026-10-20")).hasRedirectedUrl(page);
        assertThat(send(page + "/decide", decision("1", "2026-10-30")))
                .hasStatus(422)
                .bodyText()
                .contains("公示要满15天，最早 2026-11-04 开会");
        assertThat(send(page + "/decide", decision("1", "2026-11-10", "attended", "1", "votesFor", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("到会的不到 2 人，不能开会（农民专业合作社成员大会");
        assertThat(send(page + "/decide", decision("1", "2026-11-10", "votesFor", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("赞成票不到 2 票，没有通过");
        assertThat(send(page + "/decide", decision("1", "2026-11-10"))).hasRedirectedUrl(page);
        assertThat(send(page + "/pay", "version", "2", "on", "2026-11-09", "member", li.toString()))
                .hasStatus(422)
                .bodyText()
                .contains("不能早于社员大会 2026-11-10");
        assertThat(send(page + "/pay", "version", "2", "on", "2026-11-12", "member", li.toString()))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("还有1人没有办", "2026-11-12");
        assertThat(send(page + "/pay", "version", "2", "on", "2026-11-12", "member", ""))
                .hasStatus(409);
        assertThat(send(page + "/pay", "version", "3", "on", "2026-11-13", "member", ""))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("已发放").doesNotContain("未发</span>");
        assertThat(get(li.href() + "/account?year=2026"))
                .bodyText()
                .contains("Li的社员账户（2026年）", "45.00", "10.00", "300.00", "1,000.00", page);
        assertThat(get(li.href() + "/account?year=2025"))
                .bodyText()
                .contains("2025年")
                .doesNotContain("300.00");
        assertThat(get(page + "/export")).hasStatusOk();
        assertThat(get("/economy/dividends/export")).hasStatusOk();
        assertThat(statementsOf(() -> get(page))).hasSizeLessThanOrEqualTo(12);
        assertThat(statementsOf(() -> get("/economy/dividends"))).hasSizeLessThanOrEqualTo(10);
        assertThat(statementsOf(() -> get(li.href() + "/account"))).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void whatWasDecidedIsTakenBackByAListOfItsOwn() throws Exception {
        decided();
        send(page + "/pay", "version", "2", "on", "2026-11-12", "member", li.toString());
        assertThat(draft("id", UUID.randomUUID().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("这一年已经有分配方案");
        var correction = UUID.randomUUID().toString();

        assertThat(send(page + "/correct", "id", correction, "version", "3", "note", ""))
                .hasStatus(422);
        assertThat(send(page + "/correct", "id", correction, "version", "3", "note", "Weighed wrongly"))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("已更正", "不再发放", correction).doesNotContain("登记发放");
        assertThat(get("/economy/dividends/" + correction))
                .bodyText()
                .contains("更正表", "Weighed wrongly", "-45.00", "还有1人没有办");
        assertThat(send("/economy/dividends/" + correction + "/pay", "version", "0", "on", "2026-11-14", "member", ""))
                .hasRedirectedUrl("/economy/dividends/" + correction);
        assertThat(get(li.href() + "/account?year=2026")).bodyText().contains("300.00", "-45.00");
        assertThat(draft("id", UUID.randomUUID().toString())).hasStatus3xxRedirection();
    }

    @Test
    void theReserveIsPutToNamesAndTakenBackWithTheList() {
        assertThat(send(sheep.href() + "/dividends/new", fields("reservePercent", "10")))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("提取公积金", "10.00", "90.00", "54.00", "36.00");
        send(page + "/display", "version", "0", "on", "2026-10-20");
        send(page + "/decide", decision("1", "2026-11-10"));

        assertThat(get(li.href())).bodyText().contains("2.50");
        send(page + "/correct", "id", UUID.randomUUID().toString(), "version", "2", "note", "Weighed wrongly");
        assertThat(get(li.href())).bodyText().doesNotContain("2.50");
        assertThat(get(sheep.href() + "/dividends/new")).bodyText().contains("value=\"10\"");
    }

    @Test
    void aSurplusOfTheBookIsBookedAndPaidOutOfIt() throws Exception {
        var book = BookId.next();
        ledger.run(
                places.township(),
                () -> books.open(
                        current.jurisdiction(),
                        current.actor(),
                        new OpenBook(book, places.east(), "Coop", "COOPERATIVE_2021", LedgerFixtures.FROM, Variant.A)));
        ledger.posted(
                places,
                places.east(),
                LedgerFixtures.voucher(
                        book, "2026-01-31", VoucherKind.NORMAL, "102", "", "D", "100", "33202", "", "C", "100"));
        var goats = cooperatives.in(places.east(), "Goats", book);
        var wu = members.member(places.east(), goats, "Wu", "1000");
        members.member(places.east(), goats, "Wu", "3000");
        members.traded(places.east(), goats, wu, TradeKind.SALE, "300", "2026-05-01");

        assertThat(get(goats.href() + "/dividends/new")).bodyText().contains("取自合作社账套");
        assertThat(send(goats.href() + "/dividends/new", fields("surplus", "", "basis", "")))
                .hasRedirectedUrl(page);
        assertThat(send(page + "/book", "version", "0", "sheets", "1")).hasStatus(409);
        send(page + "/display", "version", "0", "on", "2026-10-20");
        assertThat(send(page + "/decide", decision("1", "2026-11-10", "voters", "2", "attended", "2")))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("生成凭证");
        assertThat(send(page + "/book", "version", "2", "sheets", "1")).hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("2026年盈余分配", "结转2026年盈余分配").doesNotContain("/book\"");
        assertThat(send(page + "/book", "version", "2", "sheets", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("先作废或者冲销凭证");
        assertThat(send(page + "/pay", "version", "2", "on", "2026-11-12", "member", "", "sheets", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择从哪个账户付");
        assertThat(send(
                        page + "/pay",
                        "version",
                        "2",
                        "on",
                        "2026-11-12",
                        "member",
                        "",
                        "sheets",
                        "1",
                        "account",
                        "102"))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("发放2026年盈余返还和分红", "已发放");
        assertThat(lines(book))
                .contains(
                        "221 Wu（1） C 60.00",
                        "222 Wu（1） C 10.00",
                        "222 Wu（2） C 30.00",
                        "33201  D 100.00",
                        "221 Wu（1） D 60.00",
                        "102  C 100.00");
        assertThat(send(page + "/correct", "id", UUID.randomUUID().toString(), "version", "3", "note", "Wrong"))
                .hasStatus(422)
                .bodyText()
                .contains("先作废或者冲销凭证");
        assertThat(statementsOf(() -> get(page))).hasSizeLessThanOrEqualTo(14);
    }

    private List<String> lines(BookId book) {
        return ledger.at(
                places.east(),
                () -> transaction.execute(status -> database.sql("""
                select concat_ws(' ', l.account_code, coalesce(d.name, ''), l.side, l.amount) from economy_line l
                  join economy_voucher v on v.voucher_id = l.voucher_id
                  left join economy_detail d on d.detail_id = l.detail_id
                where v.book_id = :book
                """)
                        .param("book", book.value())
                        .query(String.class)
                        .list()));
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws Exception {
        assertThat(draft("returnPercent", "59")).hasStatus(422).bodyText().contains("按交易量返还不能低于可分配盈余的60%，保底收益和租金不计入");
        assertThat(draft("surplus", "")).hasStatus(422).bodyText().contains("这里要填");
        assertThat(draft("surplus", "-5")).hasStatus(422).bodyText().contains("亏损不能分配");
        assertThat(draft("surplus", "1e20")).hasStatus(422).bodyText().contains("请写成数字");
        assertThat(draft("membersPercent", "40")).hasStatus(422).bodyText().contains("三项比例合计要等于100");
        assertThat(draft("year", "2027")).hasStatus(422).bodyText().contains("年度应在成立以后");
        assertThat(draft("guaranteed", "60")).hasStatus(422).bodyText().contains("请选择保底方式");
        assertThat(draft("reservePercent", "101")).hasStatus(422).bodyText().contains("请填0到100之间的数");
        assertThat(draft("year", "0001")).hasStatus(422);
        assertThat(draft("year", "2025")).hasStatus(422).bodyText().contains("这一年社员没有交易量");
        assertThat(get(page)).hasStatus(404);
    }

    @Test
    void aDraftIsWorkedOutAnewAndGoesOnDisplayAgain() {
        draft("surplus", "100");
        assertThat(get(page + "/edit")).hasStatusOk().bodyText().contains("2026年度");
        send(page + "/display", "version", "0", "on", "2026-10-20");

        assertThat(send(
                        page + "/edit",
                        fields("version", "1", "surplus", "1000", "guarantee", "PER_SHARE", "guaranteed", "6")))
                .hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("450.00", "240.00", "合作社的成本，不算盈余", "开始公示");
        assertThat(send(page + "/edit", fields("version", "1"))).hasStatus(409);
        assertThat(send(page + "/withdraw", "version", "2", "note", "Later")).hasRedirectedUrl(page);
        assertThat(get(page + "/edit")).hasStatus(404);
    }

    /** Wages, rents and what was paid of lists; what was sold is no gain. */
    @Test
    void countsWhatHouseholdsGain() throws Exception {
        members.household(places.east(), "0001");
        var home = members.home(places.east(), sheep, "0001", "Bao", "1000");
        members.traded(places.east(), sheep, home, TradeKind.WAGE, "800", "2026-06-01");
        members.traded(places.east(), sheep, home, TradeKind.RENT, "200", "2026-06-01");
        decided();
        var gain = "/economy/cooperative-gain";
        assertThat(get(gain)).bodyText().contains("800.00", "200.00", "1,000.00");

        send(page + "/pay", "version", "2", "on", "2026-11-12", "member", "");

        assertThat(get(gain)).bodyText().contains("8.00", "1,008.00").doesNotContain("9,000.00");
        assertThat(get(gain + "?examples=true"))
                .bodyText()
                .contains("只看示范社（0家）")
                .doesNotContain("1,008.00");
        assertThat(get(gain + "/export")).hasStatusOk();
        assertThat(get("/economy/cooperatives")).bodyText().contains("今年增收", "1,008.00");
        assertThat(outside(gain)).bodyText().doesNotContain("1,008.00");
        assertThat(statementsOf(() -> get(gain))).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void theDatabaseKeepsWhatWasDecided() {
        decided();

        assertThatThrownBy(() -> ledger.run(
                        places.east(),
                        () -> transaction.executeWithoutResult(status -> database.sql(
                                        "update economy_dividend_line set returned = returned + 1 where dividend_id = :id")
                                .param("id", UUID.fromString(id))
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("What was decided stays");
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        draft("surplus", "100");

        assertThat(outside(page)).hasStatus(404);
        assertThat(outside(page + "/export")).hasStatus(404);
        assertThat(outside(li.href() + "/account")).hasStatus(404);
        assertThat(outside(sheep.href() + "/dividends/new")).hasStatus(404);
        assertThat(outside("/economy/dividends")).bodyText().doesNotContain("Sheep");
        assertThat(send(page + "/display", places.west(), "version", "0", "on", "2026-10-20"))
                .hasStatus(404);
        assertThat(send(page + "/pay", places.west(), "version", "0", "on", "2026-10-20", "member", ""))
                .hasStatus(404);
    }

    private void decided() {
        draft("surplus", "100");
        send(page + "/display", "version", "0", "on", "2026-10-20");
        send(page + "/decide", decision("1", "2026-11-10"));
    }

    private static String[] decision(String version, String on, String... others) {
        var fields = new ArrayList<>(List.of(
                "version", version, "on", on, "voters", "3", "attended", "3", "votesFor", "2", "note", "Minutes"));
        for (var at = 0; at < others.length; at += 2) {
            fields.set(fields.indexOf(others[at]) + 1, others[at + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private MvcTestResult draft(String field, String value) {
        return send(sheep.href() + "/dividends/new", fields(field, value));
    }

    /** A distribution as it is typed, but for some fields. */
    private String[] fields(String... others) {
        var fields = new ArrayList<>(List.of(
                "id",
                id,
                "version",
                "",
                "year",
                "2026",
                "surplus",
                "100",
                "reservePercent",
                "",
                "basis",
                "Statement of the year",
                "returnPercent",
                "60",
                "by",
                "ACCOUNT",
                "base",
                "",
                "membersPercent",
                "100",
                "collectivePercent",
                "",
                "managersPercent",
                "",
                "guarantee",
                "NONE",
                "guaranteed",
                ""));
        for (var at = 0; at < others.length; at += 2) {
            fields.set(fields.indexOf(others[at]) + 1, others[at + 1]);
        }
        return fields.toArray(String[]::new);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.east())).exchange();
    }

    private MvcTestResult outside(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.west())).exchange();
    }

    private MvcTestResult send(String path, String... fields) {
        return send(path, places.east(), fields);
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(place));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
