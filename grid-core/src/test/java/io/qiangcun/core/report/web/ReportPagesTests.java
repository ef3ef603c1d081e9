package io.qiangcun.core.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.CountedPlaces;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.report.ReportId;
import io.qiangcun.core.report.ReportQueries;
import io.qiangcun.core.report.ReportService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class ReportPagesTests {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    ReportService reports;

    @Autowired
    ReportQueries queries;

    PlaceFixtures places;
    ReportId east;
    ReportId west;

    @BeforeEach
    void draftOctober() {
        places = PlaceFixtures.plantedIn(tree);
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            assertThat(reports.draft(county, OCTOBER)).isEqualTo(2);
            assertThat(reports.draft(county, OCTOBER)).isZero();
            east = queries.head(county, places.east(), OCTOBER).orElseThrow().id();
            west = queries.head(county, places.west(), OCTOBER).orElseThrow().id();
        }
    }

    @Test
    void goesFromDraftToLockedWithOneQuestionOnTheWay() {
        assertThat(get("/core/reports/" + east, places.east())).bodyText().contains("草稿", "确认上报", "East Village");
        post("/core/reports/" + east + "/confirm", places.east(), "version", "0", "note", "集中学习推迟到下月");
        assertThat(get("/core/reports/" + east, places.east()))
                .bodyText()
                .contains("待审核", "集中学习推迟到下月")
                .doesNotContain("name=\"note\"");

        post(
                "/core/reports/" + east + "/cells/" + CountedPlaces.NONE + "/ask",
                places.township(),
                "question",
                "为什么是零？");
        assertThat(get("/core/reports/" + east, places.township()))
                .bodyText()
                .contains("为什么是零？")
                .doesNotContain("审核通过");
        post("/core/reports/" + east + "/cells/" + CountedPlaces.NONE + "/answer", places.east(), "answer", "本月没有");

        var version = queryVersion(east);
        post("/core/reports/" + east + "/pass", places.township(), "version", String.valueOf(version));
        assertThat(get("/core/reports/" + east, places.county())).bodyText().contains("已审核", "本月没有");

        post("/core/reports/months/2026-10/lock", places.county());
        assertThat(get("/core/reports/" + east, places.east())).bodyText().contains("已锁定");
        assertThat(get("/core/reports/" + west, places.west())).bodyText().contains("未报");
        assertThat(get("/core/reports?month=2026-10", places.county()))
                .bodyText()
                .contains("已锁定")
                .doesNotContain("锁定本月…");
    }

    @Test
    void anOwedReportIsOneStepAway() {
        assertThat(get("/core/reports/mine?month=2026-10", places.east())).hasRedirectedUrl("/core/reports/" + east);
        assertThat(get("/core/reports/mine?month=2026-09", places.east()))
                .hasRedirectedUrl("/core/reports?month=2026-09");
    }

    @Test
    void aReportThatMissedTheLockMayStillCome() {
        post("/core/reports/months/2026-10/lock", places.county());
        assertThat(get("/core/reports/" + west, places.west())).bodyText().contains("未报", "确认上报");

        post("/core/reports/" + west + "/confirm", places.west(), "version", "1");

        assertThat(get("/core/reports/" + west, places.township())).bodyText().contains("待审核", "审核通过");
    }

    @Test
    void refusesToLockWhileAReportWaitsForReview() {
        post("/core/reports/" + east + "/confirm", places.east(), "version", "0");

        assertThat(mvc.post().uri("/core/reports/months/2026-10/lock").with(SignedIn.at(places.county())))
                .hasStatus(422)
                .bodyText()
                .contains("还有 1 份月报等待审核");
    }

    @Test
    void anOverrideNeedsANumberAndAReasonAndLosesNothingTyped() {
        assertThat(mvc.post()
                        .uri("/core/reports/{id}/cells/{c}/override", east, CountedPlaces.VILLAGES)
                        .param("value", "三")
                        .param("reason", "")
                        .with(SignedIn.at(places.east())))
                .bodyText()
                .contains("请填写数字，最多两位小数", "请填写理由", "三");

        post(
                "/core/reports/" + east + "/cells/" + CountedPlaces.VILLAGES + "/override",
                places.east(),
                "value",
                "３",
                "reason",
                "另有一次未记录");
        assertThat(get("/core/reports/" + east, places.east())).bodyText().contains("改填", "记录值", "另有一次未记录");
    }

    @Test
    void aReturnNeedsAReason() {
        post("/core/reports/" + east + "/confirm", places.east(), "version", "0");

        assertThat(mvc.post()
                        .uri("/core/reports/{id}/return", east)
                        .param("reason", " ")
                        .with(SignedIn.at(places.township())))
                .bodyText()
                .contains("请填写理由");
        post("/core/reports/" + east + "/return", places.township(), "reason", "请补充情况说明");
        assertThat(get("/core/reports/" + east, places.east())).bodyText().contains("已退回", "请补充情况说明", "确认上报");
    }

    @Test
    void aStaleConfirmationIsAConflict() {
        post("/core/reports/" + east + "/confirm", places.east(), "version", "0");

        assertThat(mvc.post()
                        .uri("/core/reports/{id}/confirm", east)
                        .param("version", "0")
                        .with(SignedIn.at(places.east())))
                .hasStatus(409);
    }

    @Test
    void eachLevelDoesOnlyWhatIsItsOwn() {
        assertThat(mvc.post()
                        .uri("/core/reports/{id}/confirm", east)
                        .param("version", "0")
                        .with(SignedIn.at(places.township())))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/core/reports/{id}/pass", east)
                        .param("version", "0")
                        .with(SignedIn.at(places.east())))
                .hasStatus(403);
        assertThat(mvc.post().uri("/core/reports/months/2026-10/lock").with(SignedIn.at(places.township())))
                .hasStatus(403);
    }

    @Test
    void doesNotShowWhatLiesOutsideTheJurisdiction() {
        assertThat(get("/core/reports?month=2026-10", places.east()))
                .bodyText()
                .contains("East Village")
                .doesNotContain("West Village");
        assertThat(get("/core/reports/" + west, places.east())).hasStatus(404);
        assertThat(get("/core/reports/" + west + "/cells/" + CountedPlaces.NONE, places.east()))
                .hasStatus(404);
        assertThat(get("/core/reports/months/2026-10?place=" + places.west(), places.east()))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/core/reports/{id}/confirm", west)
                        .param("version", "0")
                        .with(SignedIn.at(places.east())))
                .hasStatus(404);
        assertThat(get("/core/metrics/" + CountedPlaces.VILLAGES + "?place=" + places.west(), places.east()))
                .hasStatus(404);
    }

    @Test
    void everyNumberOpensItsRows() {
        assertThat(get("/core/reports/" + east, places.east()))
                .bodyText()
                .contains("/core/metrics/" + CountedPlaces.VILLAGES + "?place=" + places.east() + "&amp;month=2026-10");
        assertThat(get("/core/metrics/" + CountedPlaces.VILLAGES + "?month=2026-10", places.county()))
                .bodyText()
                .contains("East Village", "West Village", "所统计的记录（2 条）");
        assertThat(get("/core/metrics/" + CountedPlaces.SHARE + "?month=2026-10", places.county()))
                .hasStatusOk();
    }

    @Test
    void aSilentVillageIsUnknownAndNotZero() {
        assertThat(get("/core/reports/months/2026-10?place=" + places.township(), places.township()))
                .bodyText()
                .contains("未报");
        post("/core/reports/" + east + "/confirm", places.east(), "version", "0");
        post("/core/reports/" + west + "/confirm", places.west(), "version", "0");

        assertThat(get("/core/reports/months/2026-10?place=" + places.township(), places.township()))
                .bodyText()
                .contains(">0<")
                .doesNotContain(">未报<");
    }

    @Test
    void everythingComesAsExcelToo() {
        for (var path : new String[] {
            "/core/reports/" + east + "/export",
            "/core/reports/export?month=2026-10",
            "/core/reports/months/2026-10/export",
            "/core/metrics/" + CountedPlaces.VILLAGES + "/export"
        }) {
            assertThat(get(path, places.east()))
                    .hasStatusOk()
                    .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        }
    }

    private long queryVersion(ReportId id) {
        var body = get("/core/reports/" + id, places.township());
        var text = new String(body.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        var matcher = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(text);
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private MvcTestResult get(String path, PlaceCode who) {
        return mvc.get().uri(path).with(SignedIn.at(who)).exchange();
    }

    private void post(String path, PlaceCode who, String... parameters) {
        var request = mvc.post().uri(path).with(SignedIn.at(who));
        for (var i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        assertThat(request).hasStatus3xxRedirection();
    }
}
