package io.qiangcun.grid.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.shop.ShelfService.Redeem;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Points of households: who may decide, what may be spent, and one shelf under two hands. */
@ApplicationTest
class ShopServiceTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    ShopFixtures fixtures;

    @Autowired
    ShopService shop;

    @Autowired
    ShelfService shelf;

    @Autowired
    ShopQueries queries;

    @Autowired
    UnansweredObjectionRule unanswered;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    private PlaceFixtures places;
    private UUID home;

    @BeforeEach
    void aHousehold() {
        places = PlaceFixtures.plantedIn(tree);
        home = fixtures.homeIn(places.east(), "H1");
    }

    @Test
    void nobodyApprovesWhatHeEntered() {
        var fact = fixtures.entered(places.east(), home, "greening", TestClock.TODAY);
        try (var here = SignedIn.here(database, places.east(), null)) {
            refused(() -> shop.decide(current.jurisdiction(), current.actor(), fact, true, ""), "entered-it");
        }

        fixtures.approved(places.township(), fact);

        try (var here = SignedIn.here(database, places.east(), null)) {
            assertThat(queries.fact(current.jurisdiction(), fact).status()).isEqualTo("APPROVED");
        }
    }

    @Test
    void theDatabaseRefusesOnePersonInBothParts() {
        var fact = fixtures.entered(places.east(), home, "greening", TestClock.TODAY);
        assertThatThrownBy(() -> inEast("""
                update grid_shop_fact set status = 'APPROVED', decided_at = now(), decided_by = recorded_by,
                  decided_by_person = 'Somebody else' where fact_id = :id
                """, fact)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> inEast("delete from grid_shop_fact where fact_id = :id", fact))
                .hasStackTraceContaining("permission denied");
        var good = fixtures.goods(places.east(), "Soap", 5, 1);
        assertThatThrownBy(() -> inEast("update grid_shop_good set stock = 9 where good_id = :id", good))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aHouseholdGetsPointsForARuleOnceADay() {
        fixtures.entered(places.east(), home, "greening", TestClock.TODAY);

        refused(() -> fixtures.entered(places.east(), home, "greening", TestClock.TODAY), "twice");
        fixtures.entered(places.east(), home, "sewage", TestClock.TODAY);
    }

    @Test
    void pointsCountOnceTheyWerePostedAndNoObjectionWaits() {
        var approved = fixtures.approved(places.east(), home, "toilets");
        assertThat(fixtures.purse(queries, places.east(), home)).isZero();
        fixtures.published(places.east(), java.time.YearMonth.of(2026, 10));
        assertThat(fixtures.purse(queries, places.east(), home))
                .as("may still be objected to")
                .isZero();

        var fact = fixtures.usable(places.east(), home, "greening", "sewage");
        assertThat(fixtures.purse(queries, places.east(), home)).isEqualTo(10);

        fixtures.objected(places.east(), fact);
        assertThat(fixtures.purse(queries, places.east(), home)).isEqualTo(5);
        try (var here = SignedIn.here(database, places.township(), null)) {
            shop.answer(current.jurisdiction(), current.actor(), fact, true, "Nothing grows there");
        }
        assertThat(fixtures.purse(queries, places.east(), home)).isEqualTo(5);
        try (var here = SignedIn.here(database, places.east(), null)) {
            assertThat(queries.fact(current.jurisdiction(), fact).state()).isEqualTo(FactStatus.REVERSED);
            assertThat(queries.fact(current.jurisdiction(), approved).state()).isEqualTo(FactStatus.PUBLISHED);
        }
    }

    @Test
    void anObjectionThatNobodyAnswersIsFound() {
        fixtures.objected(places.east(), fixtures.approved(places.east(), home, "toilets"));
        var here = Jurisdiction.within(places.east());
        try (var scope = Scope.as(here)) {
            assertThat(unanswered.findings(here, TestClock.TODAY))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.title()).containsExactly("H1");
                        assertThat(finding.dueOn()).isEqualTo(TestClock.TODAY.plusDays(15));
                    });
        }
    }

    @Test
    void aRedemptionTakesPointsAndStockAndItsReversalGivesBothBack() {
        fixtures.usable(places.east(), home, "greening", "sewage");
        var good = fixtures.goods(places.east(), "Soap", 5, 3);

        var redemption = fixtures.redeemed(places.east(), home, good, 2);

        assertThat(stock(good)).isEqualTo(1);
        assertThat(fixtures.purse(queries, places.east(), home)).isZero();
        refused(() -> fixtures.redeemed(places.east(), home, good, 1), "too-few-points");

        for (var times = 0; times < 2; times++) {
            try (var here = SignedIn.here(database, places.east(), null)) {
                shelf.reverse(current.jurisdiction(), current.actor(), redemption, "Wrong soap");
            }
        }
        assertThat(stock(good)).isEqualTo(3);
        assertThat(fixtures.purse(queries, places.east(), home)).isEqualTo(10);
        try (var here = SignedIn.here(database, places.east(), null)) {
            assertThat(queries.movements(current.jurisdiction(), good))
                    .extracting(ShopQueries.MovementRow::kind)
                    .containsExactly("RETURNED", "REDEEMED", "RECEIVED");
        }
    }

    @Test
    void twoAtTheSameMomentNeverTakeTheLastPieceTwice() throws Exception {
        var other = fixtures.homeIn(places.east(), "H2");
        for (var each : List.of(home, other)) {
            var fact = fixtures.entered(places.east(), each, "greening", TestClock.TODAY.minusDays(70));
            fixtures.approved(places.township(), fact);
        }
        fixtures.usable(places.east(), home);
        var good = fixtures.goods(places.east(), "Soap", 5, 1);

        var outcomes = together(() -> redeem(home, good), () -> redeem(other, good));

        assertThat(outcomes).containsExactlyInAnyOrder("taken", "grid.shop.refused.out-of-stock");
        assertThat(stock(good)).isZero();
    }

    @Test
    void twoAtTheSameMomentNeverSpendTheSamePoints() throws Exception {
        fixtures.usable(places.east(), home, "greening");
        var soap = fixtures.goods(places.east(), "Soap", 5, 9);
        var salt = fixtures.goods(places.east(), "Salt", 5, 9);

        var outcomes = together(() -> redeem(home, soap), () -> redeem(home, salt));

        assertThat(outcomes).containsExactlyInAnyOrder("taken", "grid.shop.refused.too-few-points");
        assertThat(stock(soap) + stock(salt)).isEqualTo(17);
    }

    @Test
    void aCountySetsItsOwnPointsFromTodayOn() {
        try (var here = SignedIn.here(database, places.county(), null)) {
            shop.setRule(current.jurisdiction(), current.actor(), "greening", 12, true, "Order 7");
            shop.setRule(current.jurisdiction(), current.actor(), "planning", 5, false, "Order 7");
        }
        var rules = queries.rules(places.east(), TestClock.TODAY);

        assertThat(rules).extracting(ShopQueries.RuleRow::code).doesNotContain("planning");
        assertThat(rules)
                .filteredOn(rule -> rule.code().equals("greening"))
                .extracting(ShopQueries.RuleRow::amount)
                .containsExactly(12);
        assertThat(queries.rules(places.east(), TestClock.TODAY.minusDays(1)))
                .filteredOn(rule -> rule.code().equals("greening"))
                .extracting(ShopQueries.RuleRow::amount)
                .containsExactly(5);
    }

    private String redeem(UUID household, UUID good) {
        try (var here = SignedIn.here(database, places.east(), null)) {
            var actor = current.actor();
            shelf.redeem(
                    current.jurisdiction(),
                    new Actor(null, actor.login(), actor.post(), actor.holder(), actor.role(), null),
                    new Redeem(UUID.randomUUID(), places.east(), household, good, 1, TestClock.TODAY, "Somebody"));
            return "taken";
        } catch (ShopRefused refused) {
            return refused.messageKey();
        }
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... acts) throws Exception {
        var start = new CyclicBarrier(acts.length);
        var threads = Executors.newFixedThreadPool(acts.length);
        try {
            var results = threads.invokeAll(Stream.of(acts)
                    .<Callable<String>>map(act -> () -> {
                        start.await(10, TimeUnit.SECONDS);
                        return act.call();
                    })
                    .toList());
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            threads.shutdown();
        }
    }

    private int stock(UUID good) {
        try (var here = SignedIn.here(database, places.east(), null)) {
            return queries.good(current.jurisdiction(), good).stock();
        }
    }

    private void inEast(String sql, UUID id) {
        try (var here = SignedIn.here(database, places.east(), null)) {
            new TransactionTemplate(manager)
                    .executeWithoutResult(
                            status -> database.sql(sql).param("id", id).update());
        }
    }

    private static void refused(ThrowingCallable act, String why) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ShopRefused.class, no -> assertThat(no.messageKey())
                .isEqualTo("grid.shop.refused." + why));
    }
}
