package io.qiangcun.grid.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.shop.ShopFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The points shop on the screen. Today is 16 November 2026. */
@ApplicationTest
class ShopPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    ShopFixtures fixtures;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private UUID home;
    private String village;

    @BeforeEach
    void aHousehold() {
        places = PlaceFixtures.plantedIn(tree);
        home = fixtures.homeIn(places.east(), "H1");
        village = "/grid/shop/" + places.east();
    }

    @Test
    void aFactIsEnteredByTheVillageAndApprovedAbove() {
        var id = UUID.randomUUID().toString();
        var page = "/grid/shop/facts/" + id;
        for (var times = 0; times < 2; times++) {
            assertThat(send(
                            village + "/facts/new",
                            places.east(),
                            "id",
                            id,
                            "household",
                            home.toString(),
                            "rule",
                            "greening",
                            "on",
                            "2026-11-10",
                            "fact",
                            "Planted willows"))
                    .hasRedirectedUrl(page);
        }
        assertThat(get(page, places.east()))
                .bodyText()
                .contains("待审核", "由登记人以外、不是本户的人审核")
                .doesNotContain("/approve");
        assertThat(send(page + "/approve", places.east()))
                .hasStatus(422)
                .bodyText()
                .contains("自己登记的不能自己审核");
        assertThat(send(page + "/refuse", places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因");
        assertThat(get("/grid/shop/facts?status=ENTERED", places.township()))
                .bodyText()
                .contains("East Village", "Planted willows");
        assertThat(send(page + "/approve", places.township())).hasRedirectedUrl(page);
        assertThat(send(page + "/approve", places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("这项已经由他人审核");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() {
        assertThat(send(
                        village + "/facts/new",
                        places.east(),
                        "id",
                        UUID.randomUUID().toString(),
                        "on",
                        "2026-11-17"))
                .hasStatus(422)
                .bodyText()
                .contains("请选择这里的住户", "请选择计分项目", "请填写这一项");
        assertThat(send(
                        village + "/goods/new",
                        places.east(),
                        "id",
                        UUID.randomUUID().toString(),
                        "name",
                        "Soap",
                        "unit",
                        "piece",
                        "price",
                        "0"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写大于0的整数");
        assertThat(send(
                        village + "/redeem",
                        places.east(),
                        "id",
                        UUID.randomUUID().toString()))
                .hasStatus(422);
    }

    @Test
    void aMonthIsPostedAndPrintedByHousehold() {
        fixtures.approved(places.east(), fixtures.homeIn(places.east(), "H2"), "toilets");
        fixtures.approved(places.east(), home, "greening");
        assertThat(get(village, places.east())).bodyText().contains("公示 2026-10");

        var list = UUID.randomUUID().toString();
        for (var times = 0; times < 2; times++) {
            assertThat(send(village + "/publish", places.east(), "id", list, "month", "2026-10"))
                    .hasRedirectedUrl(village);
        }

        assertThat(get("/grid/shop/lists/" + list, places.east()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("H1", "房前屋后植绿", "H2", "厕所革命")
                .contains("2026-11-23 前");
        assertThat(get(village, places.east())).bodyText().doesNotContain("/publish");
        assertThat(send(village + "/publish", places.east(), "id", list, "month", "soon"))
                .hasStatus(400);
    }

    @Test
    void goodsAreTakenForPointsAndComeBack() {
        fixtures.usable(places.east(), home, "greening", "sewage");
        var good = fixtures.goods(places.east(), "Soap", 5, 1);
        assertThat(get(village + "/redeem", places.east()))
                .bodyText()
                .contains("H1（可用 10 分）", "Soap（每piece5分，库存1piece）");
        var id = UUID.randomUUID().toString();

        assertThat(redeem(id, good, "2")).hasStatus(422).bodyText().contains("库存不够");
        assertThat(redeem(id, good, "3")).hasStatus(422).bodyText().contains("需要 15 分，这一户可用 10 分");
        for (var times = 0; times < 2; times++) {
            assertThat(redeem(id, good, "1")).hasRedirectedUrl("/grid/shop/redemptions/" + id);
        }
        assertThat(get("/grid/shop/goods/" + good, places.east())).bodyText().contains("兑换", "进货", "-1");
        assertThat(send("/grid/shop/redemptions/" + id + "/reverse", places.east()))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因");
        assertThat(send("/grid/shop/redemptions/" + id + "/reverse", places.east(), "reason", "Broken"))
                .hasRedirectedUrl("/grid/shop/redemptions/" + id);
        assertThat(get("/grid/shop/redemptions/" + id, places.east()))
                .bodyText()
                .contains("已冲回", "Broken");
    }

    @Test
    void nothingIsSeenOrDoneOutsideTheJurisdiction() {
        var fact = fixtures.entered(places.east(), home, "greening", TestClock.TODAY);
        var good = fixtures.goods(places.east(), "Soap", 5, 1);
        fixtures.usable(places.east(), home, "sewage");
        var redemption = fixtures.redeemed(places.east(), home, good, 1);
        fixtures.approved(places.east(), home, "toilets");
        var list = fixtures.published(places.east(), YearMonth.of(2026, 10));
        for (var page : new String[] {
            village,
            village + "/facts/new",
            village + "/redeem",
            "/grid/shop/facts/" + fact,
            "/grid/shop/goods/" + good,
            "/grid/shop/redemptions/" + redemption,
            "/grid/shop/lists/" + list
        }) {
            assertThat(get(page, places.east())).as(page).hasStatusOk();
            assertThat(get(page, places.west())).as(page).hasStatus(404);
        }
        assertThat(get("/grid/shop/facts", places.west())).bodyText().doesNotContain("Planted");
        assertThat(send(
                        "/grid/shop/goods/" + good + "/move",
                        places.west(),
                        "quantity",
                        "1",
                        "id",
                        UUID.randomUUID().toString(),
                        "on",
                        "2026-11-16",
                        "note",
                        "x"))
                .hasStatus(404);
        assertThat(get("/grid/shop", places.county())).bodyText().contains("East Village");
        assertThat(get("/grid/shop/export", places.county())).hasStatusOk();
    }

    @Test
    void theCountySaysWhatGivesPoints() {
        assertThat(get("/grid/shop/rules", places.township()))
                .bodyText()
                .contains("垃圾清运", "每次 5 分")
                .doesNotContain("从今天起调整");
        assertThat(send("/grid/shop/rules", places.township(), "code", "refuse", "amount", "8", "basis", "Order"))
                .hasStatus(403);
        assertThat(send(
                        "/grid/shop/rules",
                        places.county(),
                        "code",
                        "refuse",
                        "amount",
                        "8",
                        "basis",
                        "Order",
                        "inForce",
                        "true"))
                .hasRedirectedUrl("/grid/shop/rules");
        assertThat(get("/grid/shop/rules", places.east())).bodyText().contains("每次 8 分");
    }

    private MvcTestResult redeem(String id, UUID good, String quantity) {
        return send(
                village + "/redeem",
                places.east(),
                "id",
                id,
                "household",
                home.toString(),
                "good",
                good.toString(),
                "quantity",
                quantity,
                "on",
                "2026-11-16",
                "takenBy",
                "Grandmother");
    }

    private MvcTestResult get(String path, PlaceCode at) {
        return mvc.get().uri(path).with(SignedIn.at(at)).exchange();
    }

    private MvcTestResult send(String path, PlaceCode at, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(at));
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
