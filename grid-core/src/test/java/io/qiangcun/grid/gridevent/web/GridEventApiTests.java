package io.qiangcun.grid.gridevent.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class GridEventApiTests {

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
    void acknowledgesTheSameReportWithTheSameReceipt() throws Exception {
        var report = report(UUID.randomUUID().toString(), "0501");
        var first = send(net.grid(), report);
        var second = send(net.grid(), report);

        assertThat(first)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.receipt")
                .asString()
                .matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        assertThat(second).hasStatus(200);
        assertThat(second.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
    }

    @Test
    void takesInOnceWhatIsSentFiveTimesAtOnce() throws Exception {
        var id = UUID.randomUUID().toString();
        var together = new CyclicBarrier(5);
        var many = Executors.newFixedThreadPool(5);
        try {
            var answers = IntStream.range(0, 5)
                    .mapToObj(n -> many.submit(() -> {
                        together.await();
                        return send(net.grid(), report(id, "0501"))
                                .getResponse()
                                .getStatus();
                    }))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get()).isIn(200, 201);
            }
        } finally {
            many.shutdown();
        }
        assertThat(fixtures.rows(
                        net.county(),
                        Long.class,
                        "select count(*) from grid_event where event_id = ?",
                        UUID.fromString(id)))
                .containsExactly(1L);
    }

    @Test
    void keepsAPhotoOnceUnderTheDevicesId() throws Exception {
        var id = UUID.randomUUID().toString();
        send(net.grid(), report(id, "0501"));
        var photo = "/api/v1/grid-events/" + id + "/photos/" + UUID.randomUUID();

        for (var time = 0; time < 2; time++) {
            assertThat(mvc.post().uri(photo).multipart().file(picture()).with(SignedIn.at(net.grid())))
                    .hasStatusOk();
        }

        assertThat(fixtures.rows(
                        net.county(),
                        Long.class,
                        "select count(*) from attachment where owner_id = ?",
                        UUID.fromString(id)))
                .containsExactly(1L);
        assertThat(mvc.post()
                        .uri("/api/v1/grid-events/" + id + "/photos/" + UUID.randomUUID())
                        .multipart()
                        .file(new MockMultipartFile(
                                "file", "photo.jpg", "image/jpeg", "no photo".getBytes(StandardCharsets.UTF_8)))
                        .with(SignedIn.at(net.grid())))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.problems[0].field")
                .isEqualTo("file");
    }

    @Test
    void answersADeviceThatDidNotSayItReadsJson() throws Exception {
        var id = UUID.randomUUID().toString();

        assertThat(mvc.get()
                        .uri("/api/v1/grid-events/form")
                        .accept(MediaType.TEXT_HTML)
                        .with(SignedIn.at(net.grid())))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/api/v1/grid-events")
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(report(id, "0501"))
                        .with(SignedIn.at(net.grid())))
                .hasStatus(201)
                .hasContentType(MediaType.APPLICATION_JSON);
        assertThat(mvc.post()
                        .uri("/api/v1/grid-events/" + id + "/photos/" + UUID.randomUUID())
                        .accept(MediaType.TEXT_HTML)
                        .multipart()
                        .file(picture())
                        .with(SignedIn.at(net.grid())))
                .hasStatusOk();
    }

    @Test
    void saysInWordsWhatIsWrong() {
        assertThat(send(net.grid(), report(UUID.randomUUID().toString(), "9999")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.problems[0].field")
                .isEqualTo("kind");
        assertThat(send(net.grid(), "{\"id\":\"no\",\"content\":\"x\"}")).hasStatus(400);
        assertThat(send(net.grid(), "no json")).hasStatus(400);
        assertThat(send(
                        net.grid(),
                        report(
                                UUID.randomUUID().toString(),
                                "0501",
                                net.places().west())))
                .hasStatus(404);
    }

    @Test
    void clocksGoByTheServerHoweverWrongTheDevicesIs() {
        for (var wrong : List.of("1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z")) {
            var id = UUID.randomUUID().toString();
            assertThat(send(net.grid(), report(id, "0501").replace("2026-11-15T08:00:00Z", wrong)))
                    .hasStatus(201)
                    .bodyJson()
                    .extractingPath("$.reportedAt")
                    .asString()
                    .startsWith("2026-11-16T02:00");
        }
    }

    @Test
    void losesThePointOfADeviceWithoutBearingsAndNotTheReport() {
        var id = UUID.randomUUID().toString();
        var report = report(id, "0501").replace("}", ",\"longitude\":0,\"latitude\":0}");

        assertThat(send(net.grid(), report)).hasStatus(201);
    }

    @Test
    void tellsADeviceWhatItNeedsToWorkWithoutANetwork() {
        assertThat(mvc.get().uri("/api/v1/grid-events/form").with(SignedIn.at(net.grid())))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.places[0].code")
                .isEqualTo(net.grid().value());
    }

    @Test
    void tellsHowAnEventStandsAndNothingOutsideTheJurisdiction() {
        var id = fixtures.reportedAt(net.grid());

        assertThat(mvc.get().uri("/api/v1/grid-events/" + id).with(SignedIn.at(net.grid())))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REPORTED");
        assertThat(mvc.get().uri("/api/v1/grid-events").with(SignedIn.at(net.village())))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].id")
                .isEqualTo(id.toString());
        assertThat(mvc.get()
                        .uri("/api/v1/grid-events/" + id)
                        .with(SignedIn.at(net.places().west())))
                .hasStatus(404);
    }

    private MvcTestResult send(PlaceCode place, String report) {
        return mvc.post()
                .uri("/api/v1/grid-events")
                .contentType(MediaType.APPLICATION_JSON)
                .content(report)
                .with(SignedIn.at(place))
                .exchange();
    }

    private String report(String id, String kind) {
        return report(id, kind, net.grid());
    }

    private static String report(String id, String kind, PlaceCode place) {
        return """
                {"id":"%s","kind":"%s","place":"%s","content":"Rubbish","spot":"By the gate","device":true,
                 "writtenAt":"2026-11-15T08:00:00Z"}
                """.formatted(id, kind, place);
    }

    private static MockMultipartFile picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return new MockMultipartFile("file", "photo.jpg", "image/jpeg", out.toByteArray());
    }
}
