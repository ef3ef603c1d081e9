package io.qiangcun.browser;

import io.qiangcun.testkit.TestClock;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job: the records write the report, village, township and county each do their part with it. */
@BrowserTest
class MonthlyReportJourneyBrowserTests {

    private static final String PASSWORD = "Qiangcun#2026";
    private static final YearMonth LAST_MONTH = YearMonth.from(TestClock.TODAY).minusMonths(1);

    @LocalServerPort
    int port;

    @Test
    void aVillageSeesItsDesk() {
        try (var village = Visitor.at(port, Visitor.PHONE)) {
            village.signsIn("village-150524100201", PASSWORD).sees("工作台").photographs("village-desk-phone");
        }
    }
}
