package io.qiangcun.grid.shop;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goods in, goods out for points, and goods back. The database counts the stock and never lets it fall below nothing. */
@Service
@Transactional
@PreAuthorize("hasAuthority('" + ShopAuthorities.KEEP + "')")
public class ShelfService {

    private final ShopQueries queries;
    private final PlaceTree places;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShelfService(
            ShopQueries queries, PlaceTree places, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.queries = queries;
        this.places = places;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** What a household takes. */
    public record Redeem(
            UUID id, PlaceCode place, UUID household, UUID good, int quantity, LocalDate on, String takenBy) {}

    /** A good that was not on the shelf before. */
    public void shelve(
            Jurisdiction jurisdiction, Actor actor, UUID id, PlaceCode place, String name, String unit, int price) {
        if (places.require(place, jurisdiction).code().kind() != PlaceKind.VILLAGE) {
            throw new ShopRefused(null, "not-a-village");
        }
        if (name.isBlank() || unit.isBlank()) {
            throw new ShopRefused(name.isBlank() ? "name" : "unit", "no-content");
        }
        requirePrice(price);
        try {
            var shelved = by(database.sql("""
                    insert into grid_shop_good (good_id, place_code, name, unit, price, recorded_at, recorded_by,
                      recorded_by_person)
                    values (:id, :place, :name, :unit, :price, :at, :login, :holder)
                    on conflict (good_id) do nothing
                    """), actor)
                    .param("id", id)
                    .param("place", place.value())
                    .param("name", name)
                    .param("unit", unit)
                    .param("price", price)
                    .update();
            if (shelved > 0) {
                events.publishEvent(new GoodChanged(id, name, price, place));
            }
        } catch (DataIntegrityViolationException taken) {
            throw new ShopRefused("name", "name-taken");
        }
    }

    /** From now on a good costs so many points, or is given out no more. */
    public void reprice(Jurisdiction jurisdiction, Actor actor, UUID id, int price, boolean withdrawn) {
        var good = queries.good(jurisdiction, id);
        requirePrice(price);
        database.sql("""
                update grid_shop_good set price = :price, withdrawn_on = :withdrawn
                where good_id = :id and place_code >= :lo and place_code < :hi
                """)
                .param("price", price)
                .param("withdrawn", withdrawn ? LocalDate.now(clock) : null)
                .param("id", id)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        events.publishEvent(new GoodChanged(id, good.name(), price, good.place()));
    }

    /** Goods that came, with where from; or that are missing, with why. */
    public void move(
            Jurisdiction jurisdiction,
            Actor actor,
            UUID id,
            UUID into,
            boolean lost,
            @Nullable Integer quantity,
            LocalDate on,
            String note) {
        var good = queries.good(jurisdiction, into);
        if (quantity == null || quantity < 1) {
            throw new ShopRefused("quantity", "no-quantity");
        }
        if (on.isAfter(LocalDate.now(clock))) {
            throw new ShopRefused("on", "future");
        }
        if (note.isBlank()) {
            throw new ShopRefused("note", "no-note");
        }
        var kind = lost ? "LOST" : "RECEIVED";
        if (write(actor, id, good.place(), into, kind, lost ? -quantity : quantity, on, note, null) > 0) {
            events.publishEvent(new GoodsMoved(into, kind, quantity, good.place()));
        }
    }

    /**
     * The same form sent twice gives out once. Two redemptions of one household wait for each other, so that no point is
     * spent twice; two of the last piece meet the constraint of the database.
     */
    public void redeem(Jurisdiction jurisdiction, Actor actor, Redeem command) {
        var good = queries.good(jurisdiction, command.good());
        var here = Jurisdiction.within(command.place());
        if (!good.place().equals(command.place()) || good.withdrawnOn() != null) {
            throw new ShopRefused("good", "no-good");
        }
        if (command.quantity() < 1) {
            throw new ShopRefused("quantity", "no-quantity");
        }
        if (command.on().isAfter(LocalDate.now(clock))) {
            throw new ShopRefused("on", "future");
        }
        if (command.takenBy().isBlank()) {
            throw new ShopRefused("takenBy", "no-content");
        }
        lock(here, command.household());
        if (exists(command.id())) {
            return;
        }
        var home = queries.homes(here).stream()
                .filter(known -> known.householdId().equals(command.household()))
                .findFirst()
                .orElseThrow(() -> new ShopRefused("household", "no-household"));
        var has = queries.purse(here, command.household());
        var costs = Math.multiplyExact(good.price(), command.quantity());
        if (has < costs) {
            throw new ShopRefused("household", "too-few-points", costs, has);
        }
        by(database.sql("""
                insert into grid_shop_redemption (redemption_id, place_code, household_id, household, good_id, good,
                  quantity, price, taken_on, taken_by, recorded_at, recorded_by, recorded_by_person)
                values (:id, :place, :household, :label, :good, :name, :quantity, :price, :on, :takenBy, :at, :login, :holder)
                """), actor)
                .param("id", command.id())
                .param("place", command.place().value())
                .param("household", command.household())
                .param("label", home.label())
                .param("good", command.good())
                .param("name", good.name())
                .param("quantity", command.quantity())
                .param("price", good.price())
                .param("on", command.on())
                .param("takenBy", command.takenBy())
                .update();
        write(
                actor,
                UUID.randomUUID(),
                command.place(),
                command.good(),
                "REDEEMED",
                -command.quantity(),
                command.on(),
                "",
                command.id());
        events.publishEvent(new GoodsRedeemed(command.id(), costs, command.place()));
    }

    /** Goods back on the shelf, points back to the household; the record stays. */
    public void reverse(Jurisdiction jurisdiction, Actor actor, UUID id, String reason) {
        var redemption = queries.redemption(jurisdiction, id);
        if (reason.isBlank()) {
            throw new ShopRefused("reason", "no-reason");
        }
        var reversed = by(database.sql("""
                update grid_shop_redemption set reversed_at = :at, reversed_by = :login, reversed_by_person = :holder,
                  reversed_reason = :reason
                where redemption_id = :id and reversed_at is null and place_code >= :lo and place_code < :hi
                """), actor)
                .param("reason", reason)
                .param("id", id)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (reversed > 0) {
            write(
                    actor,
                    UUID.randomUUID(),
                    redemption.place(),
                    redemption.goodId(),
                    "RETURNED",
                    redemption.quantity(),
                    LocalDate.now(clock),
                    reason,
                    id);
            events.publishEvent(new RedemptionReversed(id, reason, redemption.place()));
        }
    }

    private int write(
            Actor actor,
            UUID id,
            PlaceCode place,
            UUID good,
            String kind,
            int quantity,
            LocalDate on,
            String note,
            @Nullable UUID redemption) {
        try {
            return by(database.sql("""
                    insert into grid_shop_movement (movement_id, place_code, good_id, kind, quantity, moved_on, note,
                      redemption_id, recorded_at, recorded_by, recorded_by_person)
                    values (:id, :place, :good, :kind, :quantity, :on, :note, :redemption, :at, :login, :holder)
                    on conflict (movement_id) do nothing
                    """), actor)
                    .param("id", id)
                    .param("place", place.value())
                    .param("good", good)
                    .param("kind", kind)
                    .param("quantity", quantity)
                    .param("on", on)
                    .param("note", note)
                    .param("redemption", redemption)
                    .update();
        } catch (DataIntegrityViolationException tooFew) {
            throw new ShopRefused("quantity", "out-of-stock");
        }
    }

    private void lock(Jurisdiction here, UUID household) {
        database.sql("""
                select 1 from household where household_id = :id and place_code >= :lo and place_code < :hi for update
                """)
                .param("id", household)
                .param("lo", here.lo())
                .param("hi", here.hi())
                .query(Integer.class)
                .list();
    }

    private boolean exists(UUID redemption) {
        return database.sql("select exists (select from grid_shop_redemption where redemption_id = :id)")
                .param("id", redemption)
                .query(Boolean.class)
                .single();
    }

    private static void requirePrice(int price) {
        if (price < 1) {
            throw new ShopRefused("price", "no-amount");
        }
    }

    private JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement, Actor actor) {
        return statement
                .param("at", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .param("holder", actor.holder());
    }
}
