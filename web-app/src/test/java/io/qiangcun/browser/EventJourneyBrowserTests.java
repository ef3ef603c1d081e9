package io.qiangcun.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.qiangcun.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the phone to "solved": passed up by the clock, handled, checked, not solved after all, opened again, solved. */
@Order(6)
@BrowserTest
class EventJourneyBrowserTests {

    private static final String TOWNSHIP = "150524102";
    private static final String VILLAGE = "150524102200";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty county;

    @AfterEach
    void today() {
        county.goesBackToToday();
    }

    @Test
    void anEventIsPassedUpHandledReopenedAndSolved() {
        var what = Visitor.words("Lamp");
        try (var worker = Visitor.at(port, Visitor.PHONE)) {
            worker.signsIn("grid-" + VILLAGE + "001", DemoCounty.PASSWORD);
            var page = worker.page();
            // the page brings its kinds itself and listens only then
            page.waitForFunction("document.querySelectorAll('#kinds input').length >= 14");
            page.locator("#home .first").click();
            page.locator("#kinds label").nth(4).click();
            page.fill("#content", what);
            page.locator("#report-form .pri").click();
            assertThat(page.locator("#records li[data-state=SENT] .receipt")).containsText("回执码");
        }
        var event = county.pageOfEvent(what);
        county.livesOn(TestClock.TODAY.plusDays(3));
        county.runs("grid.event-escalation");

        try (var township = Visitor.at(port, Visitor.DESK);
                var village = Visitor.at(port, Visitor.PHONE)) {
            township.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD)
                    .goesTo(event)
                    .sees("上报上级", "超过时限，系统自动")
                    .findsThePageAccessible()
                    .photographs("event-escalated")
                    .clicks("受理");
            township.sees("已受理");
            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            handled(township, village, event);

            township.marks("verdict", "NO").fills("note", "灯晚上还是不亮").clicks("登记回访");
            township.sees("回访结果已登记", "重新打开");
            handled(township, village, event);
            township.marks("verdict", "YES").fills("note", "亮了，谢谢").clicks("登记回访");
            township.sees("已结案", "已解决", "亮了，谢谢").findsThePageAccessible().photographs("event-solved");
        }
    }

    private static void handled(Visitor township, Visitor village, String event) {
        township.chooses("place", VILLAGE).fills("note", "请在时限内修好").clicks("派遣");
        township.sees("已派遣");
        village.goesTo(event).findsThePageAccessible();
        village.photographs("event-phone").fills("note", "已更换灯泡和线路").clicks("反馈办理结果");
        village.sees("等待核查");
        township.goesTo(event).marks("verdict", "YES").clicks("核查");
        township.sees("核查结果已记录");
    }
}
