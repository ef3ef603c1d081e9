package io.qiangcun.economy.contract.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Contracts on the screen. Today is 16 November 2026. */
@ApplicationTest
class ContractPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/contracts/" + id;

    @BeforeEach
    void open() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
    }

    @Test
    void aContractGoesFromItsDraftToItsMoney() throws Exception {
        assertThat(get("/economy/contracts")).bodyText().contains("还没有合同");
        assertThat(get("/economy/contracts/new")).bodyText().contains(book.toString(), "按年付");
        assertThat(write("yearly", "１２,000元")).hasRedirectedUrl(page);
        assertThat(write("yearly", "12000")).hasRedirectedUrl(page);
        assertThat(get(page)).bodyText().contains("草稿", "合同生效").doesNotContain("各期应收</h2>");
        assertThat(send(page + "/in-force", "version", "0")).hasRedirectedUrl(page);
        assertThat(send(page + "/in-force", "version", "0")).hasStatus(409);
        assertThat(get(page)).bodyText().contains("履行中", "已逾期", "还有 12,000.00 元没有收到", "还没有民主决策记录");
        assertThat(get(page + "/book?step=RECEIVED&seq=1")).bodyText().contains("12,000.00", "102 银行存款");

        var voucher = UUID.randomUUID().toString();
        for (var times = 0; times < 2; times++) {
            assertThat(send(
                            page + "/book",
                            "id",
                            voucher,
                            "version",
                            "1",
                            "step",
                            "RECEIVED",
                            "seq",
                            "1",
                            "on",
                            "2026-11-10",
                            "amount",
                            "12000",
                            "sheets",
                            "1"))
                    .hasRedirectedUrl(page);
        }
        assertThat(get(page)).bodyText().contains("凭证待过账", "/economy/vouchers/" + voucher);
        assertThat(get("/economy/vouchers/" + voucher)).bodyText().contains("待审核", "收到Lease", "12,000.00");
        assertThat(send(page + "/decision", "version", "2", "note", "Minutes of 3 March"))
                .hasRedirectedUrl(page);
        assertThat(send(page + "/terminate", "version", "3", "on", "", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("这里要填");
        assertThat(get("/economy/contracts?owing=true&text=Lease")).bodyText().contains("Lease", "12,000.00");
        assertThat(get("/economy/contracts/published")).bodyText().contains("Mill", "Miller", "12,000.00");
        assertThat(statementsOf(() -> get(page))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get("/economy/contracts"))).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        assertThat(write("yearly", "a lot")).hasStatus(422).bodyText().contains("请写成数字");
        assertThat(write("yearly", "1.005")).hasStatus(422).bodyText().contains("小数最多2位");
        assertThat(write("yearly", "1e20")).hasStatus(422).bodyText().contains("请写成数字");
        assertThat(write("until", "2025-01-01")).hasStatus(422).bodyText().contains("结束日期不能早于开始日期");
        assertThat(write("party", "")).hasStatus(422).bodyText().contains("这里要填");
        assertThat(get(page).getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        write("yearly", "12000");

        assertThat(mvc.get().uri(page).with(SignedIn.at(places.west())).exchange())
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/economy/contracts/published?place=" + places.east())
                        .with(SignedIn.at(places.west()))
                        .exchange())
                .hasStatus(404);
        assertThat(mvc.get()
                        .uri("/economy/contracts/new?book=" + book)
                        .with(SignedIn.at(places.west()))
                        .exchange())
                .hasStatus(404);
        assertThat(send(page + "/discard", places.west(), "version", "0")).hasStatus(404);
        assertThat(get("/economy/contracts/export").getResponse().getStatus()).isEqualTo(200);
    }

    /** A contract as it is typed, but for one field. */
    private MvcTestResult write(String field, String value) {
        var fields = new ArrayList<>(List.of(
                "id",
                id,
                "book",
                book.toString(),
                "number",
                "H-1",
                "name",
                "Lease",
                "kind",
                "LEASE",
                "partyKind",
                "OUTSIDE",
                "party",
                "Miller",
                "objectKind",
                "BUILDING",
                "objectName",
                "Mill",
                "signedOn",
                "2026-01-01",
                "from",
                "2026-01-01",
                "until",
                "2027-12-31",
                "everyMonths",
                "12",
                "pay",
                "AHEAD",
                "yearly",
                "100"));
        fields.set(fields.indexOf(field) + 1, value);
        return send("/economy/contracts/new", fields.toArray(String[]::new));
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.at(places.east())).exchange();
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
