package io.qiangcun.browser;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job: the records write the report; village, township and county each do their part with it. */
@Order(2)
@BrowserTest
class MonthlyReportJourneyBrowserTests {

    private static final String VILLAGE = "150524100201";
    private static final String TOWNSHIP = "150524100";

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty county;

    @BeforeEach
    void novemberIsOver() {
        county.wakesUpOn(LocalDate.of(2026, 12, 2));
    }

    @AfterEach
    void back() {
        county.goesBackToToday();
    }

    @Test
    void theRecordsWriteTheReportAndEveryLevelDoesItsPart() {
        String report;
        try (var village = Visitor.at(port, Visitor.PHONE)) {
            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD);
            village.goesTo("/party/activities/new?kind=THEME_DAY")
                    .fills("heldOn", "2026-11-27")
                    .fills("topic", "清理村屯道路积雪主题党日")
                    .fills("presentCount", "18")
                    .fills("expectedCount", "20")
                    .fills("venue", "村党群服务中心")
                    .fills("host", "支部书记")
                    .fills("recorder", "组织委员")
                    .clicks("提交")
                    .sees("记录已提交");
            village.goesTo("/core/reports/mine").sees("2026年11月", "草稿", "确认上报");
            report = village.path();
            village.findsThePageAccessible().photographs("village-report-phone");
            village.fills("note", "主题党日结合清雪开展。").clicks("确认上报").sees("已确认上报", "待审核");
        }
        try (var township = Visitor.at(port, Visitor.DESK)) {
            township.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD);
            township.goesTo("/core/reports?state=CONFIRMED&month=2026-11").sees("待审核");
            township.goesTo(report).sees("主题党日结合清雪开展。").photographs("township-report");
            township.goesTo(report + "/cells/party.theme-days")
                    .fills("question", "本月主题党日次数请再核对。")
                    .clicks("询问")
                    .sees("已发出询问");
        }
        try (var village = Visitor.at(port, Visitor.PHONE)) {
            village.signsIn("village-" + VILLAGE, DemoCounty.PASSWORD)
                    .goesTo(report)
                    .sees("本月主题党日次数请再核对。");
            village.goesTo(report + "/cells/party.theme-days")
                    .fills("answer", "已核对，27日增加一次清雪活动。")
                    .clicks("提交答复")
                    .sees("已答复");
        }
        try (var township = Visitor.at(port, Visitor.DESK)) {
            township.signsIn("township-" + TOWNSHIP, DemoCounty.PASSWORD).goesTo(report);
            township.clicks("审核通过").sees("已审核通过", "已审核");
        }
        try (var office = Visitor.at(port, Visitor.DESK)) {
            office.signsIn("county", DemoCounty.PASSWORD).sees("各地情况").findsThePageAccessible();
            office.photographs("county-desk");
            office.goesTo("/core/reports?month=2026-11").sees("上报进度").photographs("county-reports");
            office.goesTo("/core/reports/months/2026-11").sees("汇总").photographs("county-month");
            office.goesTo("/core/reports/months/2026-11/lock").clicks("锁定本月").sees("已锁定");
            office.goesTo(report).sees("已锁定");
        }
    }
}
