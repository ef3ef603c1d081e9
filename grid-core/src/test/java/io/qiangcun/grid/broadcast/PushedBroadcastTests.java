package io.qiangcun.grid.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rounds that bring messages to speakers behind a platform that answers, refuses, keeps silent or is not there. */
@ApplicationTest
class PushedBroadcastTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    BroadcastFixtures fixtures;

    @Autowired
    SpeakerQueue queue;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private ExecutorService threads;
    private HttpServer platform;
    private BroadcastRounds rounds;
    private PlaceFixtures places;
    private Jurisdiction here;
    private SpeakerId speaker;

    private enum Answer {
        SPOKEN,
        REFUSED,
        NONE,
        BROKEN
    }

    @BeforeEach
    void aPlatform() throws IOException {
        threads = Executors.newCachedThreadPool();
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(threads);
        platform.createContext("/", this::answer);
        platform.start();
        rounds = new BroadcastRounds(
                List.of(
                        new PullAdapter(),
                        new PlatformAdapter(URI.create(
                                "http://" + platform.getAddress().getAddress().getHostAddress() + ":"
                                        + platform.getAddress().getPort()))),
                queue,
                database,
                transactions);
        places = PlaceFixtures.plantedIn(tree);
        here = Jurisdiction.within(places.east());
        speaker = speakerBehindThePlatform("Mast");
    }

    @AfterEach
    void shutIt() {
        over.countDown();
        platform.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatIsDueIsBroughtOnce() {
        fixtures.queued(places.east(), "Flood", true);

        go();
        go();

        assertThat(heard).containsExactly("Flood Water comes");
        assertThat(states()).containsExactly("SPOKEN");
    }

    @Test
    void whatIsRefusedIsTriedAsOftenAsTheRuleSays() {
        answers.put(speaker.value().toString(), Answer.REFUSED);
        fixtures.queued(places.east(), "Flood", false);
        for (var round = 1; round <= 5; round++) {
            go();
        }

        assertThat(heard).hasSize(3);
        assertThat(states()).containsExactly("FAILED");
        assertThat(said()).containsExactly("Status 503");
    }

    @Test
    void whatIsRefusedAndThenTakenIsSpoken() {
        answers.put(speaker.value().toString(), Answer.REFUSED);
        fixtures.queued(places.east(), "Flood", false);
        go();
        answers.clear();
        go();

        assertThat(heard).hasSize(2);
        assertThat(states()).containsExactly("SPOKEN");
    }

    @Test
    void whatWasNotAnsweredInTimeIsUnknownAndNotRepeated() {
        answers.put(speaker.value().toString(), Answer.NONE);
        fixtures.queued(places.east(), "Flood", false);
        go();
        answers.clear();
        go();
        assertThat(states()).containsExactly("BEGUN");

        clock.advance(Duration.ofMinutes(20));
        try {
            go();
            go();
        } finally {
            clock.advance(Duration.ofMinutes(-20));
        }
        assertThat(heard).hasSize(1);
        assertThat(states()).containsExactly("UNKNOWN");
    }

    @Test
    void nobodyThereIsKnownNotToHaveSpoken() {
        fixtures.queued(places.east(), "Flood", false);
        platform.stop(0);
        go();

        assertThat(states()).containsExactly("WAITING");
        assertThat(said()).containsExactly("Nobody there");
    }

    @Test
    void oneSpeakerThatFailsStopsNoOther() {
        answers.put(speaker.value().toString(), Answer.BROKEN);
        speakerBehindThePlatform("Gate");
        fixtures.queued(places.east(), "Flood", false);
        go();
        go();

        assertThat(states()).containsExactlyInAnyOrder("BEGUN", "SPOKEN");
        assertThat(heard).hasSize(2);
    }

    @Test
    void roundsOfSeveralNodesBringNothingTwice() throws Exception {
        for (var message = 0; message < 5; message++) {
            fixtures.queued(places.east(), "Flood " + message, false);
        }
        var start = new CountDownLatch(1);
        var nodes = threads.invokeAll(List.of(
                () -> {
                    start.countDown();
                    go();
                    return true;
                },
                () -> {
                    start.await();
                    go();
                    return true;
                },
                () -> {
                    start.await();
                    go();
                    return true;
                }));
        for (var node : nodes) {
            assertThat(node.get(20, TimeUnit.SECONDS)).isEqualTo(true);
        }

        assertThat(heard).hasSize(5).doesNotHaveDuplicates();
        assertThat(states()).hasSize(5).containsOnly("SPOKEN");
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        switch (answers.getOrDefault(exchange.getRequestURI().getPath().substring(1), Answer.SPOKEN)) {
            case SPOKEN -> exchange.sendResponseHeaders(204, -1);
            case REFUSED -> exchange.sendResponseHeaders(503, -1);
            case NONE -> {
                try {
                    over.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            }
            case BROKEN -> throw new IOException("Broken");
        }
        exchange.close();
    }

    private SpeakerId speakerBehindThePlatform(String name) {
        var id = new SpeakerId(UUID.randomUUID());
        inScope(() -> database.sql("""
                insert into grid_speaker (speaker_id, place_code, name, spot, adapter, recorded_at, recorded_by, recorded_by_person)
                values (:id, :place, :name, 'By the gate', :adapter, :at, 'test', 'test')
                """)
                .param("id", id.value())
                .param("place", places.east().value())
                .param("name", name)
                .param("adapter", PlatformAdapter.CODE)
                .param("at", OffsetDateTime.now(clock))
                .update());
        return id;
    }

    private void go() {
        try (var scope = Scope.as(here)) {
            rounds.go(here);
        }
    }

    private List<String> states() {
        return column("state");
    }

    private List<String> said() {
        return column("said");
    }

    private List<String> column(String name) {
        return inScope(() -> database.sql("select " + name + " from grid_broadcast_delivery where place_code = :place")
                .param("place", places.east().value())
                .query(String.class)
                .list());
    }

    private <T> T inScope(Supplier<T> work) {
        try (var scope = Scope.as(here)) {
            return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
        }
    }
}
