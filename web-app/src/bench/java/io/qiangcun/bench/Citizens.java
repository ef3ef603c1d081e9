package io.qiangcun.bench;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Villagers who come one after the other whether the machine is done with those before them or not, each for one page and
 * each for the first time: nobody has a copy already.
 */
public class Citizens extends Simulation {

    /** What somebody without an account comes for, and how many of a hundred do. */
    enum Errand {
        FRONT("the front page", 25),
        GUIDE("a guide", 30),
        SEARCH("a search in one's own words", 20),
        FORM("the form to ask with", 12),
        ASK("asking", 1),
        TRACK("how it stands", 12);

        final String title;
        final double percent;

        Errand(String title, double percent) {
            this.title = title;
            this.percent = percent;
        }
    }

    static final int A_SECOND = 200;

    private static final int OK = 200;

    private final Path directory = Path.of(System.getProperty("bench.directory"));
    private final int seconds = Integer.getInteger("bench.seconds", 20);
    private final List<String> lines = new ArrayList<>();

    public Citizens() {
        setUp(
                population("warming up", false)
                        .injectOpen(rampUsersPerSec(20).to(A_SECOND).during(seconds))
                        .andThen(population("counted", true)
                                .injectOpen(constantUsersPerSec(A_SECOND).during(seconds))))
                .protocols(http.baseUrl(System.getProperty("bench.address"))
                        .disableFollowRedirect()
                        .disableCaching()
                        .shareConnections()
                        .acceptEncodingHeader("gzip")
                        .acceptLanguageHeader("zh-CN"));
    }

    private ScenarioBuilder population(String name, boolean counted) {
        return scenario(name)
                .feed(csv(directory.resolve("guides.csv").toString()).random())
                .feed(csv(directory.resolve("words.csv").toString()).random())
                .feed(csv(directory.resolve("receipts.csv").toString()).random())
                .exec(randomSwitch()
                        .on(Arrays.stream(Errand.values())
                                .map(errand -> percent(errand.percent).then(once(errand, counted)))
                                .toList()));
    }

    private ChainBuilder once(Errand errand, boolean counted) {
        return exec(request(errand).check(status().is(OK), responseTimeInMillis().saveAs("millis")))
                .exec(session -> {
                    if (counted) {
                        note(errand, session);
                    }
                    return session;
                });
    }

    private static HttpRequestActionBuilder request(Errand errand) {
        var page = http(errand.title);
        return switch (errand) {
            case FRONT -> page.get("/services").header("Accept", "text/html");
            case GUIDE -> page.get("#{guide}").header("Accept", "text/html");
            case SEARCH -> page.get("/services/items").queryParam("words", "#{words}").header("Accept", "text/html");
            case FORM -> page.get("/services/ask").header("Accept", "text/html");
            case ASK -> page.post("/services/ask").formParam("id", session -> UUID.randomUUID().toString())
                    .formParam("purpose", "PROBLEM")
                    .formParam("matter", "村口的路灯坏了")
                    .formParam("place", "#{place}")
                    .formParam("applicant", "村民")
                    .formParam("phone", "13900000000");
            case TRACK -> page.post("/services/track").formParam("receipt", "#{receipt}").formParam("tail", "0000");
        };
    }

    private synchronized void note(Errand errand, Session session) {
        lines.add(errand + "," + (session.isFailed() ? -1 : session.getInt("millis")));
    }

    @Override
    public synchronized void after() {
        try {
            Files.write(directory.resolve("citizens.csv"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
