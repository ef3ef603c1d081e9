package io.qiangcun.core.warning.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.WarningFixtures;
import io.qiangcun.core.warning.WarningId;
import io.qiangcun.core.warning.WarningRow;
import io.qiangcun.core.warning.WarningStatus;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class WarningPagesTests {

    private static final LocalDate TODAY = TestClock.TODAY;
    private static final LocalDate LONG_AGO = LocalDate.of(2026, 10, 31);
    private static final LocalDate LAST_FRIDAY = LocalDate.of(2026, 11, 13);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    WarningFixtures warnings;

    private PlaceFixtures places;

    @BeforeEach
    void leaksInBothVillages() {
        places = warnings.county();
        warnings.leak(places.east(), "East roof", LONG_AGO);
        warnings.leak(places.west(), "West roof", LAST_FRIDAY);
        warnings.sweep(places.county(), TODAY);
    }

    @Test
    void theGravestComesFirst() {
        assertThat(get("/core/warnings", places.township()))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence("East roof漏水", "逾期 11 个工作日", "West roof漏水", "逾期 1 个工作日");
    }

    @Test
    void aVillageSeesItsOwnAndNothingOutsideItsJurisdiction() {
        assertThat(get("/core/warnings", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("East roof漏水")
                .doesNotContain("West roof")
                .doesNotContain("批量催办");
        assertThat(get("/core/warnings/" + east(), places.west())).hasStatus(404);
        assertThat(get("/core/warnings/" + east(), warnings.county().county())).hasStatus(404);
        assertThat(get("/core/warnings?place=" + places.east(), places.west()))
                .hasStatusOk()
                .bodyText()
                .contains("目前没有预警");
    }

    @Test
    void theListIsFiltered() {
        assertThat(get("/core/warnings?level=YELLOW&rule=&place=&status=&text=", places.township()))
                .bodyText()
                .contains("West roof漏水")
                .doesNotContain("East roof");
        assertThat(get("/core/warnings?text=East", places.county()))
                .bodyText()
                .contains("East roof漏水")
                .doesNotContain("West roof");
        assertThat(get("/core/warnings?holder=COUNTY", places.county()))
                .bodyText()
                .contains("East roof漏水")
                .doesNotContain("West roof");
    }

    @Test
    void theListTakesFiveStatementsHoweverLongItIs() throws Exception {
        IntStream.range(0, 60).forEach(i -> warnings.leak(places.west(), "Roof " + i, LAST_FRIDAY));
        warnings.sweep(places.county(), TODAY);
        get("/core/warnings", places.township());

        var statements = StatementCounter.statementsOf(() -> get("/core/warnings", places.township()));

        assertThat(statements.stream().filter(sql -> sql.contains("warning") || sql.contains("place")))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(get("/core/warnings", places.township())).bodyText().contains("共 62 条");
    }

    @Test
    void theSameRowsAreAWorkbook() throws IOException {
        var book = get("/core/warnings/export?level=RED", places.township());

        assertThat(book).hasStatusOk();
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(book.getResponse().getContentAsByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(2).getCellText(1)).isEqualTo("East roof漏水");
        }
    }

    @Test
    void theTickedAreUrgedWithANoteThatTheVillageSees() {
        assertThat(mvc.post()
                        .uri("/core/warnings/urge")
                        .param("ticked", east().toString())
                        .param("urgeNote", "请本周内补齐")
                        .param("batch", UUID.randomUUID().toString())
                        .param("level", "RED")
                        .with(SignedIn.at(places.township())))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/core/warnings?level=RED")
                .flash()
                .containsEntry("doneText", "已催办 1 条");

        assertThat(get("/core/warnings/" + east(), places.east()))
                .bodyText()
                .contains("上级催办")
                .contains("请本周内补齐");
        assertThat(get("/core/warnings", places.east())).bodyText().contains("请本周内补齐");
    }

    @Test
    void aWholePageIsUrgedWithoutTicking() {
        assertThat(mvc.post()
                        .uri("/core/warnings/urge")
                        .param("shown", east().toString(), west().toString())
                        .param("all", "true")
                        .param("urgeNote", "请本周内补齐")
                        .param("batch", UUID.randomUUID().toString())
                        .with(SignedIn.at(places.township())))
                .flash()
                .containsEntry("doneText", "已催办 2 条");
    }

    @Test
    void urgingNobodyOrWithoutAWordIsRefusedAndKeepsWhatWasTicked() {
        assertThat(mvc.post()
                        .uri("/core/warnings/urge")
                        .param("ticked", east().toString())
                        .param("urgeNote", "")
                        .param("batch", UUID.randomUUID().toString())
                        .with(SignedIn.at(places.township())))
                .hasStatus(422)
                .bodyText()
                .contains("请填写要说的话")
                .contains("checked=\"checked\"");
        assertThat(mvc.post()
                        .uri("/core/warnings/urge")
                        .param("urgeNote", "请本周内补齐")
                        .param("batch", UUID.randomUUID().toString())
                        .with(SignedIn.at(places.township())))
                .hasStatus(422)
                .bodyText()
                .contains("请先勾选要催办的预警")
                .contains("请本周内补齐");
    }

    @Test
    void aVillageCannotUrge() {
        assertThat(mvc.post()
                        .uri("/core/warnings/urge")
                        .param("ticked", east().toString())
                        .param("urgeNote", "请本周内补齐")
                        .param("batch", UUID.randomUUID().toString())
                        .with(SignedIn.at(places.east())))
                .hasStatus(403);
    }

    @Test
    void aWarningExplainsItself() {
        assertThat(get("/core/warnings/" + east(), places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("《测试办法》", "第三条", "屋顶应当及时修缮。", "本地规定")
                .contains("漏水的屋顶", "East roof")
                .contains("应在 2026-10-31 前（含当日）完成。", "已逾期 11 个工作日", "已到最高一级")
                .contains("Qing County，自 2026-11-16 起")
                .contains("修好屋顶", "/test/roofs/East-roof")
                .contains("着手办理", "提交申诉");
        assertThat(status(east())).isEqualTo(WarningStatus.SEEN);
    }

    @Test
    void aSupervisorsLookLeavesNoTrace() {
        assertThat(get("/core/warnings/" + east(), places.township()))
                .hasStatusOk()
                .bodyText()
                .contains("转办")
                .doesNotContain("提交申诉");
        assertThat(status(east())).isEqualTo(WarningStatus.FOUND);
    }

    @Test
    void aVillageTakesItInHand() {
        assertThat(post(east(), "in-hand", places.east(), "expectedOn", "2026-11-20", "note", "已约工匠"))
                .hasStatus3xxRedirection();
        assertThat(get("/core/warnings/" + east(), places.township()))
                .bodyText()
                .contains("预计 2026-11-20 完成", "已约工匠", "办理中");
        assertThat(post(east(), "in-hand", places.east(), "expectedOn", "2026-11-01", "note", "已约工匠"))
                .hasStatus(422)
                .bodyText()
                .contains("预计完成日期不能早于今天", "已约工匠");
        assertThat(post(east(), "in-hand", places.east(), "expectedOn", "", "note", ""))
                .hasStatus(422);
    }

    @Test
    void anAppealIsDecidedAbove() {
        assertThat(post(east(), "appeal", places.east(), "reason", "屋顶已拆除")).hasStatus3xxRedirection();
        assertThat(get("/core/warnings?appealed=true", places.township()))
                .bodyText()
                .contains("East roof漏水", "申诉待处理")
                .doesNotContain("West roof");
        assertThat(post(east(), "decide", places.township(), "upheld", "true", "reason", ""))
                .hasStatus(422)
                .bodyText()
                .contains("请填写理由", "屋顶已拆除");
        var id = east();
        assertThat(post(id, "decide", places.township(), "upheld", "true", "reason", "属实"))
                .hasStatus3xxRedirection();

        assertThat(get("/core/warnings/" + id, places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("已撤销", "不计入任何统计", "属实");
        assertThat(get("/core/warnings", places.township())).bodyText().doesNotContain("East roof");
    }

    @Test
    void aTownshipHandsItToAnotherLevel() {
        assertThat(post(west(), "transfer", places.township(), "to", "COUNTY", "transferNote", "需要县里协调"))
                .hasStatus3xxRedirection();

        assertThat(get("/core/warnings/" + west(), places.west()))
                .bodyText()
                .contains("Qing County，自 2026-11-16 起", "需要县里协调");
    }

    @Test
    void whatIsNoWarningIsNotFound() {
        assertThat(get("/core/warnings/" + UUID.randomUUID(), places.east())).hasStatus(404);
        assertThat(get("/core/warnings/nonsense", places.east())).hasStatus(404);
    }

    private MvcTestResult get(String address, PlaceCode by) {
        return mvc.get().uri(address).with(SignedIn.at(by)).exchange();
    }

    private MvcTestResult post(WarningId id, String action, PlaceCode by, String... fields) {
        var request = mvc.post().uri("/core/warnings/" + id + "/" + action).with(SignedIn.at(by));
        for (var at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private WarningId east() {
        return warning(places.east()).id();
    }

    private WarningId west() {
        return warning(places.west()).id();
    }

    private WarningStatus status(WarningId id) {
        return warnings.show(places.county(), id).row().status();
    }

    private WarningRow warning(PlaceCode place) {
        return warnings.open(place).get(0);
    }
}
