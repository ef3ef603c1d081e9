package io.qiangcun.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is late shows up explained, is urged, and is cleared by the record itself. */
@Order(1)
@BrowserTest
class WarningJourneyBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    DemoCounty county;

    @Test
    void aMissingMeetingIsUrgedHeldAndCleared() {
        var missed = county.missedMeeting();
        var page = "/core/warnings/" + missed.warning();

        try (var township = Visitor.at(port, Visitor.DESK)) {
            township.signsIn("township-" + missed.township(), DemoCounty.PASSWORD)
                    .sees("工作台", "重点关注")
                    .photographs("township-desk");
            township.goesTo("/core/warnings").sees("催办").photographs("township-warnings");
            township.goesTo(page)
                    .sees(missed.title(), missed.name(), "支部工作条例")
                    .findsThePageAccessible()
                    .photographs("warning-explained");
            township.fills("urgeNote", "请在本周内补开，并如实记录。").clicks("催办");
            township.goesTo(page).sees("请在本周内补开，并如实记录。");
        }
        try (var village = Visitor.at(port, Visitor.PHONE)) {
            village.signsIn("village-" + missed.village(), DemoCounty.PASSWORD)
                    .sees("本月要做")
                    .findsThePageAccessible()
                    .photographs("village-desk-phone");
            village.goesTo(page).sees("请在本周内补开，并如实记录。").photographs("village-warning-phone");
            village.clicks("去办理").sees("补开").findsThePageAccessible();
            village.fills("topic", "研究冬季防火与困难群众走访安排")
                    .fills("presentCount", "3")
                    .fills("expectedCount", "3")
                    .fills("venue", "村党群服务中心会议室")
                    .fills("host", "支部书记")
                    .fills("recorder", "组织委员")
                    .photographs("village-record-phone");
            village.clicks("提交").sees("记录已提交");
            village.goesTo(page).sees("已解除");
        }
        try (var township = Visitor.at(port, Visitor.DESK)) {
            township.signsIn("township-" + missed.township(), DemoCounty.PASSWORD)
                    .goesTo("/core/warnings");
            assertThat(township.page().content()).doesNotContain(page);
        }
    }
}
