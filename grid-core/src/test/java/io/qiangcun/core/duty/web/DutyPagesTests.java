package io.qiangcun.core.duty.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.duty.DutyFixtures;
import io.qiangcun.core.duty.DutyRow;
import io.qiangcun.core.duty.DutyState;
import io.qiangcun.core.duty.DutySubject;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class DutyPagesTests {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DutyFixtures duties;

    private PlaceFixtures places;
    private DutySubject east;
    private DutySubject west;

    @BeforeEach
    void aBranchInEachVillage() {
        places = duties.county();
        east = duties.branchWithCommittee(places.east());
        west = duties.branchWithCommittee(places.west());
        duties.generate(places.county());
    }

    @Test
    void aVillageSeesWhatToDoThisMonthWithTheShortestWay() {
        duties.hold(east, DutyFixtures.COMMITTEE_MEETING, LocalDate.of(2026, 11, 10));

        assertThat(get("/core/duties", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("2026年11月应做事项")
                .doesNotContain("??")
                .contains("已完成", "2026-11-10")
                .containsSubsequence("逾期", "/test/meetings/new?duty=")
                .contains("/core/reports/mine?month=2026-10")
                .contains(east.name())
                .doesNotContain(west.name());
    }

    @Test
    void anotherMonthCanBeOpened() {
        assertThat(get("/core/duties?view=month&month=2026-03", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("2026年3月应做事项", "2026-03-31")
                .doesNotContain("2026-04-30");
    }

    @Test
    void aTownshipFiltersItsVillagesDuties() {
        assertThat(get("/core/duties?month=2026-10&rule=test.committee-meeting", places.township()))
                .hasStatusOk()
                .bodyText()
                .contains(east.name(), west.name(), "2026-10-31")
                .doesNotContain("2026-11-30");
        assertThat(get("/core/duties?month=2026-10&place=" + places.west(), places.township()))
                .bodyText()
                .contains(west.name())
                .doesNotContain(east.name());
        duties.hold(east, DutyFixtures.COMMITTEE_MEETING, LocalDate.of(2026, 10, 10));
        assertThat(get("/core/duties?month=2026-10&state=DONE&place=&rule=&text=", places.township()))
                .bodyText()
                .contains(east.name())
                .doesNotContain(west.name());
    }

    @Test
    void nothingIsShownOutsideTheJurisdiction() {
        var october = duties.duty(east, OCTOBER);

        assertThat(get("/core/duties/" + october.id(), places.west())).hasStatus(404);
        assertThat(get("/core/duties?view=list&place=" + places.east(), places.west()))
                .hasStatusOk()
                .bodyText()
                .contains("没有符合条件的应做事项")
                .doesNotContain(east.name());
        assertThat(get("/core/duties/export?place=" + places.east(), places.west()))
                .hasStatusOk();
    }

    @Test
    void theListTakesThreeStatementsHoweverLongItIs() throws Exception {
        IntStream.range(0, 20).forEach(i -> duties.branchWithCommittee(places.east()));
        duties.generate(places.county());
        get("/core/duties", places.township());

        var statements = StatementCounter.statementsOf(() -> get("/core/duties", places.township()));

        assertThat(statements.stream().filter(sql -> sql.contains("duty") || sql.contains("place")))
                .hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void theSameRowsAreAWorkbook() throws IOException {
        var book = get("/core/duties/export?month=2026-10&rule=test.committee-meeting", places.township());

        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(book.getResponse().getContentAsByteArray()))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(4);
        }
    }

    @Test
    void aDutyNamesItsTextItsClockAndItsRecord() {
        duties.hold(east, DutyFixtures.COMMITTEE_MEETING, LocalDate.of(2026, 10, 30));

        assertThat(get("/core/duties/" + duties.duty(east, OCTOBER).id(), places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("支部委员会会议", "2026年10月", "《测试条例》", "第一条", "一般每月召开1次。", "党内法规")
                .contains("应在 2026-10-31 前（含当日）完成。")
                .contains("以这一件为准", "（2026-11-16 补录）")
                .doesNotContain("批准免除");
        assertThat(get("/core/duties/" + duties.duty(east, NOVEMBER).id(), places.east()))
                .bodyText()
                .contains("该时段内还没有记录", "离到期还有 10 个工作日");
    }

    @Test
    void aTownshipWaivesAndWithdraws() {
        var october = duties.duty(east, OCTOBER);
        var waiver = UUID.randomUUID();
        assertThat(post(october, "waive", places.township(), "waiver", waiver, "reason", "", "expiresOn", "2026-10-31"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写免除理由");
        assertThat(post(
                        october,
                        "waive",
                        places.township(),
                        "waiver",
                        waiver,
                        "reason",
                        "汛期",
                        "expiresOn",
                        "2026-09-01"))
                .hasStatus(422)
                .bodyText()
                .contains("有效期不能早于事项的到期日", "汛期");
        for (var twice = 0; twice < 2; twice++) {
            assertThat(post(
                            october,
                            "waive",
                            places.township(),
                            "waiver",
                            waiver,
                            "reason",
                            "汛期救灾",
                            "expiresOn",
                            "2026-10-31"))
                    .hasStatus3xxRedirection();
        }
        assertThat(get("/core/duties/" + october.id(), places.east()))
                .bodyText()
                .containsOnlyOnce("汛期救灾")
                .contains("已免除", "批准：Post at " + places.township());

        assertThat(post(october, "waivers/" + waiver + "/withdraw", places.township(), "withdrawalReason", "汛期已过"))
                .hasStatus3xxRedirection();
        assertThat(duties.duty(east, OCTOBER).state()).isEqualTo(DutyState.OVERDUE);
    }

    @Test
    void aVillageCannotWaive() {
        var october = duties.duty(east, OCTOBER);

        assertThat(post(
                        october,
                        "waive",
                        places.east(),
                        "waiver",
                        UUID.randomUUID(),
                        "reason",
                        "汛期救灾",
                        "expiresOn",
                        "2026-10-31"))
                .hasStatus(403);
    }

    @Test
    void everybodyMayReadTheRules() {
        assertThat(get("/core/duty-rules", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("党建月报", "时段结束后第 5 个工作日前", "系统默认")
                .contains("到期前 3 个工作日", "逾期第 11 个工作日", "红色");
    }

    private MvcTestResult get(String address, PlaceCode by) {
        return mvc.get().uri(address).with(SignedIn.at(by)).exchange();
    }

    private MvcTestResult post(DutyRow duty, String action, PlaceCode by, Object... fields) {
        var request = mvc.post().uri("/core/duties/" + duty.id() + "/" + action).with(SignedIn.at(by));
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at].toString(), fields[at + 1].toString());
        }
        return request.exchange();
    }
}
