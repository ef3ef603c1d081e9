package io.qiangcun.grid.shop;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.people.EnterHousehold;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.shop.ShelfService.Redeem;
import io.qiangcun.grid.shop.ShopService.EnterFact;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts and goods as tests want them. Today is 16 November 2026. */
@Component
public class ShopFixtures {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 20);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private final PeopleService people;
    private final ShopService shop;
    private final ShelfService shelf;
    private final ShopTakeover takeover;
    private final TransactionTemplate transactions;
    private final CurrentAccount current;
    private final JdbcClient database;

    ShopFixtures(
            PeopleService people,
            ShopService shop,
            ShelfService shelf,
            ShopTakeover takeover,
            PlatformTransactionManager transactions,
            CurrentAccount current,
            JdbcClient database) {
        this.takeover = takeover;
        this.transactions = new TransactionTemplate(transactions);
        this.people = people;
        this.shop = shop;
        this.shelf = shelf;
        this.current = current;
        this.database = database;
    }

    public UUID homeIn(PlaceCode village, String number) {
        var id = HouseholdId.next();
        try (var here = SignedIn.here(database, village, null)) {
            people.enterHouseholds(
                    current.jurisdiction(),
                    Actor.system(),
                    List.of(new EnterHousehold(id, village, number, "By the gate", null)));
        }
        return id.value();
    }

    public UUID entered(PlaceCode village, UUID home, String rule, LocalDate on) {
        var id = UUID.randomUUID();
        try (var here = SignedIn.here(database, village, null)) {
            shop.enter(
                    current.jurisdiction(),
                    current.actor(),
                    new EnterFact(id, village, home, rule, on, "Planted willows", "Seen by two"));
        }
        return id;
    }

    public void approved(PlaceCode township, UUID fact) {
        try (var here = SignedIn.here(database, township, null)) {
            shop.decide(current.jurisdiction(), current.actor(), fact, true, "");
        }
    }

    /** A fact that the township approved. */
    public UUID approved(PlaceCode village, UUID home, String rule) {
        var fact = entered(village, home, rule, OCTOBER);
        approved(village.parent().orElseThrow(), fact);
        return fact;
    }

    public UUID published(PlaceCode village, YearMonth month) {
        var id = UUID.randomUUID();
        try (var here = SignedIn.here(database, village, null)) {
            shop.publish(current.jurisdiction(), current.actor(), id, village, month);
        }
        return id;
    }

    /** Facts of a household that were posted so long ago that the points can be used. */
    public UUID usable(PlaceCode village, UUID home, String... rules) {
        UUID fact = home;
        for (var rule : rules) {
            fact = entered(village, home, rule, SEPTEMBER.atDay(9));
            approved(village.parent().orElseThrow(), fact);
        }
        try (var here = SignedIn.here(database, village, null)) {
            var actor = current.actor();
            transactions.executeWithoutResult(status ->
                    takeover.published(UUID.randomUUID(), village, SEPTEMBER, TestClock.TODAY.minusDays(40), actor));
        }
        return fact;
    }

    /** A good with so many on the shelf. */
    public UUID goods(PlaceCode village, String name, int price, int stock) {
        var id = UUID.randomUUID();
        try (var here = SignedIn.here(database, village, null)) {
            shelf.shelve(current.jurisdiction(), current.actor(), id, village, name, "piece", price);
            if (stock > 0) {
                shelf.move(
                        current.jurisdiction(),
                        current.actor(),
                        UUID.randomUUID(),
                        id,
                        false,
                        stock,
                        TestClock.TODAY,
                        "Delivered");
            }
        }
        return id;
    }

    public UUID redeemed(PlaceCode village, UUID home, UUID good, int quantity) {
        var id = UUID.randomUUID();
        try (var here = SignedIn.here(database, village, null)) {
            shelf.redeem(
                    current.jurisdiction(),
                    current.actor(),
                    new Redeem(id, village, home, good, quantity, TestClock.TODAY, "Grandmother"));
        }
        return id;
    }

    public void objected(PlaceCode village, UUID fact) {
        try (var here = SignedIn.here(database, village, null)) {
            shop.object(
                    current.jurisdiction(), current.actor(), UUID.randomUUID(), fact, "A neighbour", "Where are they?");
        }
    }

    /** What a household may spend now. */
    int purse(ShopQueries queries, PlaceCode village, UUID home) {
        try (var here = SignedIn.here(database, village, null)) {
            return queries.purse(Jurisdiction.within(village), home);
        }
    }
}
