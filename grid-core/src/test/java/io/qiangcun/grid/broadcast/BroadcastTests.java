package io.qiangcun.grid.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A message at its speakers: by two people, once, in time, emergencies first. */
@ApplicationTest
class BroadcastTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    BroadcastFixtures fixtures;

    @Autowired
    SpeakerQueue queue;

    @Autowired
    SilentSpeakerRule silent;

    @Autowired
    TestClock clock;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private Jurisdiction here;
    private SpeakerId speaker;
    private String token;

    @BeforeEach
    void aSpeaker() {
        places = PlaceFixtures.plantedIn(tree);
        here = Jurisdiction.within(places.east());
        speaker = fixtures.speakerAt(places.east(), "Mast");
        token = fixtures.tokenOf(places.east(), speaker);
    }

    @Test
    void nobodySendsAlone() {
        var message = fixtures.written(places.east(), "Flood", false);
        assertThat(send(message.href() + "/speak", places.east()))
                .hasStatus(422)
                .bodyText()
                .contains("自己写的不能自己审核");
        assertThat(due()).doesNotContain("Flood");
        assertThat(send(message.href() + "/refuse", places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("请写明原因");

        assertThat(send(message.href() + "/speak", places.township())).hasRedirectedUrl(message.href());

        assertThat(due()).contains("Flood", "Water comes");
        assertThat(send(message.href() + "/speak", places.township())).hasStatus(422);
    }

    @Test
    void aSpeakerBeginsOnceAndEndsOnce() {
        fixtures.queued(places.east(), "Flood", false);
        var delivery = in(() -> queue.waiting(here, speaker)).get(0).delivery();

        assertThat(at("begin", delivery)).hasStatus(204);
        assertThat(at("begin", delivery)).hasStatus(409);
        assertThat(due()).doesNotContain("Flood");
        assertThat(at("end", delivery)).hasStatus(204);
        assertThat(at("end", delivery)).hasStatus(409);
        assertThat(get("/grid/broadcast/log", places.east())).bodyText().contains("Flood", "已播放");
        assertThat(get("/grid/broadcast/log", places.west())).bodyText().doesNotContain("Flood");
    }

    @Test
    void whatFailedIsTriedAgainAndGivenUp() {
        fixtures.queued(places.east(), "Flood", false);
        for (var attempt = 1; attempt <= 3; attempt++) {
            var delivery = in(() -> queue.waiting(here, speaker)).get(0).delivery();
            assertThat((boolean) in(() -> queue.begin(here, speaker, delivery))).isTrue();
            assertThat((boolean) in(() -> queue.end(here, speaker, delivery, false, "No power")))
                    .isTrue();
        }
        assertThat(in(() -> queue.waiting(here, speaker))).isEmpty();
        assertThat(get(speaker.href(), places.east())).bodyText().contains("播放失败", "No power");
    }

    @Test
    void emergenciesComeFirstAndWhatExpiredIsNotSpokenLate() {
        fixtures.queued(places.east(), "Market", false);
        fixtures.queued(places.east(), "Flood", true);
        var waiting = in(() -> queue.waiting(here, speaker));
        assertThat(waiting).extracting(SpeakerQueue.Due::title).containsExactly("Flood", "Market");

        clock.advance(Duration.ofHours(2));
        try {
            assertThat(in(() -> queue.waiting(here, speaker))).isEmpty();
            assertThat((boolean)
                            in(() -> queue.begin(here, speaker, waiting.get(0).delivery())))
                    .isFalse();
            in(() -> {
                queue.tidy(here);
                return true;
            });
            assertThat(get(speaker.href(), places.east())).bodyText().contains("过期未播");
        } finally {
            clock.advance(Duration.ofHours(-2));
        }
    }

    @Test
    void whatBeganAndWasNeverEndedIsNotRepeated() {
        fixtures.queued(places.east(), "Flood", false);
        var delivery = in(() -> queue.waiting(here, speaker)).get(0).delivery();
        in(() -> queue.begin(here, speaker, delivery));
        clock.advance(Duration.ofMinutes(20));
        try {
            in(() -> {
                queue.tidy(here);
                return true;
            });
            assertThat(in(() -> queue.waiting(here, speaker))).isEmpty();
            assertThat(get(speaker.href(), places.east())).bodyText().contains("结果不明");
        } finally {
            clock.advance(Duration.ofMinutes(-20));
        }
    }

    @Test
    void aStoppedMessageIsBegunNoMore() {
        var message = fixtures.queued(places.east(), "Flood", false);
        var delivery = in(() -> queue.waiting(here, speaker)).get(0).delivery();

        assertThat(send(message.href() + "/stop", places.east())).hasStatus(422);
        assertThat(send(message.href() + "/stop", places.east(), "reason", "False alarm"))
                .hasRedirectedUrl(message.href());

        assertThat(at("begin", delivery)).hasStatus(409);
        assertThat(get(message.href(), places.east())).bodyText().contains("已停播", "False alarm");
    }

    @Test
    void onlyItsOwnTokenOpensAQueue() {
        var other = fixtures.tokenOf(places.west(), fixtures.speakerAt(places.west(), "Mast"));
        fixtures.queued(places.east(), "Flood", false);
        var delivery = in(() -> queue.waiting(here, speaker)).get(0).delivery();

        assertThat(fetched("")).hasStatus(403);
        assertThat(fetched("guessed")).hasStatus(403);
        assertThat(fetched(other)).hasStatusOk().bodyText().doesNotContain("Flood");
        assertThat(mvc.post()
                        .uri("/api/v1/speaker/begin")
                        .header("X-Speaker-Token", other)
                        .param("delivery", delivery.toString()))
                .hasStatus(409);

        var fresh = fixtures.tokenOf(places.east(), speaker);
        assertThat(fetched(token)).hasStatus(403);
        assertThat(fetched(fresh)).bodyText().contains("Flood");
        assertThat(send(speaker.href() + "/retire", places.township())).hasRedirectedUrl(speaker.href());
        assertThat(fetched(fresh)).hasStatus(403);
    }

    @Test
    void aSpeakerThatIsSilentTooLongIsFound() {
        assertThat(fetched(token)).hasStatusOk();
        assertThat(in(() -> silent.findings(here, TestClock.TODAY).toList())).isEmpty();

        clock.advance(Duration.ofHours(30));
        try {
            assertThat(in(() -> silent.findings(here, TestClock.TODAY).toList()))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.title()).containsExactly("East Village", "Mast"));
        } finally {
            clock.advance(Duration.ofHours(-30));
        }
    }

    @Test
    void nothingIsSeenOrDoneOutsideTheJurisdiction() {
        var message = fixtures.written(places.east(), "Flood", false);
        assertThat(get(message.href(), places.west())).hasStatus(404);
        assertThat(get(speaker.href(), places.west())).hasStatus(404);
        assertThat(send(message.href() + "/stop", places.west(), "reason", "x")).hasStatus(404);
        assertThat(get("/grid/broadcast", places.west())).bodyText().doesNotContain("Flood");
        assertThat(send(speaker.href() + "/token", places.east())).hasStatus(403);
    }

    private <T> T in(Supplier<T> act) {
        try (var scope = Scope.as(here)) {
            return act.get();
        }
    }

    private String due() {
        return new String(
                fetched(token).getMvcResult().getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult fetched(String with) {
        return mvc.get()
                .uri("/api/v1/speaker/queue")
                .header("X-Speaker-Token", with)
                .exchange();
    }

    private MvcTestResult at(String act, UUID delivery) {
        return mvc.post()
                .uri("/api/v1/speaker/" + act)
                .header("X-Speaker-Token", token)
                .param("delivery", delivery.toString())
                .exchange();
    }

    private MvcTestResult get(String path, PlaceCode at) {
        return mvc.get().uri(path).with(SignedIn.at(at)).exchange();
    }

    private MvcTestResult send(String path, PlaceCode at, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(at));
        for (var field = 0; field < fields.length; field += 2) {
            request.param(fields[field], fields[field + 1]);
        }
        return request.exchange();
    }
}
