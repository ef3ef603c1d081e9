package io.qiangcun.grid.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.error.NotFound;
import io.qiangcun.core.error.RuleViolated;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.CaseFixtures;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.Items;
import io.qiangcun.core.procedure.StartCase;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** A village chooses its courtyards; nobody judges himself, and what is published is who was chosen. */
@ApplicationTest
class ContestTests {

    @Autowired
    CaseFixtures cases;

    @Autowired
    CaseService service;

    @Autowired
    CurrentAccount current;

    @Autowired
    Metrics metrics;

    @Autowired
    TestClock clock;

    PlaceFixtures places;
    CaseId contest;

    @BeforeEach
    void begin() {
        places = cases.county();
        clock.set(LocalDate.of(2026, 3, 2));
        contest = cases.at(
                places.east(),
                () -> service.start(
                        current.jurisdiction(),
                        current.actor(),
                        new StartCase(
                                CaseId.next(),
                                "grid.courtyard-contest",
                                places.east(),
                                null,
                                "Spring",
                                LocalDate.of(2026, 3, 2))));
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void goesFromThePlanToThePlaque() {
        plan("Judge");
        cases.take(places.township(), contest, "vet", "2026-03-03", "agreed", Map.of("opinion", "Fine"));
        score();
        decide("2026-03-11", "awarded", "yes", "Tidy and green");
        var shown = cases.take(places.east(), contest, "publish", "2026-03-12", "done", Map.of("channel", "Board"));
        assertThat(cases.stateOf(places.east(), contest, "publish")).isEqualTo(StepState.PUBLIC);

        assertThatThrownBy(() -> endsPublicity(shown, "2026-03-18"))
                .as("objections may still come")
                .isInstanceOf(RuleViolated.class);
        endsPublicity(shown, "2026-03-20");
        award("2026-03-20");

        assertThat(cases.stateOf(places.east(), contest, "award")).isEqualTo(StepState.DONE);
        assertThat(cases.at(
                        places.county(),
                        () -> metrics.rows(
                                Jurisdiction.within(places.county()),
                                "grid.courtyard-contests",
                                YearMonth.of(2026, 3),
                                Pageable.ofSize(5))))
                .singleElement()
                .satisfies(row -> assertThat(row.label()).isEqualTo("Spring"));
    }

    @Test
    void nobodyJudgesHimself() {
        assertThatThrownBy(() -> plan("Ann"))
                .hasMessageContaining("judges-himself")
                .hasMessageContaining("Ann");
    }

    @Test
    void anAwardHasSomebodyAndAReason() {
        plan("Judge");
        cases.take(places.township(), contest, "vet", "2026-03-03", "agreed", Map.of("opinion", "Fine"));
        score();

        assertThatThrownBy(() -> decide("2026-03-11", "awarded", "no", "")).hasMessageContaining("nobody");
        assertThatThrownBy(() -> decide("2026-03-11", "awarded", "yes", "")).hasMessageContaining("no-reason");
        decide("2026-03-11", "none", "no", "");
        assertThat(cases.stateOf(places.east(), contest, "publish")).isEqualTo(StepState.CLOSED);
    }

    @Test
    void isNothingToOtherVillages() {
        assertThatThrownBy(() -> cases.show(places.west(), contest)).isInstanceOf(NotFound.class);
    }

    private void plan(String judge) {
        cases.take(
                places.east(),
                contest,
                "plan",
                "2026-03-02",
                "done",
                Map.of(
                        "document", "No. 1",
                        "criteria",
                                rows(Map.of("item", "Clean", "points", "60"), Map.of("item", "Green", "points", "40")),
                        "entrants", rows(Map.of("number", "1", "name", "Ann"), Map.of("number", "2", "name", "Bob")),
                        "jury", rows(Map.of("name", judge, "post", "Township"))));
    }

    private void score() {
        cases.take(
                places.east(),
                contest,
                "score",
                "2026-03-10",
                "done",
                Map.of("visitedOn", "2026-03-10", "scores", rows(Map.of("score", "91"), Map.of("score", "80"))));
    }

    private void decide(String day, String outcome, String first, String why) {
        var evidence = outcome.equals("none")
                ? Map.of("record", "Talked it over")
                : Map.of(
                        "awarded",
                        rows(
                                why.isEmpty() ? Map.of("awarded", first) : Map.of("awarded", first, "why", why),
                                Map.of("awarded", "no")),
                        "record",
                        "Talked it over");
        cases.take(places.east(), contest, "decide", day, outcome, evidence);
    }

    private void endsPublicity(UUID act, String day) {
        clock.set(LocalDate.parse(day));
        cases.run(
                places.east(),
                () -> service.close(current.jurisdiction(), current.actor(), contest, act, LocalDate.parse(day)));
    }

    private void award(String day) {
        cases.take(places.east(), contest, "award", day, "done", Map.of("gave", "Plaque on the gate"));
    }

    @SafeVarargs
    private static String rows(Map<String, String>... rows) {
        return new Items(List.of(rows)).text();
    }
}
