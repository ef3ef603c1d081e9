package io.qiangcun.core.duty.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.duty.DutyFixtures;
import io.qiangcun.core.duty.DutyRow;
import io.qiangcun.core.duty.DutySubject;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a county makes of the general rules. Today is 16 November 2026. */
@ApplicationTest
class DutyRulePagesTests {

    /** Every quarter, by Party regulation; reminded of five working days before. */
    private static final String BINDING = "test.members-meeting";

    /** Every month by the fifth working day, by default only. */
    private static final String FREE = "core.monthly-report";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DutyFixtures duties;

    @Autowired
    JdbcClient database;

    private PlaceFixtures places;
    private DutySubject branch;

    @BeforeEach
    void aBranchThatMeetsEveryQuarter() {
        places = duties.county();
        branch = duties.branch(places.east());
        duties.generate(places.county());
    }

    @Test
    void aCountyDemandsMoreAndPeriodsToComeFollow() {
        assertThat(write(BINDING, places.county(), "MONTHLY", 0, 5, "2027-01-01"))
                .hasRedirectedUrl("/core/duty-rules/" + BINDING);

        assertThat(dueDays())
                .as("the quarter that has begun stays")
                .containsSubsequence(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 31),
                        LocalDate.of(2027, 2, 28),
                        LocalDate.of(2027, 3, 31));
        assertThat(get("/core/duty-rules/" + BINDING, places.county()))
                .hasStatusOk()
                .bodyText()
                .contains("《测试条例》", "党内法规", "一般每季度召开1次。", "每季度")
                .contains("未到执行日期", "自 2027-01-01 起", "巩固组织生活", "Holder at " + places.county());
        var next = dutyDueOn(LocalDate.of(2027, 1, 31));
        assertThat(get("/core/duties/" + next.id(), places.east()))
                .bodyText()
                .contains("本地规定", "县委组织部通知", "一般每季度召开1次。", "本地在此基础上规定：巩固组织生活");
    }

    @Test
    void whatRegulationDemandsIsNeverLoosened() {
        assertThat(write(BINDING, places.county(), "YEARLY", 0, 5, "2027-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("不能比原要求的频次低", "巩固组织生活", "县委组织部通知", "2027-01-01");
        assertThat(write(BINDING, places.county(), "QUARTERLY", 3, 5, "2027-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("不能晚于原要求的 0 个工作日");
        assertThat(write(BINDING, places.county(), "QUARTERLY", 0, 2, "2027-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("提醒不能晚于原要求的到期前 5 个工作日");
        assertThat(write(BINDING, places.county(), "QUARTERLY", 0, 5, "2027-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("与原要求完全相同，无需调整");
    }

    @Test
    void theDayIsNotPastAndBeginsAPeriod() {
        assertThat(write(BINDING, places.county(), "QUARTERLY", 0, 8, "2026-11-15"))
                .hasStatus(422)
                .bodyText()
                .contains("执行日期不能早于今天");
        assertThat(write(BINDING, places.county(), "MONTHLY", 0, 5, "2026-12-01"))
                .hasStatus(422)
                .bodyText()
                .contains("频次有变化，须从一个完整时段的第一天起，例如 2027-01-01");
        assertThat(post(
                        "/core/duty-rules/" + BINDING + "/overlays",
                        places.county(),
                        "overlay",
                        UUID.randomUUID(),
                        "recurrence",
                        "",
                        "dueWorkingDays",
                        "三",
                        "remindWorkingDays",
                        "61",
                        "validFrom",
                        "",
                        "source",
                        " ",
                        "reason",
                        ""))
                .hasStatus(422)
                .bodyText()
                .contains("请选择频次", "请填写整数", "三", "请填写 0 到 60 的整数", "请填写执行日期", "请填写依据文件", "请填写调整理由");
    }

    @Test
    void whatIsNotBindingIsTheCountysOwnMatter() {
        assertThat(write(FREE, places.county(), "MONTHLY", 8, 2, "2026-12-01")).hasStatus3xxRedirection();

        assertThat(duties.reports(places.east()))
                .extracting(DutyRow::dueOn)
                .as("November has begun and keeps the fifth working day")
                .contains(LocalDate.of(2026, 12, 7), LocalDate.of(2027, 1, 12))
                .doesNotContain(LocalDate.of(2026, 12, 10), LocalDate.of(2027, 1, 7));
        assertThat(write(FREE, places.county(), "MONTHLY", 0, 2, "2027-02-01"))
                .hasStatus(422)
                .bodyText()
                .contains("该事项在时段结束后才能完成");
    }

    @Test
    void whoIsOnlyRemindedEarlierOwesByTheSameText() {
        write(BINDING, places.county(), "QUARTERLY", 0, 10, "2027-01-01");

        var first = dutyDueOn(LocalDate.of(2027, 3, 31));
        assertThat(first.remindOn()).isEqualTo(LocalDate.of(2027, 3, 17));
        assertThat(get("/core/duties/" + first.id(), places.east()))
                .bodyText()
                .contains("《测试条例》", "党内法规")
                .doesNotContain("县委组织部通知");
    }

    @Test
    void aLaterOverlayReplacesAnEarlierOneAndReturnsItWhenWithdrawn() {
        write(FREE, places.county(), "MONTHLY", 4, 3, "2026-12-01");
        write(FREE, places.county(), "MONTHLY", 3, 3, "2027-03-01");
        assertThat(write(FREE, places.county(), "MONTHLY", 2, 3, "2027-02-01"))
                .hasStatus(422)
                .bodyText()
                .contains("已有自 2027-03-01 起执行的调整");
        assertThat(get("/core/duty-rules/" + FREE, places.county()))
                .bodyText()
                .contains("2026-12-01 起，至 2027-03-01（不含）", "停止自 2027-03-01 起执行的调整");

        assertThat(end(FREE, places.county(), "2026-11-16")).hasStatus3xxRedirection();

        assertThat(get("/core/duty-rules/" + FREE, places.county()))
                .bodyText()
                .contains("未执行即撤销", "自 2026-12-01 起", "试行结束", "停止自 2026-12-01 起执行的调整")
                .doesNotContain("至 2027-03-01");
    }

    @Test
    void anOverlayEndsAndItsHistoryStays() {
        write(BINDING, places.county(), "MONTHLY", 0, 5, "2027-01-01");
        assertThat(end(BINDING, places.county(), "2027-02-01"))
                .hasStatus(422)
                .bodyText()
                .contains("须从一个完整时段的第一天起，例如 2027-04-01", "试行结束");

        assertThat(end(BINDING, places.county(), "2027-04-01")).hasStatus3xxRedirection();

        assertThat(dueDays())
                .contains(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 31), LocalDate.of(2027, 6, 30))
                .doesNotContain(LocalDate.of(2027, 4, 30));
        assertThat(get("/core/duty-rules/" + BINDING, places.county()))
                .bodyText()
                .contains("2027-01-01 起，至 2027-04-01（不含）", "试行结束");
    }

    @Test
    void theFormSentTwiceWritesOnce() {
        var overlay = UUID.randomUUID();
        for (var twice = 0; twice < 2; twice++) {
            assertThat(write(overlay, FREE, places.county(), "MONTHLY", 4, 3, "2026-12-01"))
                    .hasStatus3xxRedirection();
        }
        assertThat(get("/core/duty-rules/" + FREE, places.county())).bodyText().containsOnlyOnce("巩固组织生活");
    }

    @Test
    void townshipsAndVillagesReadWhatTheirCountyWrote() {
        write(FREE, places.county(), "MONTHLY", 4, 3, "2026-11-16");

        for (var place : List.of(places.township(), places.east())) {
            assertThat(get("/core/duty-rules/" + FREE, place))
                    .hasStatusOk()
                    .bodyText()
                    .contains("巩固组织生活", "执行中", "时段结束后第 4 个工作日前")
                    .doesNotContain("保存调整", "停止执行日期");
            assertThat(get("/core/duty-rules", place)).bodyText().contains("本地调整", "时段结束后第 4 个工作日前");
            assertThat(write(FREE, place, "MONTHLY", 3, 3, "2026-12-01")).hasStatus(403);
            assertThat(post(
                            "/core/duty-rules/" + FREE + "/overlays/" + UUID.randomUUID() + "/end",
                            place,
                            "endsOn",
                            "2026-12-01",
                            "endReason",
                            "试行结束"))
                    .hasStatus(403);
        }
    }

    @Test
    void anotherCountySeesAndOwesNothingOfIt() {
        write(FREE, places.county(), "MONTHLY", 4, 3, "2026-11-16");
        var other = duties.county();

        assertThat(get("/core/duty-rules/" + FREE, other.county()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("巩固组织生活");
        assertThat(get("/core/duty-rules", other.county())).bodyText().doesNotContain("本地调整");
        assertThat(post(
                        "/core/duty-rules/" + FREE + "/overlays/" + overlayOf(places.county()) + "/end",
                        other.county(),
                        "endsOn",
                        "2026-12-01",
                        "endReason",
                        "试行结束"))
                .hasStatus(404);
        assertThat(get("/core/duty-rules/no.such-rule", places.county())).hasStatus(404);
    }

    @Test
    void whatATextDemandsIsNobodysToChange() {
        var changed = duties.at(
                places.county(),
                () -> duties.inTransaction(() -> database.sql(
                                "update duty_rule set remind_working_days = 9 where code = :code and within is null")
                        .param("code", BINDING)
                        .update()));

        assertThat(changed).isZero();
    }

    private List<LocalDate> dueDays() {
        return duties.dutiesOf(branch).stream().map(DutyRow::dueOn).toList();
    }

    private DutyRow dutyDueOn(LocalDate day) {
        return duties.dutiesOf(branch).stream()
                .filter(duty -> duty.dueOn().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private String overlayOf(PlaceCode place) {
        return duties.at(
                place,
                () -> duties.inTransaction(() -> database.sql(
                                "select cast(rule_id as text) from duty_rule where within = :within and not withdrawn order by valid_from desc limit 1")
                        .param("within", place.value())
                        .query(String.class)
                        .single()));
    }

    private MvcTestResult write(String rule, PlaceCode by, String recurrence, int due, int remind, String from) {
        return write(UUID.randomUUID(), rule, by, recurrence, due, remind, from);
    }

    private MvcTestResult write(
            UUID overlay, String rule, PlaceCode by, String recurrence, int due, int remind, String from) {
        return post(
                "/core/duty-rules/" + rule + "/overlays",
                by,
                "overlay",
                overlay,
                "recurrence",
                recurrence,
                "dueWorkingDays",
                due,
                "remindWorkingDays",
                remind,
                "validFrom",
                from,
                "source",
                "县委组织部通知",
                "reason",
                "巩固组织生活");
    }

    private MvcTestResult end(String rule, PlaceCode by, String on) {
        return post(
                "/core/duty-rules/" + rule + "/overlays/" + overlayOf(by) + "/end",
                by,
                "endsOn",
                on,
                "endReason",
                "试行结束");
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
