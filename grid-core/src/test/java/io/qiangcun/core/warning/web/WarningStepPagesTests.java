package io.qiangcun.core.warning.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.duty.DutyFixtures;
import io.qiangcun.core.duty.DutySubject;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.HolderLevel;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningLevel;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningRow;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** When warnings rise is the county's to say. Today is 16 November 2026; October's meeting was due on 31 October. */
@ApplicationTest
class WarningStepPagesTests {

    private static final String PAGE = "/core/warning-steps/core.duty-overdue";

    /** Later than the general steps, as a county may choose where no text binds. */
    private static final List<String> GENTLE =
            List.of("BEFORE 5 VILLAGE", "AFTER 5 VILLAGE", "AFTER 10 TOWNSHIP", "AFTER 20 COUNTY");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DutyFixtures duties;

    @Autowired
    WarningSweep sweep;

    @Autowired
    WarningQueries warnings;

    @Autowired
    JdbcClient database;

    private PlaceFixtures places;
    private DutySubject branch;

    @BeforeEach
    void anOctoberWithoutACommitteeMeeting() {
        places = duties.county();
        branch = duties.branchWithCommittee(places.east());
        duties.generate(places.county());
    }

    @Test
    void newWarningsRiseByTheCountysSteps() {
        assertThat(write(places.county(), "2026-11-16", GENTLE)).hasRedirectedUrl(PAGE);

        assertThat(october())
                .returns(WarningLevel.ORANGE, WarningRow::level)
                .returns(HolderLevel.TOWNSHIP, WarningRow::holderLevel);
        assertThat(get("/core/warnings/" + october().id(), places.east()))
                .bodyText()
                .contains("2026-11-27");
        assertThat(get("/core/duty-rules", places.east())).bodyText().contains("逾期第 20 个工作日", "试行从宽");
    }

    @Test
    void anOpenWarningTakesTheLevelButStaysWhereItWasTaken() {
        sweep();
        assertThat(october()).returns(WarningLevel.RED, WarningRow::level);

        write(places.county(), "2026-11-16", GENTLE);

        assertThat(october()).returns(WarningLevel.ORANGE, WarningRow::level);
    }

    @Test
    void stepsOfALaterDayLeaveTodayAsItIs() {
        write(places.county(), "2026-11-17", GENTLE);

        sweep();

        assertThat(october()).returns(WarningLevel.RED, WarningRow::level);
        assertThat(get(PAGE, places.county())).bodyText().contains("未到执行日期", "自 2026-11-17 起", "试行从宽");
    }

    @Test
    void whatIsWrongIsSaidAtTheField() {
        assertThat(write(
                        places.county(),
                        "2026-11-15",
                        List.of("BEFORE 5 VILLAGE", "AFTER 5 VILLAGE", "AFTER 10 TOWNSHIP", "AFTER 20 COUNTY")))
                .hasStatus(422)
                .bodyText()
                .contains("执行日期不能早于今天", "试行从宽");
        assertThat(write(
                        places.county(),
                        "2026-12-01",
                        List.of("BEFORE 5 VILLAGE", "AFTER 10 VILLAGE", "AFTER 5 TOWNSHIP", "AFTER 20 COUNTY")))
                .hasStatus(422)
                .bodyText()
                .contains("须晚于前一级别的时间");
        assertThat(write(
                        places.county(),
                        "2026-12-01",
                        List.of("BEFORE 5 VILLAGE", "AFTER 5 COUNTY", "AFTER 10 TOWNSHIP", "AFTER 20 COUNTY")))
                .hasStatus(422)
                .bodyText()
                .contains("负责的层级不能更低");
        assertThat(write(places.county(), "", List.of("BEFORE 61 VILLAGE", "AFTER - VILLAGE", "- 5 -", "- - -")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写 0 到 60 的整数", "请填写工作日数", "请选择到期前或逾期后", "请选择由谁负责", "请填写执行日期");
        assertThat(write(places.county(), "2026-12-01", List.of("- - -", "- - -", "- - -", "- - -")))
                .hasStatus(422)
                .bodyText()
                .contains("请至少填写一个级别");
    }

    @Test
    void levelsMayBeLeftOut() {
        assertThat(write(places.county(), "2026-11-16", List.of("- - -", "AFTER 1 TOWNSHIP", "- - -", "- - -")))
                .hasStatus3xxRedirection();

        assertThat(october()).returns(WarningLevel.YELLOW, WarningRow::level);
    }

    @Test
    void endingBringsTheGeneralStepsBackAndTheTableStaysReadable() {
        write(places.county(), "2026-11-16", GENTLE);
        var end = PAGE + "/overlays/" + overlayOf(places.county()) + "/end";
        assertThat(post(end, places.county(), "endsOn", "2026-11-01", "endReason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请填写停止理由");
        assertThat(post(end, places.county(), "endsOn", "2026-11-01", "endReason", "试行结束"))
                .hasStatus(422)
                .bodyText()
                .contains("停止日期不能早于今天", "试行结束");

        assertThat(post(end, places.county(), "endsOn", "2026-11-16", "endReason", "试行结束"))
                .hasStatus3xxRedirection();

        assertThat(october()).returns(WarningLevel.RED, WarningRow::level);
        assertThat(get(PAGE, places.township())).bodyText().contains("试行从宽", "未执行即撤销", "试行结束");
    }

    @Test
    void townshipsAndVillagesReadOnlyAndOtherCountiesSeeNothing() {
        write(places.county(), "2026-11-16", GENTLE);
        var other = duties.county();

        for (var place : List.of(places.township(), places.east())) {
            assertThat(get(PAGE, place))
                    .hasStatusOk()
                    .bodyText()
                    .contains("试行从宽", "执行中")
                    .doesNotContain("保存调整");
            assertThat(write(place, "2026-12-01", GENTLE)).hasStatus(403);
        }
        assertThat(get(PAGE, other.county())).hasStatusOk().bodyText().doesNotContain("试行从宽");
        assertThat(post(
                        PAGE + "/overlays/" + overlayOf(places.county()) + "/end",
                        other.county(),
                        "endsOn",
                        "2026-12-01",
                        "endReason",
                        "试行结束"))
                .hasStatus(404);
        assertThat(get("/core/warning-steps/no.such-rule", places.county())).hasStatus(404);
    }

    private void sweep() {
        var county = Jurisdiction.within(places.county());
        duties.at(places.county(), () -> sweep.sweep(county, TestClock.TODAY));
    }

    private WarningRow october() {
        return duties.at(
                places.county(),
                () ->
                        warnings
                                .list(Jurisdiction.within(places.county()), WarningFilter.open(), Pageable.unpaged())
                                .stream()
                                .filter(row -> row.title().containsAll(List.of(branch.name(), "2026年10月")))
                                .findFirst()
                                .orElseThrow());
    }

    private String overlayOf(PlaceCode place) {
        return duties.at(
                place,
                () -> duties.inTransaction(() -> database.sql(
                                "select cast(overlay_id as text) from warning_step_overlay where within = :within")
                        .param("within", place.value())
                        .query(String.class)
                        .single()));
    }

    /** Lines of moment, days and holder, a dash for what is left empty. */
    private MvcTestResult write(PlaceCode by, String from, List<String> lines) {
        var fields =
                new ArrayList<Object>(Arrays.asList("overlay", UUID.randomUUID(), "validFrom", from, "reason", "试行从宽"));
        for (var at = 0; at < lines.size(); at++) {
            var parts = Arrays.stream(lines.get(at).split(" "))
                    .map(part -> part.equals("-") ? "" : part)
                    .toList();
            fields.addAll(List.of(
                    "steps[" + at + "].moment",
                    parts.get(0),
                    "steps[" + at + "].days",
                    parts.get(1),
                    "steps[" + at + "].holder",
                    parts.get(2)));
        }
        return post(PAGE + "/overlays", by, fields.toArray());
    }

    private MvcTestResult get(String address, PlaceCode by) {
        return mvc.get().uri(address).with(SignedIn.at(by)).exchange();
    }

    private MvcTestResult post(String address, PlaceCode by, Object... fields) {
        var request = mvc.post().uri(address).with(SignedIn.at(by));
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at].toString(), fields[at + 1].toString());
        }
        return request.exchange();
    }
}
