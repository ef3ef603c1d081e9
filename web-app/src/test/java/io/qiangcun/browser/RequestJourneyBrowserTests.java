package io.qiangcun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a villager's telephone to "solved" and back, without an account. */
@Order(9)
@BrowserTest
class RequestJourneyBrowserTests {

    private static final String TOWNSHIP = "150524102";
    private static final String VILLAGE = "150524102200";
    private static final String GRID = "150524102200001";
    private static final String COUNTY = "150524";
    private static final String FORM = "form:has(input[name=act][value=%s])";

    @LocalServerPort
    int port;

    @Test
    void whatAVillageCannotDoGoesUpAndABadRatingIsPutRight() {
        var what = Visitor.words("Lamp");
        try (var villager = Visitor.at(port, Visitor.PHONE);
                var village = Visitor.at(port, Visitor.DESK);
                var township = Visitor.at(port, Visitor.DESK);
                var centre = Visitor.at(port, Visitor.DESK);
                var county = Visitor.at(port, Visitor.DESK)) {
            villager.goesTo("/services/ask").findsThePageAccessible().photographs("request-ask-phone");
            villager.fills("matter", what)
                    .chooses("place", VILLAGE)
                    .fills("applicant", "村民")
                    .fills("phone", "138")
                    .clicks("提交");
            villager.page().waitForSelector("#phone-error");
            assertThat(villager.page().inputValue("[name=matter]")).isEqualTo(what);
            villager.findsThePageAccessible();
            villager.fills("phone", "13912340000").clicks("提交");
            villager.page().waitForSelector("#receipt");
            villager.sees("您的受理编号").findsThePageAccessible().photographs("request-received-phone");
            var receipt = villager.page().locator("#receipt").textContent();
            assertThat(receipt).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            opens(village, what);
            does(village, "CLAIM", "");
            does(village, "SUPPLEMENT", "哪一盏？");

            looksUp(villager, receipt);
            villager.sees("待补正", "哪一盏？").findsThePageAccessible().photographs("request-story-phone");
            villager.fills("words", "桥头那一盏").clicks("提交补充材料");
            villager.sees("已经收到，谢谢");

            village.goesTo(village.path());
            does(village, "ACCEPT", "");
            village.photographs("request-accepted");
            handsOver(village, TOWNSHIP, "线路不归我们管");

            township.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD);
            opens(township, what);
            does(township, "CLAIM", "");
            handsOver(township, COUNTY, "需要县里协调供电");

            centre.signsIn("county-centre", DemoCounty.PASSWORD);
            opens(centre, what);
            does(centre, "CLAIM", "");
            does(centre, "DECIDE", "换了新灯");
            does(centre, "DELIVER", "电话告知");
            centre.sees("已办结").findsThePageAccessible().photographs("request-solved");

            looksUp(villager, receipt);
            villager.sees("已解决", "换了新灯")
                    .marks("solved", "NO")
                    .marks("stars", "1")
                    .fills("words", "晚上还是不亮");
            villager.clicks("提交评价");
            villager.sees("非常不满意", "您的评价").findsThePageAccessible();

            county.signsIn("county", DemoCounty.PASSWORD).goesTo("/services/ratings");
            county.sees("晚上还是不亮").findsThePageAccessible().photographs("request-ratings");
            settles(county, receipt, "已经打过电话，约好明天去看");
            settles(county, receipt, "灯座接触不良，已经修好，晚上去看过");
            county.doesNotSee(receipt);

            looksUp(villager, receipt);
            villager.sees("灯座接触不良，已经修好，晚上去看过");
        }
    }

    @Test
    void aGridWorkerAsksForAnOldPersonAndSomebodyElseDecides() {
        var what = Visitor.words("Card");
        try (var worker = Visitor.at(port, Visitor.PHONE);
                var village = Visitor.at(port, Visitor.DESK)) {
            worker.signsIn("grid-" + GRID, DemoCounty.PASSWORD).goesTo("/services/requests/new");
            worker.findsThePageAccessible().photographs("request-for-somebody-phone");
            worker.marks("channel", "AGENT")
                    .fills("applicant", "老人")
                    .fills("phone", "13912340000")
                    .fills("matter", what)
                    .marks("priority", "true")
                    .marks("agentIsMe", "true")
                    .clicks("登记");
            worker.sees("请写明授权依据").findsThePageAccessible();
            assertThat(worker.page().inputValue("[name=matter]")).isEqualTo(what);
            worker.fills("agentBasis", "老人当面口头委托，已记录").clicks("登记");
            worker.sees("已登记，受理编号");

            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            opens(village, what);
            village.sees("老人当面口头委托，已记录", "优先");
            does(village, "CLAIM", "");
            does(village, "ACCEPT", "");
            does(village, "DECIDE", "卡已经送到老人家里");
            village.sees("卡已经送到老人家里");
        }
    }

    @Test
    void whatHasToBeSeenToOnTheSpotBecomesAGridEventAndReturns() {
        var what = Visitor.words("Drain");
        try (var villager = Visitor.at(port, Visitor.PHONE);
                var village = Visitor.at(port, Visitor.DESK);
                var worker = Visitor.at(port, Visitor.PHONE)) {
            var receipt = asks(villager, what);
            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            opens(village, what);
            does(village, "CLAIM", "");
            does(village, "ACCEPT", "");
            unfolds(village, "HAND_TO_GRID");
            var form = village.page().locator(FORM.formatted("HAND_TO_GRID"));
            form.locator("[name=kind]").selectOption("0601");
            form.locator("[name=place]").selectOption(GRID);
            does(village, "HAND_TO_GRID", "学校后面");
            var request = village.path();
            village.findsThePageAccessible().photographs("request-with-grid");
            var event =
                    village.page().locator("a[href^='/grid/events/']").first().getAttribute("href");

            looksUp(villager, receipt);
            villager.sees("已经交给网格员上门处理");

            village.goesTo(event).sees("群众诉求").clicks("受理");
            village.chooses("place", GRID).fills("note", "请去看看").clicks("派遣");
            worker.signsIn("grid-" + GRID, DemoCounty.PASSWORD).goesTo(event);
            worker.doesNotSee(receipt).fills("note", "已经疏通").clicks("反馈办理结果");
            village.goesTo(event).marks("verdict", "YES").clicks("核查");
            village.marks("verdict", "YES").fills("note", "通了").clicks("登记回访");

            village.goesTo(request).sees("网格处理后转回", "已经疏通").findsThePageAccessible();
            does(village, "DECIDE", "网格员已经疏通");
            looksUp(villager, receipt);
            villager.sees("网格员已经处理", "网格员已经疏通").findsThePageAccessible();
        }
    }

    private static String asks(Visitor villager, String what) {
        villager.goesTo("/services/ask")
                .fills("matter", what)
                .chooses("place", VILLAGE)
                .fills("applicant", "村民")
                .fills("phone", "13912340000")
                .clicks("提交");
        villager.page().waitForSelector("#receipt");
        return villager.page().locator("#receipt").textContent();
    }

    private static void opens(Visitor clerk, String what) {
        clerk.goesTo("/services/inbox?show=UNCLAIMED&text=" + what.substring(0, 24));
        clerk.findsThePageAccessible().photographs("request-inbox").clicks(what.substring(0, 24));
        clerk.sees(what).findsThePageAccessible();
    }

    private static void looksUp(Visitor villager, String receipt) {
        villager.goesTo("/services/track")
                .fills("receipt", receipt)
                .fills("tail", "0000")
                .clicks("查看");
    }

    private static void handsOver(Visitor clerk, String place, String why) {
        unfolds(clerk, "HAND_OVER");
        clerk.page().selectOption(FORM.formatted("HAND_OVER") + " [name=place]", place);
        does(clerk, "HAND_OVER", why);
    }

    private static void settles(Visitor county, String receipt, String note) {
        var ticket = county.page().locator("article", new Page.LocatorOptions().setHasText(receipt));
        ticket.locator("textarea").fill(note);
        ticket.locator("button").click();
    }

    private static void does(Visitor clerk, String act, String note) {
        unfolds(clerk, act);
        var form = clerk.page().locator(FORM.formatted(act));
        if (!note.isEmpty()) {
            form.locator("[name=note]").fill(note);
        }
        form.locator("button").click();
    }

    /** What is possible beside the obvious lies folded. */
    private static void unfolds(Visitor clerk, String act) {
        if (!clerk.page().locator(FORM.formatted(act)).isVisible()) {
            clerk.page()
                    .locator("details:has(input[name=act][value=" + act + "]) > summary")
                    .click();
        }
    }
}
