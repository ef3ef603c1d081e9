package io.qiangcun.grid.gridevent;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.grid.gridevent.GridEventService.Satisfaction;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What warnings and metrics make of events. */
@ApplicationTest
class EventEnginesTests {

    private static final YearMonth MONTH = YearMonth.from(TestClock.TODAY);

    @Autowired
    EventFixtures fixtures;

    @Autowired
    GridEventService events;

    @Autowired
    EventTakeover takeover;

    @Autowired
    Metrics metrics;

    @Autowired
    @Qualifier("untriagedGridEvents")
    WarningRule untriaged;

    @Autowired
    @Qualifier("overdueGridEvents")
    WarningRule overdue;

    @Autowired
    @Qualifier("idleGridEvents")
    WarningRule idle;

    @Autowired
    @Qualifier("gridEventsGoingToAndFro")
    WarningRule pingPong;

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
    void theShareOfWhatIsSolvedNeverCountsSilence() {
        closed();
        closed();
        assertThat(value("grid.events-closed")).isEqualTo(MetricValue.of(BigDecimal.valueOf(2)));
        assertThat(value("grid.events-solved-share").state()).isEqualTo(MetricValue.State.NOTHING);

        calledBack(closed(), true);
        var unhappy = closed();
        calledBack(unhappy, false);

        assertThat(value("grid.events-answered").number()).isEqualByComparingTo("2");
        assertThat(value("grid.events-solved").number()).isEqualByComparingTo("1");
        assertThat(value("grid.events-solved-share").number()).isEqualByComparingTo("50");
        // the one that was not solved is open again
        assertThat(value("grid.events-closed").number()).isEqualByComparingTo("3");
        assertThat(value("grid.events-reported").number()).isEqualByComparingTo("4");
    }

    @Test
    void aReportThatNobodyAnswersIsWarnedOfAtTheDesk() {
        var id = fixtures.reportedAt(net.grid());
        assertThat(findings(untriaged)).isEmpty();
        clock.advance(Duration.ofHours(25));

        assertThat(findings(untriaged)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(id.toString());
            assertThat(finding.place()).isEqualTo(net.village());
        });
        assertThat(findings(overdue)).isEmpty();
    }

    @Test
    void whoHasItIsWarnedAndNotWhereItHappened() {
        var id = fixtures.reportedAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.accept(j, a, id, v));
        act(net.village(), id, (j, a, v) -> events.escalate(j, a, id, v, "Too big"));
        clock.advance(Duration.ofDays(4));
        assertThat(findings(idle)).extracting(Finding::place).containsExactly(net.township());
        clock.advance(Duration.ofDays(12));

        assertThat(findings(overdue)).extracting(Finding::place).containsExactly(net.township());
        assertThat(findings(idle)).isEmpty();
    }

    @Test
    void whatGoesToAndFroIsWarnedOf() {
        var id = fixtures.reportedAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), ""));
        clock.advance(Duration.ofMinutes(1));
        act(net.grid(), id, (j, a, v) -> events.giveBack(j, a, id, v, "Not ours"));
        clock.advance(Duration.ofMinutes(1));
        assertThat(findings(pingPong)).isEmpty();
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), ""));
        clock.advance(Duration.ofMinutes(1));

        assertThat(findings(pingPong)).hasSize(1);
    }

    @Test
    void whatWasOnPaperGoesThroughTheSameLoopAtItsOwnTime() {
        var id = GridEventId.next();
        var reported = clock.instant().minus(Duration.ofDays(20));
        var worker = new Actor(null, "worker", "Worker", "Worker", RoleName.VILLAGE, null);
        var checker = new Actor(null, "checker", "Checker", "Checker", RoleName.TOWNSHIP, null);
        var past = new PastEvent(
                fixtures.report(id, net.village(), "0501", ""),
                worker,
                net.village(),
                reported,
                List.of(
                        new PastEvent.Step(MoveKind.ACCEPT, worker, net.village(), reported.plusSeconds(60), null, ""),
                        new PastEvent.Step(
                                MoveKind.ASSIGN, worker, net.village(), reported.plusSeconds(90), net.village(), ""),
                        new PastEvent.Step(
                                MoveKind.DONE, worker, net.village(), reported.plusSeconds(3600), null, "Done"),
                        new PastEvent.Step(
                                MoveKind.CLOSE, checker, net.township(), reported.plusSeconds(7200), null, "")));

        for (var time = 0; time < 2; time++) {
            try (var scope = Scope.as(Jurisdiction.within(net.county()))) {
                takeover.take(Jurisdiction.within(net.county()), List.of(past));
            }
        }

        var view = fixtures.view(net.county(), id);
        assertThat(view.row().closedAt()).isEqualTo(reported.plusSeconds(7200));
        assertThat(view.row().closedInTime()).isTrue();
        assertThat(view.lines()).hasSize(7);
    }

    private GridEventId closed() {
        var id = fixtures.doneAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
        return id;
    }

    private void calledBack(GridEventId id, boolean solved) {
        act(net.township(), id, (j, a, v) -> events.calledBack(j, a, id, v, new Satisfaction(solved, null, "")));
    }

    private MetricValue value(String code) {
        var county = Jurisdiction.within(net.county());
        try (var scope = Scope.as(county)) {
            return Objects.requireNonNull(
                    metrics.values(county, net.county(), MONTH, List.of(code)).get(code));
        }
    }

    private List<Finding> findings(WarningRule rule) {
        var county = Jurisdiction.within(net.county());
        try (var scope = Scope.as(county)) {
            return rule.findings(county, LocalDate.now(clock)).toList();
        }
    }

    private void act(PlaceCode place, GridEventId id, Verb verb) {
        var version = fixtures.version(place, id);
        fixtures.as(place, (jurisdiction, actor) -> {
            verb.act(jurisdiction, actor, version);
            return true;
        });
    }

    private interface Verb {

        void act(Jurisdiction jurisdiction, Actor actor, long version);
    }
}
