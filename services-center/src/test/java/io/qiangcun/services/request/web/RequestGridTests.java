package io.qiangcun.services.request.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.grid.gridevent.ExclusiveChannel;
import io.qiangcun.grid.gridevent.GridEventId;
import io.qiangcun.grid.gridevent.GridEventService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A request becomes a grid event and comes back. Today is Monday, 16 November 2026. */
@ApplicationTest
class RequestGridTests {

    private static final String MATTER = "Old Li says the lamp at 138 1234 5678 is broken";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    EventFixtures grids;

    @Autowired
    GridEventService events;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private Net net;

    @BeforeEach
    void plant() {
        net = grids.plant();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void itIsSeenToByAGridWorkerAndAnsweredByItsHolder() {
        var receipt = asked(net.village());
        var page = claimedAndAccepted(receipt);
        assertThat(get(page, net.village())).bodyText().contains("交给网格处理", "路灯", "First Grid", "2026-11-30");
        assertThat(toGrid(page, "2", net.grid())).hasStatus3xxRedirection();

        var event = eventOf(page);
        assertThat(get("/grid/events/" + event, net.grid()))
                .hasStatusOk()
                .bodyText()
                .contains("来源", "群众诉求", "the lamp", "***", "Behind the school")
                .doesNotContain("Old Li")
                .doesNotContain("1234")
                .doesNotContain(receipt);
        assertThat(get("/grid/events/" + event, net.village())).bodyText().contains(receipt, page);
        assertThat(track(receipt))
                .bodyText()
                .contains("已经交给网格员上门处理", "2026-11-30")
                .doesNotContain("Behind the school");
        assertThat(act(page, "DECIDE", Map.of("version", "3", "outcome", "SOLVED", "note", "Done"), net.village()))
                .hasStatus(422)
                .bodyText()
                .contains("等网格事件办完转回以后才能办结");

        dealtWith(event);

        assertThat(get(page, net.village()))
                .bodyText()
                .contains("网格处理后转回", "A new lamp", "网格事件 " + eventReceipt(event), "派遣");
        assertThat(track(receipt))
                .bodyText()
                .contains("网格员已经处理")
                .doesNotContain("A new lamp")
                .doesNotContain("Holder at");
        assertThat(act(page, "DECIDE", Map.of("version", "4", "outcome", "SOLVED", "note", "It shines"), net.village()))
                .hasStatus3xxRedirection();
        assertThat(read("select ended_as from services_request_event")).isEqualTo("CLOSED");
    }

    @Test
    void theClockGoesOnMeanwhile() {
        var page = claimedAndAccepted(asked(net.village()));
        toGrid(page, "2", net.grid());
        clock.set(LocalDate.of(2026, 12, 1));

        assertThat(get(page, net.village())).bodyText().contains("2026-11-30", "超期");
    }

    @Test
    void onlyItsHolderHandsItOverAndOnlyDownwards() {
        var page = page(asked(net.village()));
        assertThat(toGrid(page, "0", net.grid())).hasStatus(422);
        act(page, "CLAIM", Map.of(), net.village());
        assertThat(toGrid(page, "1", net.places().west())).hasStatus(422);
        assertThat(act(page, "HAND_TO_GRID", grid("1", net.grid(), "9999"), net.village()))
                .hasStatus(422)
                .bodyText()
                .contains("Behind the school");
        assertThat(act(page, "HAND_TO_GRID", grid("0", net.grid(), "0601"), net.village()))
                .hasStatus(409);
        assertThat(act(
                        page,
                        "HAND_TO_GRID",
                        grid("1", net.grid(), "0601"),
                        net.places().west()))
                .hasStatus(404);
        assertThat(toGrid(page, "1", net.grid())).hasStatus3xxRedirection();
        assertThat(toGrid(page, "2", net.grid())).hasStatus(422);
        assertThat(read("select count(*)::text from grid_event where place_code = '" + net.grid() + "'"))
                .isEqualTo("1");
    }

    @Test
    void anEventThatIsTakenUpAgainTakesTheRequestAlong() {
        var page = claimedAndAccepted(asked(net.village()));
        toGrid(page, "2", net.grid());
        var event = eventOf(page);
        dealtWith(event);
        grids.as(net.township(), (jurisdiction, actor) -> {
            events.reopen(jurisdiction, actor, id(event), grids.version(net.township(), id(event)), "Dark again");
            return true;
        });

        assertThat(get(page, net.village())).bodyText().contains("网格继续处理");
        assertThat(act(page, "DECIDE", Map.of("version", "5", "outcome", "SOLVED", "note", "Done"), net.village()))
                .hasStatus(422);
    }

    @Test
    void whatWasAskedOfTheTownshipComesBackFromTheVillageToo() {
        var page = page(asked(net.township()));
        act(page, "CLAIM", Map.of(), net.township());
        act(page, "HAND_TO_GRID", grid("1", net.township(), "0601"), net.township());
        var event = eventOf(page);
        grids.as(net.township(), (jurisdiction, actor) -> {
            events.assign(jurisdiction, actor, id(event), grids.version(net.township(), id(event)), net.village(), "");
            return true;
        });
        grids.as(net.village(), (jurisdiction, actor) -> {
            events.transfer(
                    jurisdiction,
                    actor,
                    id(event),
                    grids.version(net.village(), id(event)),
                    ExclusiveChannel.HOTLINE,
                    "The hotline has it");
            return true;
        });

        assertThat(get(page, net.township())).bodyText().contains("网格处理后转回", "The hotline has it");
        assertThat(get(page, net.village())).hasStatus(404);
        assertThat(read("select ended_as from services_request_event")).isEqualTo("TRANSFERRED");
    }

    @Test
    void twoReportsOfOneMatterComeBackTogether() {
        var first = claimedAndAccepted(asked(net.village()));
        toGrid(first, "2", net.grid());
        var second = claimedAndAccepted(asked(net.village()));
        toGrid(second, "2", net.grid());
        var into = eventOf(first);
        var event = eventOf(second);
        grids.as(net.village(), (jurisdiction, actor) -> {
            events.merge(jurisdiction, actor, id(event), grids.version(net.village(), id(event)), eventReceipt(into));
            return true;
        });
        dealtWith(into);

        assertThat(get(first, net.village())).bodyText().contains("网格处理后转回");
        assertThat(get(second, net.village())).bodyText().contains("网格处理后转回");
    }

    @Test
    void whoTakesItBackWaitsForNoGrid() {
        var receipt = asked(net.village());
        var page = claimedAndAccepted(receipt);
        toGrid(page, "2", net.grid());
        var event = eventOf(page);
        assertThat(post("/services/track/withdraw", new HashMap<>(Map.of("receipt", receipt, "tail", "5678"))))
                .hasStatusOk();
        dealtWith(event);

        assertThat(read("select ended_as from services_request_event")).isEqualTo("LEFT");
    }

    @Test
    void theDatabaseKnowsOneOpenEventAndNoDecisionMeanwhile() {
        var page = claimedAndAccepted(asked(net.village()));
        toGrid(page, "2", net.grid());

        assertThatThrownBy(() -> as("""
                        insert into services_request_event (request_id, place_code, event_id, handed_at)
                        select request_id, place_code, gen_random_uuid(), now() from services_request
                        """)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as("update services_request set state = 'DECIDED', outcome = 'SOLVED', result = 'x', "
                        + "decided_at = now(), decided_post = 'x', decided_person = 'y'"))
                .isInstanceOf(DataAccessException.class);
        assertThat(get("/services/inbox", net.places().west())).bodyText().doesNotContain("the lamp");
    }

    @Test
    void bothStoriesCostFewStatements() throws Exception {
        var page = claimedAndAccepted(asked(net.village()));
        toGrid(page, "2", net.grid());

        assertThat(statementsOf(() -> get(page, net.village()))).hasSizeLessThanOrEqualTo(15);
    }

    private void dealtWith(String event) {
        var id = id(event);
        grids.as(net.village(), (jurisdiction, actor) -> {
            events.assign(jurisdiction, actor, id, grids.version(net.village(), id), net.grid(), "");
            return true;
        });
        grids.as(net.grid(), (jurisdiction, actor) -> {
            events.done(jurisdiction, actor, id, grids.version(net.grid(), id), "A new lamp", List.of());
            return true;
        });
        grids.as(net.village(), (jurisdiction, actor) -> {
            events.verifyAndClose(jurisdiction, actor, id, grids.version(net.village(), id), "");
            return true;
        });
    }

    private static GridEventId id(String event) {
        return GridEventId.valueOf(event);
    }

    private MvcTestResult toGrid(String page, String version, PlaceCode to) {
        return act(page, "HAND_TO_GRID", grid(version, to, "0601"), net.village());
    }

    private static Map<String, String> grid(String version, PlaceCode to, String kind) {
        return Map.of("version", version, "place", to.value(), "kind", kind, "note", "Behind the school");
    }

    private String claimedAndAccepted(String receipt) {
        var page = page(receipt);
        act(page, "CLAIM", Map.of(), net.village());
        act(page, "ACCEPT", Map.of("version", "1"), net.village());
        return page;
    }

    private String asked(PlaceCode place) {
        var id = UUID.randomUUID().toString();
        post(
                "/services/ask",
                Map.of(
                        "id",
                        id,
                        "purpose",
                        "PROBLEM",
                        "matter",
                        MATTER,
                        "place",
                        place.value(),
                        "applicant",
                        "Old Li",
                        "phone",
                        "138 1234 5678"));
        return read("select receipt from services_request where request_id = '" + id + "'");
    }

    private String page(String receipt) {
        return "/services/requests/"
                + read("select request_id::text from services_request where receipt = '" + receipt + "'");
    }

    private String eventOf(String page) {
        return read("select event_id::text from services_request where request_id = '"
                + page.substring(page.lastIndexOf('/') + 1) + "'");
    }

    private String eventReceipt(String event) {
        return read("select receipt from grid_event where event_id = '" + event + "'");
    }

    private MvcTestResult track(String receipt) {
        return post("/services/track", Map.of("receipt", receipt, "tail", "5678"));
    }

    private MvcTestResult act(String page, String act, Map<String, String> values, PlaceCode at) {
        var request = mvc.post().uri(page).with(SignedIn.at(at)).param("act", act);
        values.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String path, PlaceCode at) {
        return mvc.get().uri(path).with(SignedIn.at(at)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> values) {
        var request = mvc.post().uri(path).with(csrf());
        values.forEach(request::param);
        return request.exchange();
    }

    private String read(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(net.county()))) {
            return String.valueOf(transaction.<String>execute(
                    status -> database.sql(sql).query(String.class).single()));
        }
    }

    private void as(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(net.village()))) {
            transaction.executeWithoutResult(status -> database.sql(sql).update());
        }
    }
}
