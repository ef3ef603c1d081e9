package io.qiangcun.economy.distribution.web;

import static io.qiangcun.economy.voucher.LedgerFixtures.voucher;
import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.economy.voucher.VoucherId;
import io.qiangcun.economy.voucher.VoucherKind;
import io.qiangcun.economy.voucher.VoucherService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A village earned 30,000.01 yuan in 2025 and had 1,000 left. Three households share. Today is 16 November 2026. */
@ApplicationTest
class DistributionPagesTests {

    private static final Pattern VOUCHER = Pattern.compile("/economy/vouchers/([0-9a-f-]{36})");

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    VoucherService vouchers;

    @Autowired
    CurrentAccount current;

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
        book = ledger.bookOf(places, places.east(), YearMonth.of(2025, 1));
        ledger.run(places.township(), () -> ledger.openYear(book));
        posted(
                "2025-01-01",
                VoucherKind.OPENING,
                "102",
                "",
                "D",
                "6000",
                "311",
                "",
                "C",
                "5000",
                "32202",
                "",
                "C",
                "1000");
        posted("2025-06-01", VoucherKind.NORMAL, "102", "", "D", "30000.01", "501", "", "C", "30000.01");
    }

    private void transferred() {
        posted("2025-12-31", VoucherKind.CLOSING, "501", "", "D", "30000.01", "321", "", "C", "30000.01");
        posted("2025-12-31", VoucherKind.CLOSING, "321", "", "D", "30000.01", "32202", "", "C", "30000.01");
    }

    private void shared() {
        share("001号户", "4");
        share("002号户", "3");
        share("003号户", "3");
    }

    @Test
    void thePageSaysWhatHasToBeDoneFirst() {
        assertThat(page()).bodyText().contains("2025年的收支还没有结转", "还没有登记成员股份");
        assertThat(propose("30", "20000")).hasStatus(422).bodyText().contains("净收益还不能确定", "20000");
        transferred();
        assertThat(page())
                .bodyText()
                .contains("30,000.01", "1,000.00", "31,000.01")
                .doesNotContain("还没有结转");
        assertThat(propose("30", "20000")).hasStatus(422).bodyText().contains("还没有登记成员股份，不能向成员分配");
    }

    @Test
    void aResultIsSharedDecidedBookedAndPaidToTheCent() {
        transferred();
        shared();
        var page = proposed("30", "20000");

        assertThat(get(page, places.east()))
                .bodyText()
                .contains("公示中", "9,000.00", "2,000.01", "8,000.00", "6,000.00")
                .contains("提取公积公益金（30%）", "3户，10.00股");
        assertThat(send(page + "/book", places.east())).hasRedirectedUrl(page);
        assertThat(decide(page, "2026-11-16", "30", "25", "22")).hasStatus(302);
        assertThat(get(page, places.east())).bodyText().contains("已通过", "全体 30 人，到会 25 人，同意 22 人");

        assertThat(send(page + "/book", places.east())).hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("已记账", "2025-12-31", "待审核", "29,000.00");
        looked(page);
        assertThat(balance("311")).isEqualByComparingTo("-14000");
        assertThat(balance("32202")).isEqualByComparingTo("-2000.01");
        assertThat(balance("32201")).isEqualByComparingTo("0");
        assertThat(balance("113")).isEqualByComparingTo("-20000");

        assertThat(pay(page, "1", "3")).hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("凭证待过账", "2025年收益分配");
        assertThat(pay(page, "1")).hasStatus(422).bodyText().contains("请选择要发放的户");
        looked(page);
        assertThat(get(page, places.east())).bodyText().contains("还有1户没有发放");
        assertThat(pay(page, "2")).hasRedirectedUrl(page);
        looked(page);
        assertThat(get(page, places.east())).bodyText().contains("已发放").doesNotContain("没有发放");
        assertThat(get("/economy/distributions?year=2025", places.county()))
                .bodyText()
                .contains(page, "31,000.01", "20,000.00");
    }

    @Test
    void theMembersAreGivenReportStatementsAndPlanFromTheLedger() {
        transferred();
        shared();
        var page = proposed("30", "20000");

        assertThat(get(page, places.east())).bodyText().contains(page + "/pack", "成员大会材料");
        assertThat(get(page + "/pack", places.east()))
                .bodyText()
                .contains("2025年成员大会材料", "2026-11-15 起可以开会表决")
                .contains("2025年经营性收入 30,000.01 元", "全年净收益 30,000.01 元")
                .contains("资产负债表", "收益及收益分配表", "36,000.01")
                .contains("提取公积公益金（30%）", "003号户", "6,000.00");
        assertThat(get(page + "/pack", places.west())).hasStatus(404);
    }

    @Test
    void whatIsNotEvenIsSharedToTheCent() {
        transferred();
        share("001号户", "1");
        share("002号户", "1");
        share("003号户", "1");
        var page = proposed("0", "100");

        assertThat(get(page, places.east())).bodyText().contains("33.34", "33.33");
    }

    @Test
    void moreThanThereIsCannotBeProposedAndNothingTypedIsLost() {
        transferred();
        shared();

        assertThat(propose("30", "22000.02")).hasStatus(422).bodyText().contains("可分配的只有 31000.01 元，多分了", "22000.02");
        assertThat(propose("101", "1")).hasStatus(422).bodyText().contains("比例在 0 到 100 之间");
        assertThat(propose("abc", "1e20")).hasStatus(422).bodyText().contains("请写成数字", "abc", "1e20");
        assertThat(propose("", "1")).hasStatus(422).bodyText().contains("请填写章程规定的比例");
    }

    @Test
    void theMembersReadTenDaysAndVoteByTheRule() {
        transferred();
        shared();
        var page = proposed("30", "20000");

        assertThat(decide(page, "2026-11-10", "30", "25", "22"))
                .hasStatus(422)
                .bodyText()
                .contains("要先给成员看满 10 天");
        assertThat(decide(page, "2026-11-16", "30", "19", "19"))
                .hasStatus(422)
                .bodyText()
                .contains("到会的不到 20 人");
        assertThat(decide(page, "2026-11-16", "30", "25", "19"))
                .hasStatus(422)
                .bodyText()
                .contains("同意的不到 20 人");
        assertThat(decide(page, "2026-11-16", "30", "31", "19"))
                .hasStatus(422)
                .bodyText()
                .contains("实到会人数不能超过");
        assertThat(decide(page, "2026-12-01", "30", "25", "22"))
                .hasStatus(422)
                .bodyText()
                .contains("表决日期还没有到");
    }

    @Test
    void whatIsDroppedStaysWithItsReasonAndTheYearIsProposedAnew() {
        transferred();
        shared();
        var page = proposed("30", "20000");

        assertThat(propose("30", "10000")).hasStatus(422).bodyText().contains("2025年已经有分配方案");
        assertThat(send(page + "/drop", places.east(), "reason", "比例要改")).hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("已作废", "比例要改");
        assertThat(proposed("20", "10000")).isNotEqualTo(page);
    }

    @Test
    void aShareThatChangesKeepsWhatItWas() {
        shared();
        assertThat(set("001号户", "5", "2025-06-01", "新增人口")).hasStatus(302);
        assertThat(set("002号户", "0", "2025-06-01", "迁出")).hasStatus(302);

        assertThat(get("/economy/books/" + book + "/shares", places.east()))
                .bodyText()
                .contains("5.00", "新增人口", "8.00", "以前的股份", "2025-05-31");
        assertThat(set("003号户", "9", "2024-01-01", ""))
                .hasStatus(422)
                .bodyText()
                .contains("现有的股份从 2025-01-01 起");
        assertThat(set("004号户", "0", "2025-01-01", ""))
                .hasStatus(422)
                .bodyText()
                .contains("没有股份，不用退出");
        assertThat(set("", "-1", "x", "")).hasStatus(422).bodyText().contains("请填写成员户");
    }

    @Test
    void distributionsOfOthersAreNotFound() {
        transferred();
        shared();
        var page = proposed("30", "20000");

        assertThat(get(page, places.west())).hasStatus(404);
        assertThat(send(page + "/drop", places.west(), "reason", "x")).hasStatus(404);
        assertThat(get("/economy/books/" + book + "/distribution", places.west()))
                .hasStatus(404);
        assertThat(get("/economy/books/" + book + "/shares", places.west())).hasStatus(404);
        assertThat(get("/economy/distributions", places.west())).bodyText().doesNotContain(page);
    }

    @Test
    void theDatabaseKeepsThePartsTogether() {
        transferred();
        shared();
        var id = proposed("30", "20000").substring("/economy/distributions/".length());

        assertThatThrownBy(() -> ledger.run(
                        places.east(),
                        () -> transaction.executeWithoutResult(status -> database.sql("""
                                insert into economy_distribution_part (distribution_id, line_no, place_code, holder, shares, amount)
                                select distribution_id, 99, place_code, 'x', 1, 0.01 from economy_distribution
                                where distribution_id = :id
                                """)
                                .param("id", UUID.fromString(id))
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("do not add up");
    }

    @Test
    void pagesCostAFewStatementsHoweverManyHouseholds() throws Exception {
        transferred();
        shared();
        var page = proposed("30", "20000");

        assertThat(statementsOf(() -> get(page, places.east()))).hasSizeLessThanOrEqualTo(12);
        assertThat(statementsOf(() -> get(page + "/pack", places.east()))).hasSizeLessThanOrEqualTo(14);
        assertThat(statementsOf(() -> get("/economy/books/" + book + "/distribution", places.east())))
                .hasSizeLessThanOrEqualTo(15);
    }

    private String proposed(String percent, String members) {
        return String.valueOf(propose(percent, members).getResponse().getRedirectedUrl());
    }

    private MvcTestResult propose(String percent, String members) {
        return send(
                "/economy/books/" + book + "/distribution",
                places.east(),
                "id",
                UUID.randomUUID().toString(),
                "year",
                "2025",
                "percent",
                percent,
                "members",
                members,
                "shownOn",
                "2026-11-05");
    }

    private MvcTestResult decide(String page, String on, String members, String present, String yes) {
        return send(
                page + "/decide",
                places.east(),
                "on",
                on,
                "body",
                "core.collective-assembly",
                "members",
                members,
                "present",
                present,
                "yes",
                yes,
                "minutes",
                "会议记录本第3页");
    }

    private MvcTestResult pay(String page, String... lines) {
        var fields = new ArrayList<>(
                List.of("id", UUID.randomUUID().toString(), "on", "2026-11-16", "account", "102", "sheets", "1"));
        for (var line : lines) {
            fields.addAll(List.of("lines", line));
        }
        return send(page + "/pay", places.east(), fields.toArray(String[]::new));
    }

    /** The township looks over every voucher the page names that waits. */
    private void looked(String page) {
        var named = VOUCHER.matcher(bodyOf(page));
        var ids = new ArrayList<VoucherId>();
        while (named.find()) {
            ids.add(VoucherId.valueOf(named.group(1)));
        }
        for (var id : ids.stream().distinct().toList()) {
            ledger.run(places.township(), () -> {
                if (state(id).equals("SUBMITTED")) {
                    vouchers.review(current.jurisdiction(), current.actor(), id, 1);
                    vouchers.post(current.jurisdiction(), current.actor(), id, 2);
                }
            });
        }
    }

    private String state(VoucherId id) {
        return transaction.execute(status -> database.sql("select state from economy_voucher where voucher_id = :id")
                .param("id", id.value())
                .query(String.class)
                .single());
    }

    private String bodyOf(String page) {
        try {
            return get(page, places.east()).getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private BigDecimal balance(String account) {
        return ledger.balance(places.east(), book, account, 2025);
    }

    private void share(String holder, String shares) {
        assertThat(set(holder, shares, "2025-01-01", "")).hasStatus(302);
    }

    private MvcTestResult set(String holder, String shares, String from, String reason) {
        return send(
                "/economy/books/" + book + "/shares",
                places.east(),
                "holder",
                holder,
                "shares",
                shares,
                "from",
                from,
                "reason",
                reason);
    }

    private MvcTestResult page() {
        return get("/economy/books/" + book + "/distribution?year=2025", places.east());
    }

    private void posted(String on, VoucherKind kind, String... lines) {
        ledger.posted(places, places.east(), voucher(book, on, kind, lines));
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
