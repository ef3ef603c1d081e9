package io.qiangcun.bench;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.Cookie;
import static io.gatling.javaapi.http.HttpDsl.RawFileBodyPart;
import static io.gatling.javaapi.http.HttpDsl.addCookie;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sixteen users at once, each task for itself: first to warm up, then without a pause to see how much the machine
 * carries, then as people work, only faster: about a second between one answer and the next request. Last the grid
 * workers of a county, all at once, each with a report about every three quarters of a minute. Signed-in sessions come
 * from files, because signing in is not what is measured.
 */
public class CountySimulation extends Simulation {

    private static final int USERS = 16;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(1500);
    private static final String TOKEN_HEADER = "X-CSRF-TOKEN";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int FOUND = 302;
    private static final double WITH_PHOTO = 10;

    private final Path directory = Path.of(System.getProperty("bench.directory"));
    private final int seconds = Integer.getInteger("bench.seconds", 20);
    private final int warmUp = Integer.getInteger("bench.warm-up", 15);
    private final int inTheField = Integer.getInteger("bench.intake-seconds", 60);
    private final Times times = new Times();
    private final HttpProtocolBuilder protocol = http.baseUrl(System.getProperty("bench.address"))
            .disableFollowRedirect()
            .disableCaching()
            .acceptEncodingHeader("gzip")
            .acceptLanguageHeader("zh-CN");

    public CountySimulation() {
        var stages = Stream.concat(
                        Stream.of(Pace.WARMING_UP, Pace.WITHOUT_PAUSE, Pace.AT_WORK)
                                .flatMap(pace -> Arrays.stream(Task.values())
                                        .filter(task -> task.isEveryDay() || pace != Pace.WITHOUT_PAUSE)
                                        .map(task -> population(task, pace))),
                        Stream.of(population(Task.REPORT_EVENT, Pace.IN_THE_FIELD)))
                .toList();
        var oneAfterTheOther =
                IntStream.iterate(stages.size() - 1, i -> i >= 0, i -> i - 1).mapToObj(stages::get).reduce((next, stage) -> stage.andThen(next));
        setUp(oneAfterTheOther.orElseThrow()).protocols(protocol);
    }

    @Override
    public void after() {
        times.write(directory.resolve("times.csv"));
    }

    private PopulationBuilder population(Task task, Pace pace) {
        var name = pace + " " + task.title();
        return scenario(name)
                .feed(csv(directory.resolve(task.reader().file()).toString()).circular())
                .exec(addCookie(Cookie("JSESSIONID", "#{session}")))
                .during(lasting(task, pace))
                .on(chain(name, task, pace))
                .injectOpen(
                        pace == Pace.IN_THE_FIELD
                                ? rampUsers(Events.WORKERS).during(Events.SETTING_OUT)
                                : atOnceUsers(USERS));
    }

    /** In seconds. */
    private int lasting(Task task, Pace pace) {
        if (pace == Pace.AT_WORK) {
            return seconds;
        }
        if (pace == Pace.IN_THE_FIELD) {
            return inTheField;
        }
        return task.isEveryDay() ? warmUp : warmUp / 3;
    }

    private ChainBuilder chain(String name, Task task, Pace pace) {
        var once =
                switch (task) {
                    case SAVE_RECORD -> saving(name);
                    case REPORT_EVENT -> reporting(name);
                    default -> exec(page(name, task));
                };
        var noted = once.exec(session -> {
            times.note(pace, task, session.isFailed() ? -1 : session.getInt("millis"));
            return session.markAsSucceeded();
        });
        return switch (pace) {
            case AT_WORK -> pause(SHORTEST_PAUSE, LONGEST_PAUSE).exec(noted);
            case IN_THE_FIELD -> noted.pause(Events.SHORTEST_WALK, Events.LONGEST_WALK);
            case WARMING_UP, WITHOUT_PAUSE -> noted;
        };
    }

    private static HttpRequestActionBuilder page(String name, Task task) {
        return http(name)
                .get("#{" + task + "}")
                .header("Accept", task == Task.REPORT_EVENT ? Events.ACCEPT : "text/html")
                .check(status().is(OK), responseTimeInMillis().saveAs("millis"));
    }

    /** As a device does it: the token once, then report after report, each under an id of its own. */
    private ChainBuilder reporting(String name) {
        return doIf(session -> !session.contains("token"))
                .then(exec(page(name + ": the form", Task.REPORT_EVENT)
                        .check(
                                jsonPath("$.token").saveAs("token"),
                                jsonPath("$.places[0].code").saveAs("place"))))
                .exec(session -> session.set("event", UUID.randomUUID().toString())
                        .set("photo", UUID.randomUUID().toString()))
                .exec(http(name)
                        .post(Events.TARGET)
                        .header("Accept", Events.ACCEPT)
                        .header(TOKEN_HEADER, "#{token}")
                        .body(StringBody(Events.body()))
                        .asJson()
                        .check(status().is(CREATED), responseTimeInMillis().saveAs("millis")))
                .randomSwitch()
                .on(percent(WITH_PHOTO)
                        .then(exec(http(name + ": the photo")
                                .post(Events.TARGET + "/#{event}/photos/#{photo}")
                                .header("Accept", Events.ACCEPT)
                                .header(TOKEN_HEADER, "#{token}")
                                .bodyPart(RawFileBodyPart("file", directory.resolve("photo.jpg").toString())
                                        .fileName("photo.jpg")
                                        .contentType("image/jpeg"))
                                .check(status().is(OK)))));
    }

    private static ChainBuilder saving(String name) {
        return exec(page(name + ": the form", Task.SAVE_RECORD)
                        .check(
                                css("form.record input[name='_csrf']", "value").saveAs("csrf"),
                                css("form.record input[name='id']", "value").saveAs("id"),
                                css("form.record input[name='organisation']", "value")
                                        .saveAs("organisation"),
                                css("form.record input[name='heldOn']", "value").saveAs("heldOn")))
                .exec(http(name)
                        .post(Saving.TARGET)
                        .formParamMap(new HashMap<String, Object>(Saving.TYPED))
                        .formParam("_csrf", "#{csrf}")
                        .formParam("id", "#{id}")
                        .formParam("organisation", "#{organisation}")
                        .formParam("heldOn", "#{heldOn}")
                        .check(status().is(FOUND), responseTimeInMillis().saveAs("millis")));
    }
}
