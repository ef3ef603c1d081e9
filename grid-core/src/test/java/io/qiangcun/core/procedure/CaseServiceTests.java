package io.qiangcun.core.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.WarningFilter;
import io.qiangcun.core.warning.WarningQueries;
import io.qiangcun.core.warning.WarningRow;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.StatementCounter;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case from its first step to its last, and what is refused on the way. */
@ApplicationTest
class CaseServiceTests {

    private static final Tally AGREED = new Tally(20, 20, 15, 0, 14, 1, 0);

    @Autowired
    CaseFixtures cases;

    @Autowired
    CaseService service;

    @Autowired
    CaseQueries queries;

    @Autowired
    CurrentAccount current;

    @Autowired
    WarningSweep sweep;

    @Autowired
    WarningQueries warnings;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

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
    void aCaseGoesThroughAllItsSteps() {
        var id = cases.beforeTheMeeting(places.east(), "Applicant");
        var meeting = cases.take(places.east(), id, "meeting", "2025-03-03", "agreed", Map.of(), AGREED);
        assertThat(cases.stateOf(places.east(), id, "meeting")).isEqualTo(StepState.PUBLIC);

        close(id, meeting, "2025-03-10");
        cases.take(places.township(), id, "approval", "2025-04-01", "approved", Map.of());
        cases.take(places.east(), id, "oath", "2025-04-02", "done", Map.of());

        var detail = cases.show(places.county(), id);
        assertThat(detail.head().state()).isEqualTo(CaseState.DONE);
        assertThat(detail.head().endedOn()).isEqualTo("2025-04-02");
        assertThat(detail.acts())
                .hasSize(8)
                .allSatisfy(act -> assertThat(act.recorded().person()).startsWith("Holder at"));
        assertThat(detail.acts().get(5).votePassed()).isTrue();
    }

    @Test
    void anOverdueStepWarnsByItselfAndIsClearedByTheAct() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-01-05");
        cases.take(places.east(), id, "apply", "2026-01-05", "done", Map.of("birth", "1990-01-01"));
        assertThat(open()).isEmpty();

        sweepOn("2026-02-10");
        assertThat(open()).singleElement().satisfies(row -> {
            assertThat(row.place()).isEqualTo(places.east());
            assertThat(row.title()).contains("Applicant", "Talk");
        });

        cases.take(places.east(), id, "talk", "2026-02-11", "done", Map.of());
        assertThat(open()).isEmpty();
    }

    @Test
    void aStepOfTheTownshipIsTheTownshipsToWarnOf() {
        var id = cases.beforeTheMeeting(places.east(), "Applicant");
        var meeting = cases.take(places.east(), id, "meeting", "2025-03-03", "agreed", Map.of(), AGREED);
        close(id, meeting, "2025-03-10");

        sweepOn("2025-06-20");

        assertThat(open()).singleElement().satisfies(row -> assertThat(row.place())
                .isEqualTo(places.township()));
        cases.take(places.township(), id, "approval", "2025-06-20", "approved", Map.of());
        assertThat(open()).isEmpty();
    }

    @Test
    void whatCannotStandIsRefusedWithTheTextOfTheRule() {
        var id = cases.beforeTheMeeting(places.east(), "Applicant");

        refused(() -> cases.take(
                        places.east(),
                        id,
                        "meeting",
                        "2025-03-03",
                        "agreed",
                        Map.of(),
                        new Tally(20, 20, 9, 0, 9, 0, 0)))
                .hasMessageContaining("not-quorate");
        refused(() -> cases.take(
                        places.east(),
                        id,
                        "meeting",
                        "2025-03-03",
                        "agreed",
                        Map.of(),
                        new Tally(20, 20, 15, 0, 10, 5, 0)))
                .hasMessageContaining("vote-failed");
        refused(() -> cases.take(places.east(), id, "meeting", "2025-03-03", "refused", Map.of(), AGREED))
                .hasMessageContaining("vote-passed");
        refused(() -> cases.take(places.east(), id, "meeting", "2025-03-03", "longer", Map.of("months", "13"), AGREED))
                .hasMessageContaining("field-too-large");
        refused(() -> cases.take(places.east(), id, "meeting", "2025-02-01", "agreed", Map.of(), AGREED))
                .hasMessageContaining("day-before-opened");
        assertThatThrownBy(() -> cases.take(places.east(), id, "approval", "2025-03-03", "approved", Map.of()))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("not-yours");
        assertThatThrownBy(() -> cases.take(places.township(), id, "approval", "2025-03-03", "approved", Map.of()))
                .as("its turn has not come")
                .isInstanceOf(StepActedMeanwhile.class);
    }

    @Test
    void nothingIsDoneBeforeItsEarliestDayNorTooRarely() {
        var id = cases.startedOn(places.east(), "Applicant", "2024-01-10");
        cases.take(places.east(), id, "apply", "2024-01-10", "done", Map.of("birth", "1990-01-01"));
        cases.take(places.east(), id, "talk", "2024-02-01", "done", Map.of());

        refused(() -> cases.take(places.east(), id, "checks", "2025-02-03", "enough", Map.of()))
                .hasMessageContaining("not-often-enough");
        cases.take(places.east(), id, "checks", "2024-07-01", "check", Map.of());
        refused(() -> cases.take(places.east(), id, "checks", "2025-01-31", "enough", Map.of()))
                .hasMessageContaining("day-too-early");
    }

    @Test
    void whatIsEnteredLateNeedsAReasonAndIsMarked() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-02");
        clock.reset();
        var command = take("apply", "2026-11-03", "");
        refused(() -> act(id, command)).hasMessageContaining("late-reason-missing");

        act(id, take("apply", "2026-11-03", "The paper was found"));

        assertThat(cases.show(places.east(), id).acts()).singleElement().satisfies(act -> assertThat(act.isLate())
                .isTrue());
    }

    @Test
    void aFormSentTwiceCountsOnceAndAnotherOneIsTooLate() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-16");
        var command = take("apply", "2026-11-16", "");
        act(id, command);
        act(id, command);

        assertThat(cases.show(places.east(), id).acts()).hasSize(1);
        assertThatThrownBy(() -> act(id, take("apply", "2026-11-16", ""))).isInstanceOf(StepActedMeanwhile.class);
    }

    @Test
    void anObjectionIsAnsweredBeforePublicityEnds() {
        var id = cases.beforeTheMeeting(places.east(), "Applicant");
        var meeting = cases.take(places.east(), id, "meeting", "2025-03-03", "agreed", Map.of(), AGREED);
        refused(() -> close(id, meeting, "2025-03-07")).hasMessageContaining("public-too-short");

        var objection = UUID.randomUUID();
        cases.run(
                places.east(),
                () -> service.object(
                        current.jurisdiction(),
                        current.actor(),
                        id,
                        meeting,
                        objection,
                        LocalDate.of(2025, 3, 5),
                        "",
                        "He was away"));
        refused(() -> close(id, meeting, "2025-03-10")).hasMessageContaining("objection-open");
        cases.run(
                places.east(),
                () -> service.answer(current.jurisdiction(), current.actor(), id, meeting, objection, "He was not"));
        close(id, meeting, "2025-03-10");

        assertThat(cases.stateOf(places.east(), id, "meeting")).isEqualTo(StepState.DONE);
    }

    @Test
    void theLastActIsTakenBackAndStaysReadable() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-02");
        var apply = cases.take(places.east(), id, "apply", "2026-11-02", "done", Map.of("birth", "1990-01-01"));
        var talk = cases.take(places.east(), id, "talk", "2026-11-03", "done", Map.of());
        refused(() -> withdraw(id, apply)).hasMessageContaining("later-step-done");

        withdraw(id, talk);

        assertThat(cases.stateOf(places.east(), id, "talk")).isEqualTo(StepState.OPEN);
        assertThat(cases.show(places.east(), id).act(talk).orElseThrow().withdrawalReason())
                .isEqualTo("A slip");
        cases.take(places.east(), id, "talk", "2026-11-04", "done", Map.of());
        assertThat(cases.show(places.east(), id).actsOn("talk")).hasSize(2);
    }

    @Test
    void aNumberIsGivenOnce() {
        var first = withTalk("First");
        var second = withTalk("Second");
        var act = cases.take(places.east(), first, "references", "2026-11-04", "done", Map.of("number", "A1"));

        refused(() -> cases.take(places.east(), second, "references", "2026-11-04", "done", Map.of("number", "A1")))
                .hasMessageContaining("number-taken");
        withdraw(first, act);
        cases.take(places.east(), second, "references", "2026-11-04", "done", Map.of("number", "A1"));
    }

    @Test
    void onlyTheCountyWaivesWhatItMayWaive() {
        var id = withTalk("Applicant");
        refused(() -> waive(places.east(), id)).hasMessageContaining("not-yours");

        waive(places.county(), id);

        assertThat(cases.stateOf(places.east(), id, "references")).isEqualTo(StepState.WAIVED);
    }

    @Test
    void nobodyApprovesHimself() {
        var id = cases.beforeTheMeeting(places.east(), "Holder at " + places.township());
        var meeting = cases.take(places.east(), id, "meeting", "2025-03-03", "agreed", Map.of(), AGREED);
        close(id, meeting, "2025-03-10");

        refused(() -> cases.take(places.township(), id, "approval", "2025-04-01", "approved", Map.of()))
                .hasMessageContaining("oneself");
    }

    @Test
    void aPersonHasOneCaseAtATime() {
        cases.startedOn(places.east(), "Applicant", "2026-11-02");

        refused(() -> cases.startedOn(places.east(), "Applicant", "2026-11-03")).hasMessageContaining("under-way");
        cases.startedOn(places.west(), "Applicant", "2026-11-03");
    }

    @Test
    void whatLiesOutsideTheJurisdictionDoesNotExist() {
        var id = cases.startedOn(places.east(), "Applicant", "2026-11-02");

        assertThatThrownBy(() -> cases.show(places.west(), id)).isInstanceOf(CaseNotFound.class);
        assertThatThrownBy(() -> cases.run(
                        places.west(),
                        () -> service.take(
                                current.jurisdiction(),
                                current.actor(),
                                id,
                                take("apply", "2026-11-02", ""),
                                List.of())))
                .isInstanceOf(CaseNotFound.class);
    }

    @Test
    void listsAskOnceHoweverManyCases() throws Exception {
        for (var number = 0; number < 5; number++) {
            cases.startedOn(places.east(), "Applicant " + number, "2026-11-02");
        }
        var statements = StatementCounter.statementsOf(() -> cases.run(
                places.county(),
                () -> queries.list(
                        current.jurisdiction(),
                        new CaseFilter(null, null, null, null, false, false, false, null),
                        Pageable.ofSize(50))));

        assertThat(statements).as("authorities, count and rows").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void theSameFileIsTheSameEdition(@Autowired ProcedureTemplates templates) {
        var before = templates.builtIn(CaseFixtures.PERMIT).edition();
        try (var everywhere = io.qiangcun.core.account.Scope.as(io.qiangcun.core.place.Jurisdiction.everywhere())) {
            templates.keep(Templates.PERMIT);
        }

        assertThat(templates.builtIn(CaseFixtures.PERMIT).edition()).isEqualTo(before);
    }

    private CaseId withTalk(String subject) {
        var id = cases.startedOn(places.east(), subject, "2026-11-02");
        cases.take(places.east(), id, "apply", "2026-11-02", "done", Map.of("birth", "1990-01-01"));
        cases.take(places.east(), id, "talk", "2026-11-03", "done", Map.of());
        return id;
    }

    private void close(CaseId id, UUID act, String day) {
        clock.set(LocalDate.parse(day));
        cases.run(
                places.east(),
                () -> service.close(current.jurisdiction(), current.actor(), id, act, LocalDate.parse(day)));
    }

    private void withdraw(CaseId id, UUID act) {
        cases.run(places.east(), () -> service.withdraw(current.jurisdiction(), current.actor(), id, act, "A slip"));
    }

    private void waive(PlaceCode by, CaseId id) {
        cases.run(
                by,
                () -> service.waive(
                        current.jurisdiction(), current.actor(), id, "references", UUID.randomUUID(), 0, "Known"));
    }

    private static TakeStep take(String step, String day, String lateReason) {
        return new TakeStep(
                UUID.randomUUID(),
                0,
                step,
                LocalDate.parse(day),
                "done",
                Map.of("birth", "1990-01-01"),
                null,
                null,
                null,
                lateReason);
    }

    private void act(CaseId id, TakeStep command) {
        cases.run(places.east(), () -> service.take(current.jurisdiction(), current.actor(), id, command, List.of()));
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return assertThatThrownBy(work).isInstanceOf(ActRefused.class);
    }

    private void sweepOn(String day) {
        clock.set(LocalDate.parse(day));
        cases.run(places.county(), () -> sweep.sweep(current.jurisdiction(), LocalDate.parse(day)));
    }

    private List<WarningRow> open() {
        return cases.at(
                places.county(),
                () -> warnings.list(current.jurisdiction(), WarningFilter.open(), Pageable.unpaged()).stream()
                        .filter(row -> row.rule().equals(ProcedureOverdueRule.CODE))
                        .toList());
    }
}
