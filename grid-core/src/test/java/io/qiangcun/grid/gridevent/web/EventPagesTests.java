package io.qiangcun.grid.gridevent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.grid.gridevent.EventNews;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class EventPagesTests {

    @Autowired
    EventFixtures fixtures;

    @Autowired
    EventNews news;

    @Autowired
    MockMvcTester mvc;

    private Net net;

    @BeforeEach
    void plant() {
        net = fixtures.plant();
    }

    @Test
    void reportsOnceHoweverOftenTheFormIsSent() {
        var id = UUID.randomUUID().toString();
        var first = report(net.grid(), id, "0501", false);
        report(net.grid(), id, "0501", false);

        assertThat(first).redirectedUrl().isEqualTo("/grid/events/" + id);
        assertThat(get("/grid/events", net.village()))
                .bodyText()
                .contains("Rubbish")
                .contains("共 1");
    }

    @Test
    void saysAtItsFieldWhatIsMissing() {
        assertThat(mvc.post()
                        .uri("/grid/events")
                        .param("id", UUID.randomUUID().toString())
                        .with(SignedIn.at(net.grid())))
                .hasStatus(422)
                .bodyText()
                .contains("请选择类别", "请写明什么事");
    }

    @Test
    void showsWhatLooksAlikeBeforeItTakesItIn() {
        fixtures.reportedAt(net.grid());
        var id = UUID.randomUUID().toString();

        assertThat(report(net.grid(), id, "0502", false))
                .hasStatus(422)
                .bodyText()
                .contains("可能已有人上报");
        assertThat(report(net.grid(), id, "0502", true)).redirectedUrl().endsWith(id);
    }

    @Test
    void everyStepIsOnePress() {
        var id = fixtures.reportedAt(net.grid());
        assertThat(get("/grid/events/" + id, net.village())).bodyText().contains("受理");

        act(id, net.village(), "accept");
        act(id, net.village(), "assign", "place", net.grid().value());
        assertThat(get("/grid/events/" + id, net.grid())).bodyText().contains("反馈办理结果");
        act(id, net.grid(), "done", "note", "Taken away");
        act(id, net.village(), "verify", "verdict", "YES");
        act(id, net.village(), "answer", "verdict", "YES", "stars", "5");

        assertThat(get("/grid/events/" + id, net.grid())).bodyText().contains("已结案", "非常满意", "各单位用时");
    }

    @Test
    void asksForAReasonAtItsField() {
        var id = fixtures.reportedAt(net.grid());

        assertThat(send(id, net.village(), "escalate"))
                .hasStatus(422)
                .bodyText()
                .contains("请填写这一项");
        assertThat(send(id, net.village(), "assign")).hasStatus(422).bodyText().contains("请选择地点");
    }

    @Test
    void whoIsSecondIsTold() {
        var id = fixtures.doneAt(net.grid());
        var stale = fixtures.version(net.village(), id);
        act(id, net.village(), "verify", "verdict", "YES");

        assertThat(mvc.post()
                        .uri("/grid/events/" + id + "/acts/verify")
                        .param("version", Long.toString(stale))
                        .param("verdict", "YES")
                        .with(SignedIn.at(net.township())))
                .hasStatus(409)
                .bodyText()
                .contains("刚刚已由他人办理");
    }

    @Test
    void offersNothingThatIsNotPossibleNow() {
        var id = fixtures.reportedAt(net.grid());

        assertThat(mvc.get().uri("/grid/events/" + id + "/acts/verify").with(SignedIn.at(net.village())))
                .redirectedUrl()
                .isEqualTo("/grid/events/" + id);
        assertThat(mvc.post()
                        .uri("/grid/events/" + id + "/acts/accept")
                        .param("version", "0")
                        .with(SignedIn.at(net.grid())))
                .hasStatus(403);
    }

    @Test
    void whomItConcernsAnswersBySlip() throws Exception {
        var id = fixtures.doneAt(net.grid());
        act(id, net.village(), "verify", "verdict", "YES");
        var slip = mvc.post()
                .uri("/grid/events/" + id + "/slip")
                .with(SignedIn.at(net.village()))
                .exchange();
        var matcher = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}")
                .matcher(slip.getResponse().getContentAsString());
        assertThat(matcher.find()).isTrue();

        assertThat(slip("/grid/slip", matcher.group())).hasStatusOk().bodyText().contains("您的事解决了吗", "不会被当作满意");
        assertThat(mvc.post()
                        .uri("/grid/slip/answer")
                        .param("code", matcher.group())
                        .param("solved", "NO")
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("已记下", "已受理");
        assertThat(slip("/grid/slip", "1111 2222 3333 4444"))
                .hasStatus(422)
                .bodyText()
                .contains("没有这张凭条");
        assertThat(get("/grid/events/" + id, net.village())).bodyText().contains("重新打开", "未解决");
    }

    @Test
    void whatIsSaidIsHeardByThoseWhoLook() throws Exception {
        var id = fixtures.reportedAt(net.grid());
        var heard = new CountDownLatch(1);
        var end = news.listen(id, heard::countDown);
        assertThat(mvc.get()
                        .uri("/grid/events/" + id + "/live")
                        .with(SignedIn.at(net.village()))
                        .asyncExchange())
                .request()
                .hasAsyncStarted(true);

        var message = UUID.randomUUID().toString();
        for (var time = 0; time < 2; time++) {
            mvc.post()
                    .uri("/grid/events/" + id + "/messages")
                    .param("message", message)
                    .param("words", "We are on our way")
                    .with(SignedIn.at(net.grid()))
                    .exchange();
        }

        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        end.run();
        assertThat(get("/grid/events/" + id + "/talk", net.village()))
                .bodyText()
                .containsOnlyOnce("We are on our way")
                .doesNotContain("<html");
    }

    @Test
    void showNothingOutsideTheJurisdiction() {
        var id = fixtures.reportedAt(net.grid());
        var outside = SignedIn.at(net.places().west());

        assertThat(mvc.get().uri("/grid/events/" + id).with(outside)).hasStatus(404);
        assertThat(mvc.get().uri("/grid/events/" + id + "/live").with(outside)).hasStatus(404);
        assertThat(mvc.get().uri("/grid/events").with(outside))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Rubbish");
        assertThat(mvc.post()
                        .uri("/grid/events/" + id + "/acts/accept")
                        .param("version", "0")
                        .with(outside))
                .hasStatus(404);
    }

    @Test
    void theListAsksFewQuestionsAndBecomesAWorkbook() throws Exception {
        for (var many = 0; many < 12; many++) {
            fixtures.reportedAt(net.grid());
        }
        var signedIn = SignedIn.at(net.village());

        assertThat(StatementCounter.statementsOf(
                        () -> mvc.get().uri("/grid/events").with(signedIn).exchange()))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(mvc.get().uri("/grid/events/export").with(signedIn))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private MvcTestResult report(PlaceCode place, String id, String kind, boolean sure) {
        return mvc.post()
                .uri("/grid/events")
                .param("id", id)
                .param("kind", kind)
                .param("place", place.value())
                .param("content", "Rubbish behind the school")
                .param("sure", Boolean.toString(sure))
                .with(SignedIn.at(place))
                .exchange();
    }

    private void act(GridEventId id, PlaceCode place, String act, String... values) {
        assertThat(send(id, place, act, values)).redirectedUrl().isEqualTo("/grid/events/" + id);
    }

    private MvcTestResult send(GridEventId id, PlaceCode place, String act, String... values) {
        var request = mvc.post()
                .uri("/grid/events/" + id + "/acts/" + act)
                .param("version", Long.toString(fixtures.version(place, id)))
                .with(SignedIn.at(place));
        for (var at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult slip(String path, String code) {
        return mvc.post()
                .uri(path)
                .param("code", code)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }
}
