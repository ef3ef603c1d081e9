package io.qiangcun.grid.gridevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.grid.gridevent.GridEventService.Satisfaction;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

@ApplicationTest
class GridEventServiceTests {

    private static final Satisfaction SOLVED = new Satisfaction(true, 5, "Thank you");
    private static final Satisfaction NOT_SOLVED = new Satisfaction(false, null, "It is back again");

    @Autowired
    EventFixtures fixtures;

    @Autowired
    GridEventService events;

    @Autowired
    GridEventQueries queries;

    @Autowired
    EventCalls calls;

    @Autowired
    EventSlips slips;

    @Autowired
    EventEscalation escalation;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    TestClock clock;

    private Net net;

    @BeforeEach
    void plant() {
        net = fixtures.plant();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void goesThroughItsWholeLoop() {
        var id = fixtures.reportedAt(net.grid());
        assertThat(view(id).row().holderPlace()).isEqualTo(net.village().value());

        act(net.village(), id, (j, a, v) -> events.accept(j, a, id, v));
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), "Please today"));
        assertThat(view(id).row().holderPlace()).isEqualTo(net.grid().value());
        act(net.grid(), id, (j, a, v) -> events.start(j, a, id, v));
        act(net.grid(), id, (j, a, v) -> events.done(j, a, id, v, "Taken away", List.of()));
        assertThat(view(id).row().holderPlace()).isEqualTo(net.village().value());
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, "Seen"));
        act(net.township(), id, (j, a, v) -> events.calledBack(j, a, id, v, SOLVED));

        assertThat(view(id).row().state()).isEqualTo(EventState.CLOSED);
        assertThat(view(id).row().closedInTime()).isTrue();
        assertThat(view(id).row().solved()).isTrue();
        assertThat(view(id).lines())
                .extracting(line -> line.move().kind())
                .containsExactly(
                        MoveKind.REPORT,
                        MoveKind.ACCEPT,
                        MoveKind.ASSIGN,
                        MoveKind.START,
                        MoveKind.DONE,
                        MoveKind.VERIFY,
                        MoveKind.CLOSE,
                        MoveKind.ANSWER);
    }

    @Test
    void isSettledOnTheSpotInOneStep() {
        var id = GridEventId.next();
        fixtures.as(
                net.grid(),
                (j, a) -> events.report(j, a, fixtures.report(id, net.grid(), "0501", "Swept at once"), List.of()));

        assertThat(view(id).row().state()).isEqualTo(EventState.CLOSED);
        assertThat(view(id).onSpot()).isTrue();
        assertThat(view(id).row().solved()).isNull();
    }

    @Test
    void isTakenInOnceHoweverOftenItIsSent() {
        var id = GridEventId.next();
        var report = fixtures.report(id, net.grid(), "0501", "");

        var receipts = IntStream.range(0, 3)
                .mapToObj(time -> fixtures.as(net.grid(), (j, a) -> events.report(j, a, report, List.of())
                        .receipt()))
                .distinct()
                .toList();

        assertThat(receipts).hasSize(1);
        assertThat(fixtures.<Long>as(
                        net.village(), (j, a) -> queries.counts(j, a).open()))
                .isEqualTo(1);
    }

    @Test
    void comesBackTwiceAndThenTheCountyDecides() {
        var id = fixtures.reportedAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), ""));
        act(net.grid(), id, (j, a, v) -> events.giveBack(j, a, id, v, "Not our ditch"));
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), ""));
        act(net.grid(), id, (j, a, v) -> events.giveBack(j, a, id, v, "Still not"));
        assertThat(view(id).row().holderPlace()).isEqualTo(net.county().value());

        act(net.county(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), "It is"));
        refused(net.grid(), id, "returned-enough", (j, a, v) -> events.giveBack(j, a, id, v, "No"));
    }

    @Test
    void isExtendedOnceAndByNobodyForHimself() {
        var id = fixtures.reportedAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), ""));
        var before = due(id);
        assertThatThrownBy(() -> act(net.grid(), id, (j, a, v) -> events.extend(j, a, id, v, 2, "Rain")))
                .isInstanceOf(AccessDeniedException.class);
        refused(net.village(), id, "extension-too-long", (j, a, v) -> events.extend(j, a, id, v, 9, "Rain"));

        act(net.village(), id, (j, a, v) -> events.extend(j, a, id, v, 2, "Rain"));

        assertThat(due(id)).isEqualTo(before.plus(Duration.ofDays(4)));
        refused(net.village(), id, "extended-enough", (j, a, v) -> events.extend(j, a, id, v, 1, "More rain"));
    }

    @Test
    void cannotBeExtendedWhenItIsTooLate() {
        var id = fixtures.reportedAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), ""));
        clock.advance(Duration.ofDays(4));

        refused(net.village(), id, "too-late-to-extend", (j, a, v) -> events.extend(j, a, id, v, 1, "Rain"));
    }

    @Test
    void climbsByTheClockWhenNobodyActs() {
        var id = fixtures.reportedAt(net.grid());

        clock.advance(Duration.ofHours(35));
        escalation.run(Jurisdiction.within(net.county()));
        assertThat(view(id).row().holderPlace()).isEqualTo(net.village().value());
        clock.advance(Duration.ofHours(1));
        sweep();
        assertThat(view(id).row().holderPlace()).isEqualTo(net.township().value());
        clock.advance(Duration.ofHours(12));
        sweep();
        assertThat(view(id).row().holderPlace()).isEqualTo(net.county().value());
        assertThat(view(id).escalatesAt()).isNull();
        assertThat(view(id).lines()).filteredOn(GridEventView.Line::byClock).hasSize(2);
    }

    @Test
    void timeIsTheHoldersTime() {
        var id = fixtures.reportedAt(net.grid());
        clock.advance(Duration.ofHours(2));
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.grid(), ""));
        clock.advance(Duration.ofHours(5));
        act(net.village(), id, (j, a, v) -> events.pause(j, a, id, v, "The road is closed by order"));
        clock.advance(Duration.ofHours(24));
        assertThat(view(id).row().dueAt()).isNull();
        act(net.village(), id, (j, a, v) -> events.resume(j, a, id, v, "Open again"));
        clock.advance(Duration.ofHours(1));
        act(net.grid(), id, (j, a, v) -> events.escalate(j, a, id, v, "Too big for us"));

        assertThat(view(id).timeByHolder())
                .containsEntry("East Village", Duration.ofHours(2))
                .containsEntry("First Grid", Duration.ofHours(6));
        assertThat(fixtures.rows(net.county(), Double.class, """
                select coalesce(sum(extract(epoch from coalesce(upper(held), lower(held)) - lower(held)) / 3600), 0)::float8
                from grid_event_holder where event_id = ? and running
                """, id.value())).containsExactly(8.0);
    }

    @Test
    void deadlinesThatAreKeptAreThoseThatAreComputed() {
        var id = fixtures.doneAt(net.grid());
        var view = view(id);
        var clockOfCase = MoveLog.clockOf(
                view.lines().stream().map(GridEventView.Line::move).toList());
        var limit = Objects.requireNonNull(view.limit()).time();

        assertThat(limit.pace()).isEqualTo(Pace.WORKING_DAYS);
        assertThat(clockOfCase.deadline(calendar.workTime(), limit)).contains(due(id));
    }

    @Test
    void nobodyChecksHisOwnWork() {
        var id = fixtures.reportedAt(net.county());
        act(net.county(), id, (j, a, v) -> events.assign(j, a, id, v, net.county(), ""));
        act(net.county(), id, (j, a, v) -> events.done(j, a, id, v, "Done by myself", List.of()));

        refused(net.county(), id, "own-work", (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
    }

    @Test
    void whatIsNotRightGoesBackToWhoHandledIt() {
        var id = fixtures.doneAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.rework(j, a, id, v, "Half of it is still there"));

        assertThat(view(id).row().state()).isEqualTo(EventState.ASSIGNED);
        assertThat(view(id).row().holderPlace()).isEqualTo(net.grid().value());
        assertThat(view(id).handled()).isNull();
    }

    @Test
    void silenceIsNoConsentAndNotSolvedIsOpenAgain() {
        var id = fixtures.doneAt(net.grid());
        var slip = fixtures.as(net.village(), (j, a) -> slips.issue(j, a, id)).orElseThrow();
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
        assertThat(slips.open(slip.code()).orElseThrow().solved()).isNull();

        slips.answer(slip.code(), NOT_SOLVED);

        assertThat(view(id).row().state()).isEqualTo(EventState.ACCEPTED);
        assertThat(view(id).row().holderPlace()).isEqualTo(net.village().value());
        assertThat(view(id).answers())
                .extracting(GridEventView.AnswerRow::solved)
                .containsExactly(false);
        assertThatThrownBy(() -> slips.answer(slip.code(), SOLVED)).hasMessageContaining("not-closed");
    }

    @Test
    void reopensForThirtyDaysAndNoLonger() {
        var id = fixtures.doneAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
        clock.advance(Duration.ofDays(30));
        assertThat(fixtures.view(net.village(), id).acts()).contains(Act.REOPEN);
        clock.advance(Duration.ofSeconds(1));

        refused(net.village(), id, "too-late-to-reopen", (j, a, v) -> events.reopen(j, a, id, v, "Back"));
    }

    @Test
    void callsADepartmentThatSeesTheQuestionAndNothingElse() {
        var id = fixtures.reportedAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.accept(j, a, id, v));
        act(net.village(), id, (j, a, v) -> events.escalate(j, a, id, v, "A burst main"));
        act(
                net.township(),
                id,
                (j, a, v) -> events.whistle(
                        j, a, id, v, new CallForHelp(List.of(net.department()), "Who repairs the main?", true)));

        var asked = fixtures.as(net.department(), (j, a) -> calls.asked(j, 10)).get(0);
        assertThat(asked.replyDue()).isEqualTo(clock.instant().plus(Duration.ofHours(2)));
        assertThat(fixtures.<Optional<GridEventView>>as(net.department(), (j, a) -> queries.view(j, a, id)))
                .isEmpty();

        fixtures.as(net.department(), (j, a) -> {
            calls.reply(j, a, new CallId(asked.callId()), "We come at three");
            return true;
        });
        assertThat(view(id).calls()).extracting(CallRow::reply).containsExactly("We come at three");
        assertThat(view(id).row().holderPlace()).isEqualTo(net.township().value());
        assertThat(fixtures.<Optional<CallRow>>as(
                        net.places().west(), (j, a) -> calls.find(j, new CallId(asked.callId()))))
                .isEmpty();
        assertThatThrownBy(() -> fixtures.sql(
                        net.department(),
                        "update grid_event_call set question = 'Other' where call_id = ?",
                        asked.callId()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void mergedItKeepsItsReporter() {
        var first = fixtures.reportedAt(net.grid());
        var second = fixtures.reportedAt(net.otherGrid());
        var receipt = view(first).row().receipt();
        act(net.village(), second, (j, a, v) -> events.merge(j, a, second, v, receipt));

        assertThat(view(second).row().state()).isEqualTo(EventState.MERGED);
        assertThat(view(first).merged())
                .extracting(EventRow::reportedPerson)
                .containsExactly("Holder at " + net.otherGrid());
        refused(net.village(), first, "no-such-receipt", (j, a, v) -> events.merge(j, a, first, v, "NONE"));
    }

    @Test
    void goesToPetitionForGood() {
        var id = fixtures.reportedAt(net.grid());
        act(
                net.village(),
                id,
                (j, a, v) -> events.transfer(j, a, id, v, ExclusiveChannel.PETITION, "Already in petition"));

        assertThat(view(id).row().holderPlace()).isNull();
        assertThat(view(id).acts()).isEmpty();
    }

    @Test
    void whatIsConfidentialIsNotSeenByOtherGridWorkers() {
        var id = fixtures.reportedAt(net.village(), "0803");
        assertThat(view(id).row().confidential()).isTrue();
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, net.village(), ""));
        var inGrid = GridEventId.next();
        fixtures.as(
                net.village(),
                (j, a) -> events.report(j, a, fixtures.report(inGrid, net.grid(), "0304", ""), List.of()));

        assertThat(fixtures.<Optional<GridEventView>>as(net.grid(), (j, a) -> queries.view(j, a, inGrid)))
                .isEmpty();
        assertThat(fixtures.<Long>as(net.grid(), (j, a) -> queries.counts(j, a).open()))
                .isZero();
        act(net.village(), inGrid, (j, a, v) -> events.assign(j, a, inGrid, v, net.grid(), ""));
        assertThat(fixtures.<Optional<GridEventView>>as(net.grid(), (j, a) -> queries.view(j, a, inGrid)))
                .isPresent();
    }

    @Test
    void saysWhatMayBeTheSame() {
        var id = fixtures.reportedAt(net.grid());

        assertThat(fixtures.<List<EventRow>>as(net.village(), (j, a) -> queries.alike(j, a, net.grid(), "0502", null)))
                .extracting(EventRow::eventId)
                .containsExactly(id.value());
        assertThat(fixtures.<List<EventRow>>as(net.village(), (j, a) -> queries.alike(j, a, net.grid(), "0601", null)))
                .isEmpty();
        assertThat(fixtures.<List<EventRow>>as(
                        net.village(), (j, a) -> queries.alike(j, a, net.otherGrid(), "0501", null)))
                .isEmpty();
    }

    @Test
    void lieNowhereOutsideTheJurisdiction() {
        var id = fixtures.reportedAt(net.grid());

        assertThat(fixtures.<Optional<GridEventView>>as(net.places().west(), (j, a) -> queries.view(j, a, id)))
                .isEmpty();
        assertThatThrownBy(() -> fixtures.as(net.places().west(), (j, a) -> {
                    events.accept(j, a, id, 0);
                    return true;
                }))
                .isInstanceOf(GridEventNotFound.class);
    }

    @Test
    void twoWhoCloseAReturnedEventAtTheSameMomentLeaveOneClosing() throws Exception {
        var id = fixtures.doneAt(net.grid());
        act(net.village(), id, (j, a, v) -> events.rework(j, a, id, v, "Not clean yet"));
        act(net.grid(), id, (j, a, v) -> events.done(j, a, id, v, "Clean now", List.of()));
        var version = fixtures.version(net.village(), id);
        var together = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            var closings = List.of(net.village(), net.township()).stream()
                    .map(place -> both.submit(() -> {
                        together.await();
                        fixtures.as(place, (j, a) -> {
                            events.verifyAndClose(j, a, id, version, "");
                            return true;
                        });
                        return true;
                    }))
                    .toList();

            assertThat(closings).filteredOn(GridEventServiceTests::succeeds).hasSize(1);
        } finally {
            both.shutdown();
        }
        assertThat(view(id).lines())
                .filteredOn(line -> line.move().kind() == MoveKind.CLOSE)
                .hasSize(1);
        assertThatThrownBy(() -> fixtures.as(net.township(), (j, a) -> {
                    events.verifyAndClose(j, a, id, version, "");
                    return true;
                }))
                .isInstanceOf(GridEventStale.class);
    }

    @Test
    void theDatabaseRefusesWhatTheLoopDoesNotKnow() {
        var id = fixtures.reportedAt(net.grid());

        illegal("a move that leads nowhere", () -> insertMove(id, 2, "CLOSE", "REPORTED", "CLOSED", null));
        illegal("a move from where it is not", () -> insertMove(id, 2, "START", "ASSIGNED", "HANDLING", net.grid()));
        illegal("a move out of turn", () -> insertMove(id, 3, "ACCEPT", "REPORTED", "ACCEPTED", net.village()));
        illegal(
                "a state that the log does not know",
                () -> fixtures.sql(
                        net.village(), "update grid_event set state = 'ACCEPTED' where event_id = ?", id.value()));
        illegal(
                "a log without its event",
                () -> insertMove(id, 2, "ACCEPT", "REPORTED", "ACCEPTED", net.township(), true));
        illegal(
                "an open event that nobody holds",
                () -> fixtures.sql(
                        net.village(),
                        "update grid_event set holder_place = null, held_since = null where event_id = ?",
                        id.value()));
        illegal(
                "a log that is changed",
                () -> fixtures.sql(
                        net.village(), "update grid_event_move set note = 'x' where event_id = ?", id.value()));
        illegal("a closing that nobody checked", () -> fixtures.sql(net.village(), """
                update grid_event set state = 'CLOSED', holder_place = null, held_since = null, closed_at = now(),
                  handled_at = now(), handled_post = 'a', handled_person = 'A', result = 'x' where event_id = ?
                """, id.value()));
    }

    @Test
    void theDatabaseKnowsOneHolderAtATime() {
        var id = fixtures.reportedAt(net.grid());

        illegal(
                "a holder beside the log",
                () -> fixtures.sql(
                        net.village(),
                        """
                insert into grid_event_holder (event_id, place_code, from_move, holder_place, running, held)
                values (?, ?, 9, ?, true, tstzrange(now(), null))
                """,
                        id.value(),
                        net.grid().value(),
                        net.county().value()));
        illegal(
                "a holding that is shortened",
                () -> fixtures.sql(
                        net.village(), "update grid_event_holder set held = 'empty' where event_id = ?", id.value()));
        assertThat(fixtures.rows(net.county(), String.class, """
                select pg_get_constraintdef(oid) from pg_constraint where conname = 'grid_event_one_holder'
                """).get(0))
                .contains("EXCLUDE USING gist (event_id WITH =, held WITH &&)");
    }

    @Test
    void theDatabaseRefusesThatAnybodyJudgesHisOwnWork() {
        var id = fixtures.doneAt(net.grid());
        illegal("checked by the handler", () -> fixtures.sql(net.village(), """
                update grid_event set verified_at = now(), verified_by = handled_by, verified_post = 'other',
                  verified_person = 'Other' where event_id = ?
                """, id.value()));
        illegal("checked by the same person at another post", () -> fixtures.sql(net.village(), """
                update grid_event set verified_at = now(), verified_post = 'other', verified_person = handled_person
                where event_id = ?
                """, id.value()));
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
        illegal("solved, says the handler", () -> fixtures.sql(net.village(), """
                insert into grid_event_answer (event_id, round, place_code, answered_at, via, account_id, post, person, solved,
                  stars, words)
                select event_id, round, place_code, now(), 'CALL_BACK', handled_by, 'x', 'X', true, 5, ''
                from grid_event where event_id = ?
                """, id.value()));
    }

    private void illegal(String what, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).as(what).isInstanceOf(DataAccessException.class);
    }

    private void insertMove(
            GridEventId id, int number, String kind, String from, String to, @Nullable PlaceCode holder) {
        insertMove(id, number, kind, from, to, holder, false);
    }

    /** Touching the event makes the database compare it with its log. */
    private void insertMove(
            GridEventId id,
            int number,
            String kind,
            String from,
            String to,
            @Nullable PlaceCode holder,
            boolean touch) {
        fixtures.sql(
                net.village(),
                """
                with written as (insert into grid_event_move (event_id, number, place_code, at, kind, from_state, to_state,
                  holder_place, post, person, note)
                values (?, ?, ?, now() + interval '1 year', ?, ?, ?, nullif(?, ''), 'x', 'X', ''))
                update grid_event set spot = spot where event_id = ? and ?
                """,
                id.value(),
                number,
                net.grid().value(),
                kind,
                from,
                to,
                holder == null ? "" : holder.value(),
                id.value(),
                touch);
    }

    private static boolean succeeds(Future<?> closing) {
        try {
            closing.get();
            return true;
        } catch (Exception failed) {
            assertThat(failed.getCause())
                    .isInstanceOfAny(OptimisticLockingFailureException.class, GridEventStale.class);
            return false;
        }
    }

    private void sweep() {
        try (var scope = Scope.as(Jurisdiction.within(net.county()))) {
            escalation.run(Jurisdiction.within(net.county()));
        }
    }

    private GridEventView view(GridEventId id) {
        return fixtures.view(net.county(), id);
    }

    private Instant due(GridEventId id) {
        return Objects.requireNonNull(view(id).row().dueAt());
    }

    private void act(PlaceCode place, GridEventId id, Verb verb) {
        var version = fixtures.version(place, id);
        fixtures.as(place, (jurisdiction, actor) -> {
            verb.act(jurisdiction, actor, version);
            return true;
        });
    }

    private void refused(PlaceCode place, GridEventId id, String reason, Verb verb) {
        assertThatThrownBy(() -> act(place, id, verb))
                .isInstanceOf(GridEventRefused.class)
                .hasMessageContaining("grid.event.refused." + reason);
    }

    private interface Verb {

        void act(Jurisdiction jurisdiction, Actor actor, long version);
    }
}
