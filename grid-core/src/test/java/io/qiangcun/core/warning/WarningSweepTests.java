package io.qiangcun.core.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.TestRules.FailingRule;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class WarningSweepTests {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final LocalDate OCTOBER_END = LocalDate.of(2026, 10, 31);
    private static final String ROOF = "School";

    @Autowired
    WarningFixtures warnings;

    @Autowired
    WarningService service;

    @Autowired
    CurrentAccount account;

    @Autowired
    TestClock clock;

    private PlaceFixtures places;

    @BeforeEach
    void aCounty() {
        places = warnings.county();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void opensOneWarningForOneCauseHoweverOftenItSweeps() {
        warnings.leak(places.east(), ROOF, OCTOBER_END);

        assertThat(warnings.sweep(places.county(), TODAY).found()).isEqualTo(1);
        assertThat(warnings.sweep(places.county(), TODAY))
                .isEqualTo(new WarningsSwept("test.leaking-roof", TODAY, 0, 0, 0));
        assertThat(warnings.open(places.county()))
                .extracting(WarningRow::place, WarningRow::level, WarningRow::status, WarningRow::workingDays)
                .containsExactly(tuple(places.east(), WarningLevel.RED, WarningStatus.FOUND, 11));
    }

    @Test
    void escalatesDayByDay() {
        warnings.leak(places.east(), ROOF, OCTOBER_END);
        var story = new ArrayList<String>();

        LocalDate.of(2026, 10, 26).datesUntil(LocalDate.of(2026, 11, 18)).forEach(day -> {
            clock.set(day);
            warnings.sweep(places.county(), day);
            warnings.open(places.county()).forEach(row -> {
                var line = row.level() + " " + row.holderLevel();
                if (story.isEmpty() || !story.get(story.size() - 1).endsWith(line)) {
                    story.add(day + " " + line);
                }
            });
        });

        assertThat(story)
                .containsExactly(
                        "2026-10-28 BLUE VILLAGE",
                        "2026-11-02 YELLOW TOWNSHIP",
                        "2026-11-09 ORANGE TOWNSHIP",
                        "2026-11-16 RED COUNTY");
        var detail = warnings.show(
                places.county(), warnings.warning(places.east(), ROOF).id());
        assertThat(detail.history())
                .extracting(WarningDetail.Action::kind)
                .containsExactly(ActionKind.FOUND, ActionKind.ESCALATED, ActionKind.ESCALATED, ActionKind.ESCALATED);
        assertThat(detail.heldSince()).isEqualTo(clock.instant().minus(java.time.Duration.ofDays(1)));
        assertThat(detail.row().holderName()).isEqualTo("Qing County");
    }

    @Test
    void tellsWhatItBecomesNext() {
        warnings.leak(places.east(), ROOF, LocalDate.of(2026, 11, 13));

        warnings.sweep(places.county(), TODAY);

        var clock = warnings.show(
                        places.east(), warnings.warning(places.east(), ROOF).id())
                .clock();
        assertThat(clock.nextOn()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(clock.next()).isNotNull().returns(WarningLevel.ORANGE, WarningStep::level);
    }

    @Test
    void clearsWhatIsFoundNoLonger() {
        warnings.leak(places.east(), ROOF, OCTOBER_END);
        warnings.leak(places.west(), ROOF, OCTOBER_END);
        warnings.sweep(places.county(), TODAY);

        warnings.mend(places.east(), ROOF);

        assertThat(warnings.sweep(places.county(), TODAY).cleared()).isEqualTo(1);
        assertThat(warnings.open(places.county())).extracting(WarningRow::place).containsExactly(places.west());
    }

    @Test
    void followsAPostponedDueDate() {
        warnings.leak(places.east(), ROOF, OCTOBER_END);
        warnings.sweep(places.county(), TODAY);

        warnings.leak(places.east(), ROOF, LocalDate.of(2026, 11, 13));

        assertThat(warnings.sweep(places.county(), TODAY).refreshed()).isEqualTo(1);
        assertThat(warnings.warning(places.east(), ROOF))
                .returns(WarningLevel.YELLOW, WarningRow::level)
                .returns(HolderLevel.TOWNSHIP, WarningRow::holderLevel);
    }

    @Test
    void sweepsOnWhenOneRuleFails(@Autowired FailingRule failing) {
        failing.failIn(places.county());
        warnings.leak(places.east(), ROOF, OCTOBER_END);

        var swept = warnings.sweepAll(places.county(), TODAY);

        assertThat(swept)
                .extracting(WarningsSwept::rule)
                .contains("test.leaking-roof", "core.duty-overdue")
                .doesNotContain("test.failing");
        assertThat(warnings.open(places.east())).hasSize(1);
    }

    @Test
    void touchesNothingOutsideTheJurisdiction() {
        var elsewhere = warnings.county();
        warnings.leak(elsewhere.east(), ROOF, OCTOBER_END);
        warnings.sweep(elsewhere.county(), TODAY);

        warnings.mend(elsewhere.east(), ROOF);
        warnings.sweep(places.county(), TODAY);

        assertThat(warnings.open(elsewhere.county())).hasSize(1);
        assertThat(warnings.open(places.county())).isEmpty();
    }

    @Test
    void keepsATransferUntilTheNextStep() {
        clock.set(LocalDate.of(2026, 11, 3));
        warnings.leak(places.east(), ROOF, OCTOBER_END);
        sweepToday();
        transfer(places.county(), HolderLevel.VILLAGE);

        clock.set(LocalDate.of(2026, 11, 6));
        sweepToday();
        assertThat(warnings.warning(places.east(), ROOF).holderLevel()).isEqualTo(HolderLevel.VILLAGE);

        clock.set(LocalDate.of(2026, 11, 9));
        sweepToday();
        assertThat(warnings.warning(places.east(), ROOF).holderLevel()).isEqualTo(HolderLevel.TOWNSHIP);
    }

    @Test
    void doesNotBringDownWhatWasTakenHigher() {
        clock.set(LocalDate.of(2026, 11, 3));
        warnings.leak(places.east(), ROOF, OCTOBER_END);
        sweepToday();
        transfer(places.township(), HolderLevel.COUNTY);

        clock.set(LocalDate.of(2026, 11, 9));
        sweepToday();

        assertThat(warnings.warning(places.east(), ROOF))
                .returns(HolderLevel.COUNTY, WarningRow::holderLevel)
                .returns(WarningLevel.ORANGE, WarningRow::level);
    }

    @Test
    void doesNotFindAgainWhatAnAppealOverturned() {
        warnings.leak(places.east(), ROOF, OCTOBER_END);
        sweepToday();
        var id = warnings.warning(places.east(), ROOF).id();
        warnings.at(places.east(), () -> {
            service.appeal(Jurisdiction.within(places.east()), id, "屋顶已拆除", account.actor());
            return id;
        });
        warnings.at(places.township(), () -> {
            service.decide(Jurisdiction.within(places.township()), id, true, "属实", account.actor());
            return id;
        });

        assertThat(warnings.sweep(places.county(), TODAY).found()).isZero();
        warnings.leak(places.east(), ROOF, LocalDate.of(2026, 11, 13));
        assertThat(warnings.sweep(places.county(), TODAY).found())
                .as("a new clock is a new matter")
                .isEqualTo(1);
    }

    @Test
    void holdsATownshipsOwnMatterAtTheCounty() {
        warnings.leak(places.township(), ROOF, LocalDate.of(2026, 11, 13));

        sweepToday();

        assertThat(warnings.show(
                                places.township(),
                                warnings.warning(places.township(), ROOF).id())
                        .row()
                        .holderName())
                .isEqualTo("Qing County");
    }

    private void sweepToday() {
        warnings.sweep(places.county(), LocalDate.now(clock));
    }

    private void transfer(PlaceCode by, HolderLevel to) {
        var id = warnings.warning(places.east(), ROOF).id();
        warnings.at(by, () -> {
            service.transfer(Jurisdiction.within(by), id, to, "请协助", account.actor());
            return id;
        });
    }
}
