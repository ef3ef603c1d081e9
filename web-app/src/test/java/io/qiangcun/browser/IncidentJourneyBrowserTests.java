package io.qiangcun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A flood, from the officer who switches it on to the review of it. */
@Order(5)
@BrowserTest
class IncidentJourneyBrowserTests {

    private static final String TOWNSHIP = "150524101";
    private static final String VILLAGE = "150524101200";
    private static final String FLOOD = "强降雨防汛";

    @LocalServerPort
    int port;

    @Test
    void aFloodIsReportedCalledOutCompiledAndReviewed() {
        try (var township = Visitor.at(port, Visitor.DESK);
                var village = Visitor.at(port, Visitor.PHONE)) {
            township.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD)
                    .goesTo("/grid/incidents")
                    .clicks("启动应急");
            township.findsThePageAccessible()
                    .chooses("kind", "FLOOD")
                    .fills("title", FLOOD)
                    .fills("reason", "气象部门发布暴雨橙色预警")
                    .clicks("启动应急");
            township.sees("应急已启动", FLOOD);
            var room = township.path();
            township.fills("message", "请立即到岗，检查河道和低洼住户").clicks("一键点名");
            township.goesTo(room).sees("未联系上").findsThePageAccessible().photographs("incident-room");

            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD)
                    .sees("应急情况待报")
                    .clicks("应急点名待您确认");
            village.sees(FLOOD, "请立即到岗，检查河道和低洼住户")
                    .findsThePageAccessible()
                    .photographs("incident-call-phone")
                    .clicks("收到");
            village.sees("已确认收到").goesTo("/grid/incidents").clicks(FLOOD);
            var here = village.path();
            village.clicks("报告情况");
            village.sees("首报")
                    .fills("spot", "河湾低洼处")
                    .fills("happened", "河水上涨，五户低洼住户进水")
                    .fills("inDanger", "十二")
                    .clicks("报告情况");
            // what cannot be read is said at its field, and nothing is lost
            village.sees("请填写人数");
            assertThat(village.page().inputValue("[name=happened]")).isEqualTo("河水上涨，五户低洼住户进水");
            village.findsThePageAccessible()
                    .fills("inDanger", "12")
                    .fills("evacuated", "8")
                    .fills("needs", "编织袋300条")
                    .photographs("incident-report-phone")
                    .clicks("报告情况");
            village.sees("报告已收到", "回执号");

            township.goesTo(room).sees("编织袋300条", "河水上涨，五户低洼住户进水").photographs("incident-board");

            village.goesTo(here).clicks("报告情况");
            village.sees("续报")
                    .fills("happened", "群众全部转移，险情解除")
                    .fills("inDanger", "0")
                    .fills("evacuated", "12")
                    .fills("hazardsFound", "1")
                    .fills("hazardsRemoved", "1")
                    .fills("needs", "")
                    .clicks("报告情况");
            village.sees("报告已收到");

            township.goesTo(room).clicks("汇编快报");
            township.sees("情况快报第 1 期", "依据 2 条报告").findsThePageAccessible().photographs("incident-bulletin");
            township.goesTo(room).clicks("结束应急");
            township.fills("happened", "转移12人，排除隐患1处，没有人员伤亡。")
                    .fills("better", "汛前把转移去处逐户落实。")
                    .clicks("结束应急");
            township.sees("应急已结束", "汛前把转移去处逐户落实。").findsThePageAccessible();
        }
    }
}
