package io.qiangcun.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.HeldAccounts;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What only some may know, lists that hang together, polls, late entries, and what follows. */
@ApplicationTest
class ReviewTests {

    private static final String OPINION = "He was seen elsewhere";
    private static final String GROUNDS = "Both agree in private";

    @Autowired
    CaseFixtures cases;

    @Autowired
    CaseService service;

    @Autowired
    CurrentAccount current;

    @Autowired
    RecordedConsequence consequences;

    @Autowired
    HeldAccounts accounts;

    @Autowired
    WarningSweep sweep;

    @Autowired
    WarningQueries warnings;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    private PlaceFixtures places;

    @BeforeEach
    void aCounty() {
        places = cases.county();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void opinionsAreKnownToTheCountyOnly() throws Exception {
        var id = heard();
        take(places.county(), id, "result", "done", Map.of("grounds", GROUNDS, "notice", "Fit"));

        for (var place : List.of(places.east(), places.township())) {
            assertThat(page(id.href(), place))
                    .contains("Fit")
                    .doesNotContain(OPINION, GROUNDS, "First department", "Objection");
            assertThat(page(id.href() + "/print", place)).doesNotContain(OPINION, GROUNDS, "First department");
            assertThat(page("/core/procedures/test.review", place)).contains("不公开");
            assertThat(mvc.get().uri(id.href() + "/steps/first").with(SignedIn.at(place)))
                    .hasStatus(404);
        }
        assertThat(page(id.href(), places.county())).contains(OPINION, GROUNDS, "First department");
        assertThat(page(id.href() + "/print", places.county())).contains(OPINION, GROUNDS);
    }

    @Test
    void whileDepartmentsAreHeardOthersSeeOnlyThatTheyWait() {
        var id = started();
        take(places.east(), id, "check", "done", Map.of("word", "Good"));

        assertThat(cases.show(places.east(), id).isBehindClosedDoors()).isTrue();
        assertThat(page("/core/cases?template=test.review", places.east()))
                .contains("由上级办理，过程不公开")
                .doesNotContain("First department");
        assertThat(page("/core/cases?template=test.review", places.county())).contains("First department");
        assertThat(page("/core/procedures/test.review", places.county()))
                .contains("/core/cases?template=test.review&amp;step=first");
        assertThat(page("/core/cases?template=test.review&step=first", places.township()))
                .contains("没有符合条件的办理事项");
    }

    @Test
    void theTrailOfASecretStepBelongsToTheCounty(@Autowired org.flywaydb.core.Flyway flyway) {
        var id = heard();

        var owner = org.springframework.jdbc.core.simple.JdbcClient.create(
                flyway.getConfiguration().getDataSource());
        var entries = owner.sql(
                        "select place_code from audit_entry where cast(payload as text) like :case and cast(payload as text) like '%object%'")
                .param("case", "%" + id + "%")
                .query(String.class)
                .list();
        assertThat(entries).isNotEmpty().containsOnly(places.county().value());
    }

    @Test
    void everyProblemHasAFixAndLateFixesWarn() {
        var id = listed();
        refused(() -> take(
                        places.east(),
                        id,
                        "fixes",
                        "done",
                        Map.of("fixes", items(Map.of("problem", "1", "fix", "Sweep", "due", "2026-03-01")))))
                .hasMessageContaining("item-not-named");
        refused(() -> take(
                        places.east(),
                        id,
                        "fixes",
                        "done",
                        Map.of("fixes", items(Map.of("problem", "3", "fix", "Sweep", "due", "2026-03-01")))))
                .hasMessageContaining("field-no-choice");
        take(places.east(), id, "fixes", "done", Map.of("fixes", fixes()));

        sweepOn("2026-03-03");
        assertThat(itemWarnings()).singleElement().asString().contains("Sweep");
        cases.take(places.east(), id, "progress", "2026-03-03", "going-on", state("yes", "no"));
        sweepOn("2026-03-04");
        assertThat(itemWarnings()).isEmpty();
    }

    @Test
    void acceptanceWaitsForTheListAndForThePoll() {
        var id = finished("no");
        refused(() -> take(places.township(), id, "accept", "accepted", poll(20, 15, 5)))
                .hasMessageContaining("items-not-done");
        take(places.township(), id, "accept", "again", poll(20, 15, 5));
        take(places.east(), id, "progress", "finished", state("yes", "yes"));
        refused(() -> take(places.township(), id, "accept", "accepted", poll(20, 15, 6)))
                .hasMessageContaining("poll-said");
        refused(() -> cases.take(places.township(), id, "accept", "2026-02-11", "accepted", poll(20, 15, 5)))
                .hasMessageContaining("day-too-late");
        assertThat(consequences.of(id)).containsExactly("accept again");
        take(places.township(), id, "accept", "accepted", poll(20, 15, 5));

        assertThat(consequences.of(id)).containsExactly("accept again", "accept accepted");
        assertThat(cases.show(places.county(), id).head().state()).isEqualTo(CaseState.DONE);
    }

    @Test
    void whatIsEnteredLongAfterwardsWaitsForThePlaceAbove() {
        var id = started();
        clock.set(LocalDate.parse("2026-03-02"));
        cases.run(
                places.east(),
                () -> service.take(
                        current.jurisdiction(),
                        current.actor(),
                        id,
                        new TakeStep(
                                UUID.randomUUID(),
                                0,
                                "check",
                                LocalDate.parse("2026-01-05"),
                                "done",
                                Map.of("word", "Good"),
                                null,
                                null,
                                null,
                                "The paper was found"),
                        List.of()));
        var act = cases.show(places.east(), id).acts().get(0);
        assertThat(act.awaitsConfirmation()).isTrue();
        assertThat(page("/core/cases?unconfirmed=true", places.township())).contains("Subject");
        refused(() -> cases.run(
                        places.east(), () -> service.confirm(current.jurisdiction(), current.actor(), id, act.id())))
                .hasMessageContaining("not-yours");
        assertThat(mvc.post().uri(id.href() + "/acts/" + act.id() + "/confirm").with(SignedIn.at(places.township())))
                .hasRedirectedUrl(id.href());

        assertThat(cases.show(places.east(), id).acts().get(0).awaitsConfirmation())
                .isFalse();
    }

    @Test
    void nobodyApprovesHimselfWhateverHeIsCalled() {
        var id = finished("yes");
        var subject = cases.person(places.east(), "Subject");
        var login = signedInOnce(places.township());
        cases.run(places.township(), () -> accounts.link(current.jurisdiction(), current.actor(), subject, login));

        refused(() -> take(places.township(), id, "accept", "accepted", poll(20, 15, 5)))
                .hasMessageContaining("oneself");
    }

    @Test
    void twoActsAtOnceAreOne() throws Exception {
        var id = started();
        clock.set(LocalDate.parse("2026-01-05"));
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> act = () -> {
                try {
                    cases.run(
                            places.east(),
                            () -> service.take(
                                    current.jurisdiction(),
                                    current.actor(),
                                    id,
                                    new TakeStep(
                                            UUID.randomUUID(),
                                            0,
                                            "check",
                                            LocalDate.parse("2026-01-05"),
                                            "done",
                                            Map.of("word", "Good"),
                                            null,
                                            null,
                                            null,
                                            ""),
                                    List.of()));
                    return true;
                } catch (StepActedMeanwhile other) {
                    return false;
                }
            };
            var results = pool.invokeAll(List.of(act, act));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdown();
        }
        assertThat(cases.show(places.east(), id).acts()).hasSize(1);
    }

    @Test
    void manyBeginAtOnceAndOnceOnly() {
        var first = cases.person(places.east(), "First");
        var second = cases.person(places.west(), "Second");
        clock.set(LocalDate.parse("2026-01-05"));
        var batch = UUID.randomUUID().toString();

        for (var again = 0; again < 2; again++) {
            assertThat(mvc.post()
                            .uri("/core/procedures/test.review/start-many")
                            .param("batch", batch)
                            .param("subjects", first.toString(), second.toString())
                            .param("startedOn", "2026-01-05")
                            .with(SignedIn.at(places.township())))
                    .hasStatus3xxRedirection();
        }
        assertThat(page("/core/cases?template=test.review", places.township()))
                .containsOnlyOnce(">First<")
                .containsOnlyOnce(">Second<");
        assertThat(mvc.post()
                        .uri("/core/procedures/test.review/start-many")
                        .param("batch", batch)
                        .param("subjects", first.toString())
                        .param("startedOn", "2026-01-05")
                        .with(SignedIn.at(cases.county().township())))
                .as("not outside the jurisdiction")
                .hasStatus(422);
        assertThat(page("/core/people/" + first, places.east())).contains("Review，2026-01-05 开始");
    }

    @Test
    void listsAreTypedRowByRowAndBlankRowsAreNotKept() {
        var id = heard();
        take(places.county(), id, "result", "done", Map.of("grounds", GROUNDS));
        var problems = mvc.post()
                .uri(id.href() + "/steps/problems")
                .param("act", UUID.randomUUID().toString())
                .param("seen", "0")
                .param("actedOn", "2026-01-05")
                .param("evidence[problems.0.problem]", "")
                .param("evidence[problems.1.problem]", "Dust")
                .with(SignedIn.at(places.east()))
                .exchange();
        assertThat(problems).hasRedirectedUrl(id.href());
        assertThat(cases.show(places.east(), id).items("problems", "problems").rows())
                .containsExactly(Map.of("problem", "Dust"));
        var fixes = mvc.post()
                .uri(id.href() + "/steps/fixes")
                .param("act", UUID.randomUUID().toString())
                .param("seen", "0")
                .param("actedOn", "2026-01-05")
                .param("evidence[fixes.0.problem]", "1")
                .param("evidence[fixes.0.fix]", "Sweep")
                .param("evidence[fixes.0.due]", "soon")
                .with(SignedIn.at(places.east()))
                .exchange();
        assertThat(fixes).hasStatus(422).bodyText().contains("Sweep", "evidencefixes.0.due-error", "1. Dust");
    }

    @Test
    void aFormMadeByHandIsNoError() {
        var id = started();
        var act = UUID.randomUUID();
        for (var path : List.of(
                "/acts/" + act + "/objections",
                "/acts/" + act + "/objections/" + UUID.randomUUID() + "/answer",
                "/acts/" + act + "/close",
                "/acts/" + act + "/withdraw",
                "/acts/" + act + "/confirm",
                "/steps/check",
                "/steps/check/waive",
                "/abandon")) {
            assertThat(mvc.post()
                            .uri(id.href() + path)
                            .with(SignedIn.at(places.east()))
                            .exchange()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isBetween(400, 499);
        }
    }

    private CaseId started() {
        clock.set(LocalDate.parse("2026-01-05"));
        var subject = cases.person(places.east(), "Subject").value();
        return cases.at(
                places.township(),
                () -> service.start(
                        current.jurisdiction(),
                        current.actor(),
                        new StartCase(
                                CaseId.next(),
                                "test.review",
                                places.east(),
                                subject,
                                "",
                                LocalDate.parse("2026-01-05"))));
    }

    private CaseId heard() {
        var id = started();
        take(places.east(), id, "check", "done", Map.of("word", "Good"));
        take(places.county(), id, "first", "object", Map.of("opinion", OPINION));
        take(places.county(), id, "second", "done", Map.of("opinion", "Nothing"));
        return id;
    }

    private CaseId listed() {
        var id = heard();
        take(places.county(), id, "result", "done", Map.of("grounds", GROUNDS));
        take(
                places.east(),
                id,
                "problems",
                "done",
                Map.of("problems", items(Map.of("problem", "Dust"), Map.of("problem", "Noise"))));
        return id;
    }

    private CaseId finished(String second) {
        var id = listed();
        take(places.east(), id, "fixes", "done", Map.of("fixes", fixes()));
        take(places.east(), id, "progress", "finished", state("yes", second));
        return id;
    }

    private static String fixes() {
        return items(
                Map.of("problem", "1", "fix", "Sweep", "owner", "Somebody", "due", "2026-03-02"),
                Map.of("problem", "2", "fix", "Whisper", "due", "2026-12-31"));
    }

    private static Map<String, String> state(String first, String second) {
        return Map.of("state", items(Map.of("done", first), Map.of("done", second)));
    }

    private static Map<String, String> poll(int back, int well, int badly) {
        return Map.of(
                "poll",
                new Poll(Map.of(
                                "sent", "30",
                                "back", Integer.toString(back),
                                "well", Integer.toString(well),
                                "badly", Integer.toString(badly)))
                        .text());
    }

    @SafeVarargs
    private static String items(Map<String, String>... rows) {
        return new Items(List.of(rows)).text();
    }

    private void take(PlaceCode by, CaseId id, String step, String outcome, Map<String, String> evidence) {
        cases.take(by, id, step, "2026-01-05", outcome, evidence);
    }

    private String page(String path, PlaceCode by) {
        try {
            return mvc.get()
                    .uri(path)
                    .with(SignedIn.at(by))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The account is in the database once it was on a page. */
    private String signedInOnce(PlaceCode place) {
        page("/core/cases", place);
        return "township-" + place;
    }

    private void sweepOn(String day) {
        clock.set(LocalDate.parse(day));
        cases.run(places.county(), () -> sweep.sweep(current.jurisdiction(), LocalDate.parse(day)));
    }

    private List<String> itemWarnings() {
        return cases.at(
                places.county(),
                () -> warnings.list(current.jurisdiction(), WarningFilter.open(), Pageable.unpaged()).stream()
                        .filter(row -> row.rule().equals("core.procedure-item-overdue"))
                        .map(row -> String.join(" ", row.title()))
                        .toList());
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(ThrowingCallable work) {
        return assertThatThrownBy(work).isInstanceOf(ActRefused.class);
    }
}
