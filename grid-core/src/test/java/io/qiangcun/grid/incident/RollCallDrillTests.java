package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.AccountId;
import io.qiangcun.core.account.AccountService;
import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.OpenAccount;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.dashboard.Todos;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A drill by the clock of the tests: 506 posts, every tenth is silent. */
@ApplicationTest
class RollCallDrillTests {

    private static final int POSTS = 506;

    @Autowired
    PlaceTree tree;

    @Autowired
    AccountService accounts;

    @Autowired
    IncidentFixtures incidents;

    @Autowired
    IncidentQueries queries;

    @Autowired
    RollCalls rollCalls;

    @Autowired
    UnreachedRule rule;

    @Autowired
    Todos todos;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    TestClock clock;

    PlaceFixtures places;
    Jurisdiction county;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        county = Jurisdiction.within(places.county());
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void allWhoAreSilentAreListedWithinTheLimitAndTheirSuperiorsAreTold() {
        openPosts();
        var flood = incidents.begun(places.county(), "FLOOD");
        var rollCall = incidents.called(places.county(), flood);
        var calls = calls(rollCall);
        assertThat(calls).hasSize(POSTS);

        var silent = new ArrayList<UUID>();
        for (var at = 0; at < calls.size(); at++) {
            if (at % 10 == 0) {
                silent.add(calls.get(at).callId());
            } else {
                answer(calls.get(at));
            }
        }
        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(unreached(rollCall)).isEmpty();
        assertThat(findings()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        summon();

        assertThat(unreached(rollCall))
                .containsExactlyInAnyOrderElementsOf(silent)
                .hasSize(51);
        assertThat(told(1)).containsExactlyInAnyOrderElementsOf(silent);
        assertThat(waitingFor(places.township())).isEqualTo(51);
        assertThat(waitingFor(places.county())).isZero();
        assertThat(findings())
                .containsExactly(places.east().value(), places.west().value());

        clock.advance(Duration.ofMinutes(10));
        summon();
        summon();
        assertThat(told(2)).containsExactlyInAnyOrderElementsOf(silent);
        assertThat(waitingFor(places.county())).isEqualTo(51);

        incidents.ended(places.county(), flood);
        assertThat(findings()).isEmpty();
        assertThat(waitingFor(places.county())).isZero();
    }

    private void openPosts() {
        var posts = new ArrayList<OpenAccount>();
        for (var at = 0; at < POSTS; at++) {
            var place = at % 2 == 0 ? places.east() : places.west();
            posts.add(new OpenAccount(
                    place,
                    RoleName.VILLAGE,
                    "drill-" + place + "-%03d".formatted(at),
                    "Post " + at,
                    "Holder " + at,
                    null));
        }
        try (var scope = Scope.as(county)) {
            accounts.openAll(county, posts, "");
        }
    }

    private List<Called> calls(RollCallId rollCall) {
        return asCounty(() -> database.sql("""
                select call_id, account_id, login, place_code from grid_call where roll_call_id = :id order by place_code, login
                """)
                .param("id", rollCall.value())
                .query(Called.class)
                .list());
    }

    private void answer(Called called) {
        var actor =
                new Actor(new AccountId(called.accountId()), called.login(), "Post", "Holder", RoleName.VILLAGE, null);
        try (var here = SignedIn.here(database, new PlaceCode(called.placeCode()), null)) {
            rollCalls.answer(current.jurisdiction(), actor, new CallId(called.callId()));
        }
    }

    private List<UUID> unreached(RollCallId rollCall) {
        try (var here = SignedIn.here(database, places.county(), null)) {
            return queries.calls(county, rollCall).stream()
                    .filter(call -> call.word().equals("SILENT"))
                    .map(CallRow::callId)
                    .toList();
        }
    }

    private void summon() {
        try (var scope = Scope.as(county)) {
            rollCalls.summon(county);
        }
    }

    private Set<UUID> told(int rung) {
        return asCounty(() -> database
                .sql("""
                select call_id from grid_call_notice where rung = :rung and place_code >= :lo and place_code < :hi
                """)
                .param("rung", rung)
                .param("lo", county.lo())
                .param("hi", county.hi())
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toSet()));
    }

    private long waitingFor(PlaceCode place) {
        try (var here = SignedIn.here(database, place, null)) {
            return todos.of(current.jurisdiction(), current.actor(), TestClock.TODAY).stream()
                    .filter(todo -> todo.messageKey().equals("grid.incident.todo.reach"))
                    .mapToLong(Todos.Todo::count)
                    .sum();
        }
    }

    private List<String> findings() {
        try (var scope = Scope.as(county)) {
            return rule.findings(county, TestClock.TODAY)
                    .map(finding -> finding.place().value())
                    .toList();
        }
    }

    private <T> T asCounty(Supplier<T> work) {
        try (var scope = Scope.as(county)) {
            return Objects.requireNonNull(new TransactionTemplate(manager).execute(status -> work.get()));
        }
    }

    private record Called(UUID callId, UUID accountId, String login, String placeCode) {}
}
