package io.qiangcun.grid.gridevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.grid.network.GridFixtures;
import io.qiangcun.grid.network.GridService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of open events when the grid that has them ends. */
@ApplicationTest
class EventsOfGridsTests {

    @Autowired
    EventFixtures fixtures;

    @Autowired
    GridEventService events;

    @Autowired
    GridService grids;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    private Net net;
    private PlaceCode ending;
    private PlaceCode other;

    @BeforeEach
    void plant() {
        net = fixtures.plant();
        ending = GridFixtures.gridIn(grids, database, net.village(), "Ending");
        other = GridFixtures.gridIn(grids, database, net.village(), "Other");
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void whatIsOpenInAMergedGridGoesOnWithItsSuccessorAsItStood() {
        var all = inEveryState();
        merge();

        all.forEach((state, id) -> {
            var view = fixtures.view(net.village(), id);
            assertThat(view.row().state()).as(state.name()).isEqualTo(state);
            assertThat(view.place()).isEqualTo(other);
            assertThat(view.row().holderPlace()).isNotEqualTo(ending.value());
            assertThat(view.lines()).last().satisfies(line -> {
                assertThat(line.move().kind()).isEqualTo(MoveKind.FOLLOW);
                assertThat(line.move().note()).isEqualTo("Ending");
            });
            heldByExactlyOne(id);
        });
        // the workers of the other grid see it, its whole log, and can finish it
        var assigned = in(all, EventState.ASSIGNED);
        assertThat(fixtures.view(other, assigned).lines()).hasSize(4);
        act(other, assigned, (j, a, v) -> events.done(j, a, assigned, v, "Done", List.of()));
        act(net.village(), assigned, (j, a, v) -> events.verifyAndClose(j, a, assigned, v, ""));
        heldByExactlyOne(assigned);
        var done = in(all, EventState.DONE);
        act(net.village(), done, (j, a, v) -> events.rework(j, a, done, v, "Not yet"));
        assertThat(fixtures.view(other, done).row().holderPlace()).isEqualTo(other.value());
    }

    @Test
    void whatIsOpenInAClosedGridIsDecidedAnewByTheVillage() {
        var all = inEveryState();
        close();

        all.forEach((state, id) -> {
            var view = fixtures.view(net.village(), id);
            assertThat(view.place()).isEqualTo(net.village());
            assertThat(view.row().holderPlace()).isEqualTo(net.village().value());
            assertThat(view.lines())
                    .last()
                    .satisfies(line -> assertThat(line.move().note()).isEqualTo("Ending · Too small"));
            heldByExactlyOne(id);
        });
        assertThat(state(in(all, EventState.REPORTED))).isEqualTo(EventState.REPORTED);
        assertThat(state(in(all, EventState.ASSIGNED))).isEqualTo(EventState.ACCEPTED);
        assertThat(state(in(all, EventState.HANDLING))).isEqualTo(EventState.ACCEPTED);
        assertThat(state(in(all, EventState.DONE))).isEqualTo(EventState.DONE);
        var paused = in(all, EventState.PAUSED);
        act(net.township(), paused, (j, a, v) -> events.resume(j, a, paused, v, "Again"));
        assertThat(state(paused)).isEqualTo(EventState.ACCEPTED);
        act(net.village(), paused, (j, a, v) -> events.assign(j, a, paused, v, net.village(), ""));
        act(net.village(), paused, (j, a, v) -> events.done(j, a, paused, v, "Done", List.of()));
        heldByExactlyOne(paused);
    }

    @Test
    void whatAGridHasOfTheWholeVillageGoesOnToo() {
        var id = fixtures.reportedAt(net.village());
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, ending, ""));
        merge();

        var view = fixtures.view(net.village(), id);
        assertThat(view.place()).isEqualTo(other);
        assertThat(view.row().holderPlace()).isEqualTo(other.value());
        heldByExactlyOne(id);
    }

    @Test
    void whatIsReportedOfTheWholeVillageIsSeenAndDoneByTheGridThatGetsIt() {
        var id = fixtures.reportedAt(net.village());
        clock.advance(Duration.ofHours(1));
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, ending, ""));

        assertThat(fixtures.view(ending, id).lines()).hasSize(3);
        act(ending, id, (j, a, v) -> events.giveBack(j, a, id, v, "Not here"));
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, other, ""));
        act(other, id, (j, a, v) -> events.done(j, a, id, v, "Done", List.of()));
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));

        assertThat(fixtures.view(other, id).row().state()).isEqualTo(EventState.CLOSED);
        assertThatThrownBy(() -> fixtures.view(ending, id)).isInstanceOf(NoSuchElementException.class);
        heldByExactlyOne(id);
    }

    @Test
    void whatIsOfTheWholeTownshipGoesFromVillageToGrid() {
        var id = fixtures.reportedAt(net.township());
        act(net.township(), id, (j, a, v) -> events.assign(j, a, id, v, net.village(), ""));
        act(net.village(), id, (j, a, v) -> events.giveBack(j, a, id, v, "Of the other village"));
        act(
                net.township(),
                id,
                (j, a, v) -> events.assign(j, a, id, v, net.places().west(), ""));

        assertThat(fixtures.view(net.places().west(), id).row().holderPlace())
                .isEqualTo(net.places().west().value());
        assertThatThrownBy(() -> fixtures.view(net.village(), id)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void whatIsReportedInOneGridIsNotGivenToAnother() {
        var id = fixtures.reportedAt(ending);

        assertThatThrownBy(() -> act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, other, "")))
                .isInstanceOf(GridEventRefused.class);
    }

    @Test
    void whatIsOpenAgainLiesWhereItsGridHasGone() {
        var id = fixtures.doneAt(ending);
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
        merge();
        act(net.village(), id, (j, a, v) -> events.reopen(j, a, id, v, "Again"));

        assertThat(fixtures.view(net.village(), id).place()).isEqualTo(other);
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, other, ""));
        assertThat(fixtures.view(other, id).row().holderPlace()).isEqualTo(other.value());
        heldByExactlyOne(id);
    }

    @Test
    void whatIsOpenAgainAfterItsGridWasGivenUpLiesInTheVillage() {
        var id = fixtures.doneAt(ending);
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
        close();
        act(net.village(), id, (j, a, v) -> events.reopen(j, a, id, v, "Again"));

        assertThat(fixtures.view(net.village(), id).place()).isEqualTo(net.village());
        heldByExactlyOne(id);
    }

    @Test
    void nothingIsReportedInAGridThatWasGivenUp() {
        close();

        assertThatThrownBy(() -> fixtures.reportedAt(ending))
                .isInstanceOfSatisfying(GridEventRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("grid.event.refused.closed-place"));
    }

    @Test
    void whatIsOverStaysWhereItWas() {
        var id = fixtures.doneAt(ending);
        act(net.village(), id, (j, a, v) -> events.verifyAndClose(j, a, id, v, ""));
        merge();

        assertThat(fixtures.view(net.village(), id).place()).isEqualTo(ending);
    }

    @Test
    void noEventLeavesAGridThatGoesOn() {
        var id = fixtures.reportedAt(ending);

        assertThatThrownBy(() -> fixtures.sql(
                        net.township(),
                        "update grid_event set place_code = ? where event_id = ?",
                        other.value(),
                        id.value()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> fixtures.sql(
                        net.township(),
                        "update grid_event_move set place_code = ? where event_id = ?",
                        other.value(),
                        id.value()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> fixtures.sql(
                        net.township(), "update grid_event_move set note = 'x' where event_id = ?", id.value()))
                .isInstanceOf(DataAccessException.class);
    }

    private Map<EventState, GridEventId> inEveryState() {
        var reported = fixtures.reportedAt(ending);
        var accepted = fixtures.reportedAt(ending);
        act(net.village(), accepted, (j, a, v) -> events.accept(j, a, accepted, v));
        var assigned = assigned();
        var handling = assigned();
        act(ending, handling, (j, a, v) -> events.start(j, a, handling, v));
        var paused = assigned();
        act(net.village(), paused, (j, a, v) -> events.pause(j, a, paused, v, "The road is closed by order"));
        var done = fixtures.doneAt(ending);
        clock.advance(Duration.ofHours(2));
        return Map.of(
                EventState.REPORTED,
                reported,
                EventState.ACCEPTED,
                accepted,
                EventState.ASSIGNED,
                assigned,
                EventState.HANDLING,
                handling,
                EventState.PAUSED,
                paused,
                EventState.DONE,
                done);
    }

    private GridEventId assigned() {
        var id = fixtures.reportedAt(ending);
        act(net.village(), id, (j, a, v) -> events.assign(j, a, id, v, ending, ""));
        return id;
    }

    private static GridEventId in(Map<EventState, GridEventId> all, EventState state) {
        return Objects.requireNonNull(all.get(state));
    }

    private void merge() {
        fixtures.as(net.township(), (jurisdiction, actor) -> {
            grids.merge(jurisdiction, ending, 0, other, TestClock.TODAY);
            return true;
        });
    }

    private void close() {
        fixtures.as(net.township(), (jurisdiction, actor) -> {
            grids.close(jurisdiction, ending, 0, TestClock.TODAY, "Too small");
            return true;
        });
    }

    private EventState state(GridEventId id) {
        return fixtures.view(net.village(), id).row().state();
    }

    /** From the report on, until it is over: each span begins where the one before it ends. */
    private void heldByExactlyOne(GridEventId id) {
        var spans = new ArrayList<>(fixtures.rows(net.village(), String.class, """
                select lower(held) || '/' || coalesce(upper(held)::text, '') from grid_event_holder
                where event_id = ? and not isempty(held) order by from_move
                """, id.value()));
        assertThat(spans).isNotEmpty();
        for (var at = 1; at < spans.size(); at++) {
            assertThat(spans.get(at).split("/", -1)[0])
                    .isEqualTo(spans.get(at - 1).split("/", -1)[1]);
        }
        var over = state(id).isOver();
        assertThat(spans.get(spans.size() - 1).endsWith("/")).isEqualTo(!over);
    }

    private void act(PlaceCode place, GridEventId id, Verb verb) {
        var version = fixtures.version(place, id);
        fixtures.as(place, (jurisdiction, actor) -> {
            verb.act(jurisdiction, actor, version);
            return true;
        });
    }

    private interface Verb {

        void act(Jurisdiction jurisdiction, Actor actor, long version);
    }
}
