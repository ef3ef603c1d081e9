package io.qiangcun.grid.gridevent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.Point;
import io.qiangcun.grid.gridevent.Channel;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.GridEventService;
import io.qiangcun.grid.gridevent.ReportGridEvent;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class HeatPagesTests {

    @Autowired
    EventFixtures fixtures;

    @Autowired
    GridEventService events;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    private Net net;

    @BeforeEach
    void plant() {
        net = fixtures.plant();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void listsWhatComesAgainInTheSamePlaceAndOpensTheEvents() {
        for (var time = 0; time < 3; time++) {
            fixtures.reportedAt(net.grid(), "0501");
            fixtures.reportedAt(net.otherGrid(), "0601");
        }
        fixtures.reportedAt(net.grid(), "0502");
        fixtures.reportedAt(net.otherGrid(), "0501");

        var page = get(net.county());
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("First Grid", "Second Grid", "垃圾", "路灯")
                .contains("/grid/events?place=" + net.grid() + "&amp;kind=0501")
                .doesNotContain("kind=0502", "place=" + net.otherGrid() + "&amp;kind=0501");
        assertThat(mvc.get()
                        .uri("/grid/events?place=" + net.grid() + "&kind=0501")
                        .with(SignedIn.at(net.county())))
                .bodyText()
                .contains("共 3");
        assertThat(mvc.get().uri("/grid/repeats/export").with(SignedIn.at(net.county())))
                .hasStatusOk();
        assertThat(get(fixtures.plant().county())).bodyText().doesNotContain("First Grid");
    }

    @Test
    void whatWasLongAgoIsNoRepeat() {
        fixtures.reportedAt(net.grid(), "0501");
        fixtures.reportedAt(net.grid(), "0501");
        clock.advance(Duration.ofDays(92));
        fixtures.reportedAt(net.grid(), "0501");

        assertThat(get(net.county())).bodyText().contains("近期没有反复发生的事件");
    }

    @Test
    void aGridWorkerSeesNothingConfidentialThatIsNotHis() {
        for (var time = 0; time < 3; time++) {
            fixtures.as(
                    net.village(),
                    (j, a) -> events.report(
                            j, a, fixtures.report(GridEventId.next(), net.grid(), "0302", ""), List.of()));
        }

        assertThat(get(net.village())).bodyText().contains("赌博");
        assertThat(get(net.grid())).bodyText().doesNotContain("赌博");
    }

    @Test
    void drawsWhereItHappenedAndSaysTheSameInNumbers() throws Exception {
        report("121.70", "42.70");
        report("121.80", "42.75");
        report("121.75", "42.60");
        fixtures.reportedAt(net.grid());

        assertThat(get(net.county()))
                .bodyText()
                .contains("<polygon", "<rect", "不是行政区划界线")
                .containsSubsequence("各地事件数", ">4<", ">3<");
        var statements = StatementCounter.statementsOf(() -> get(net.county()));
        assertThat(statements).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void theBoardSaysWhoHasHowMuchAndHowLate() {
        fixtures.reportedAt(net.grid());
        fixtures.reportedAt(net.grid());
        clock.advance(Duration.ofHours(25));
        fixtures.reportedAt(net.otherGrid());

        assertThat(mvc.get().uri("/grid/events/board").with(SignedIn.at(net.township())))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("holder=" + net.village(), "East Village", ">3<", ">2<");
        assertThat(mvc.get().uri("/grid/events?holder=" + net.village()).with(SignedIn.at(net.township())))
                .bodyText()
                .contains("共 3");
        assertThat(mvc.get().uri("/grid/events?holder=" + net.township()).with(SignedIn.at(net.township())))
                .bodyText()
                .contains("没有符合条件的事件");
    }

    private void report(String longitude, String latitude) {
        fixtures.as(
                net.village(),
                (jurisdiction, actor) -> events.report(
                        jurisdiction,
                        actor,
                        new ReportGridEvent(
                                GridEventId.next(),
                                net.grid(),
                                "0501",
                                "Rubbish",
                                "",
                                "",
                                new Point(new BigDecimal(longitude), new BigDecimal(latitude)),
                                false,
                                false,
                                Channel.DESK,
                                null,
                                ""),
                        List.of()));
    }

    private MvcTestResult get(PlaceCode place) {
        return mvc.get().uri("/grid/repeats").with(SignedIn.at(place)).exchange();
    }
}
