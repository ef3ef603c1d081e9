package io.qiangcun.grid.phone.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class PhonePagesTests {

    @Autowired
    EventFixtures fixtures;

    @Autowired
    MockMvcTester mvc;

    private Net net;

    @BeforeEach
    void plant() {
        net = fixtures.plant();
    }

    @Test
    void offersTheKindsAndTheOwnGrid() {
        assertThat(get("/grid/phone", net.grid()))
                .hasStatusOk()
                .bodyText()
                .contains("矛盾纠纷", "环境卫生", "First Grid", "我的任务")
                .doesNotContain("Second Grid");
    }

    @Test
    void takesAReportInWithoutAnyScript() {
        var id = UUID.randomUUID().toString();
        assertThat(report(id, "Rubbish by the gate")).redirectedUrl().isEqualTo("/grid/phone");
        assertThat(report(id, "Rubbish by the gate")).redirectedUrl().isEqualTo("/grid/phone");

        assertThat(get("/grid/phone", net.grid())).bodyText().containsOnlyOnce("Rubbish by the gate");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsMissing() {
        assertThat(mvc.post()
                        .uri("/grid/phone")
                        .param("id", UUID.randomUUID().toString())
                        .param("content", "Half a report")
                        .with(SignedIn.at(net.grid())))
                .hasStatus(422)
                .bodyText()
                .contains("请选择类别", "请选择地点", "Half a report");
    }

    @Test
    void saysThatAFileIsNoPhoto() {
        var file = new MockMultipartFile(
                "files", "virus.jpg", "image/jpeg", "MZ no photo at all".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri("/grid/phone")
                        .multipart()
                        .file(file)
                        .param("id", UUID.randomUUID().toString())
                        .param("kind", "05")
                        .param("place", net.grid().value())
                        .param("content", "With a photo")
                        .with(SignedIn.at(net.grid())))
                .hasStatus(422)
                .bodyText()
                .contains("virus.jpg", "With a photo");
    }

    @Test
    void cannotReportAboutAnotherGrid() {
        assertThat(mvc.post()
                        .uri("/grid/phone")
                        .param("id", UUID.randomUUID().toString())
                        .param("kind", "05")
                        .param("place", net.otherGrid().value())
                        .param("content", "Not mine")
                        .with(SignedIn.at(net.grid())))
                .hasStatus(404);
    }

    @Test
    void keepsNothingAboutAnybodyForTheTimeWithoutANetwork() {
        assertThat(get("/grid/phone/offline", net.grid()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("First Grid", "_csrf", "grid-" + net.grid(), "type=\"radio\"");
    }

    @Test
    void isNoPageForOffices() {
        assertThat(get("/grid/phone", net.county())).hasStatus(403);
    }

    @Test
    void tellsSupervisorsHowMuchWaitsAndSinceWhen() {
        var device = UUID.randomUUID();
        assertThat(waiting(net.grid(), device, 3, 7200)).hasStatus(204);

        assertThat(get("/grid/phone/waiting", net.village()))
                .hasStatusOk()
                .bodyText()
                .contains("First Grid", device.toString().substring(0, 4).toUpperCase(Locale.ROOT), "2026-11-16 08:00");
        assertThat(get("/grid/phone/waiting", net.places().west())).bodyText().doesNotContain("First Grid");
    }

    @Test
    void forgetsWhatWaitedOnceItHasArrived() {
        var device = UUID.randomUUID();
        waiting(net.grid(), device, 3, 7200);
        waiting(net.grid(), device, 0, 0);

        assertThat(get("/grid/phone/waiting", net.township())).bodyText().contains("没有手机有未上传的记录");
        assertThat(get("/grid/phone/waiting?show=all", net.township()))
                .bodyText()
                .contains("First Grid");
    }

    @Test
    void refusesWhatNoDeviceSays() {
        assertThat(waiting(net.grid(), UUID.randomUUID(), -1, 0)).hasStatus(400);
        assertThat(waiting(net.county(), UUID.randomUUID(), 1, 0)).hasStatus(403);
        assertThat(mvc.post()
                        .uri("/grid/phone/waiting")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(SignedIn.at(net.grid())))
                .hasStatus(400);
    }

    @Test
    void aDeviceWhoseClockIsMadBreaksNothing() {
        assertThat(waiting(net.grid(), UUID.randomUUID(), 1, Long.MAX_VALUE / 1000))
                .hasStatus(204);
    }

    @Test
    void letsABrowserInstallItBeforeAnybodyIsSignedIn() {
        assertThat(mvc.get().uri("/app.webmanifest"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.start_url")
                .isEqualTo("/grid/phone");
        assertThat(mvc.get().uri("/sw.js"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/javascript")
                .bodyText()
                .contains("const PAGE = '/grid/phone';", "/page.js'", "const VERSION = '")
                .doesNotContain("worker.js");
    }

    @Test
    void canBeSwitchedOffOnEveryPhone() {
        assertThat(PhoneShell.farewell())
                .contains("unregister", "caches.delete")
                .doesNotContain("indexedDB");
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult report(String id, String content) {
        return mvc.post()
                .uri("/grid/phone")
                .param("id", id)
                .param("kind", "05")
                .param("place", net.grid().value())
                .param("content", content)
                .with(SignedIn.at(net.grid()))
                .exchange();
    }

    private MvcTestResult waiting(PlaceCode place, UUID device, int count, long seconds) {
        return mvc.post()
                .uri("/grid/phone/waiting")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"device\":\"%s\",\"waiting\":%d,\"oldestSeconds\":%d}".formatted(device, count, seconds))
                .with(SignedIn.at(place))
                .exchange();
    }
}
