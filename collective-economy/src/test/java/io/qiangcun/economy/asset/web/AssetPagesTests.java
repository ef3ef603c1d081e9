package io.qiangcun.economy.asset.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.book.BookId;
import io.qiangcun.economy.voucher.LedgerFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Cards on the screen. Today is 16 November 2026. */
@ApplicationTest
class AssetPagesTests {

    @Autowired
    LedgerFixtures ledger;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private BookId book;
    private final String id = UUID.randomUUID().toString();
    private final String page = "/economy/assets/" + id;

    @BeforeEach
    void open() {
        places = ledger.county();
        book = ledger.bookOf(places, places.east());
    }

    private MvcTestResult write(String months) {
        return send(
                "/economy/assets/new",
                places.east(),
                "id",
                id,
                "book",
                book.toString(),
                "number",
                "F-1",
                "name",
                "Barn",
                "kind",
                "BUILDING",
                "cost",
                "24,000元",
                "acquiredOn",
                "2026-01-10",
                "months",
                months,
                "salvagePercent",
                "5",
                "use",
                "BUSINESS",
                "standing",
                "IDLE");
    }

    @Test
    void aCardIsWrittenChargedAndCounted() {
        assertThat(get("/economy/assets", places.east())).bodyText().contains("还没有资产卡片");
        assertThat(get("/economy/assets/new", places.east())).bodyText().contains("残值率百分之五");
        assertThat(write("")).hasStatus(422).bodyText().contains("要写明使用多少个月");
        assertThat(write("240")).hasRedirectedUrl(page);
        assertThat(get(page, places.east())).bodyText().contains("闲置", "24,000.00", "95.00");
        assertThat(get("/economy/books/" + book + "/months/2026-10", places.east()))
                .bodyText()
                .contains("折旧计算表");
        var charges = "/economy/assets/charges?book=" + book + "&month=2026-10";
        assertThat(get(charges, places.east())).bodyText().contains("Barn", "95.00", "生成折旧凭证");
        var voucher = UUID.randomUUID().toString();
        assertThat(send(charges, places.east(), "voucher", voucher)).hasRedirectedUrl("/economy/vouchers/" + voucher);
        assertThat(send(charges, places.east(), "voucher", UUID.randomUUID().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("没有要计提的了");

        var inventory = UUID.randomUUID().toString();
        assertThat(send("/economy/inventories", places.east(), "id", inventory, "book", book.toString()))
                .hasRedirectedUrl("/economy/inventories/" + inventory);
        assertThat(send(
                        "/economy/inventories/" + inventory + "/count",
                        places.east(),
                        "version",
                        "0",
                        "lines[0].card",
                        id,
                        "lines[0].result",
                        "FOUND"))
                .hasRedirectedUrl("/economy/inventories/" + inventory);
        assertThat(get("/economy/inventories/" + inventory, places.east()))
                .bodyText()
                .contains("已盘1张")
                .doesNotContain("确认盘点结果");
        assertThat(get("/economy/inventories/" + inventory, places.township()))
                .bodyText()
                .contains("确认盘点结果");
    }

    @Test
    void isNotThereOutsideTheJurisdiction() {
        write("240");

        assertThat(get(page, places.west())).hasStatus(404);
        assertThat(get("/economy/assets/charges?book=" + book, places.west())).hasStatus(404);
        assertThat(send("/economy/inventories", places.west(), "id", id, "book", book.toString()))
                .hasStatus(404);
        assertThat(get("/economy/assets", places.west())).bodyText().doesNotContain("Barn");
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
