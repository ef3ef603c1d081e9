package io.qiangcun.grid.shop;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.shop.ShelfService.Redeem;
import io.qiangcun.grid.shop.ShopService.EnterFact;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings in what a shop kept before it came here. The database asks of it what it asks of everything. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ShopTakeover {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final ShopQueries queries;
    private final RuleParameters parameters;
    private final JdbcClient database;

    ShopTakeover(ShopQueries queries, RuleParameters parameters, JdbcClient database) {
        this.queries = queries;
        this.parameters = parameters;
        this.database = database;
    }

    /** A fact as it was entered and approved; or that still waits. */
    public void fact(EnterFact fact, String household, Actor by, @Nullable Actor approver) {
        var rule = queries.rules(fact.place(), fact.on()).stream()
                .filter(known -> known.code().equals(fact.rule()))
                .findFirst()
                .orElseThrow();
        by(database.sql("""
                insert into grid_shop_fact (fact_id, place_code, household_id, household, rule_id, rule_code, amount, fact_on,
                  fact, evidence, recorded_at, recorded_by, recorded_by_person, status, decided_at, decided_by,
                  decided_by_person, decision_note)
                values (:id, :place, :household, :label, :rule, :code, :amount, :on, :fact, :evidence, :at, :login, :holder,
                  :status, :decided, :approver, :approverPerson, :note)
                """), by, fact.on())
                .param("id", fact.id())
                .param("place", fact.place().value())
                .param("household", fact.household())
                .param("label", household)
                .param("rule", rule.ruleId())
                .param("code", rule.code())
                .param("amount", rule.amount())
                .param("on", fact.on())
                .param("fact", fact.fact())
                .param("evidence", fact.evidence())
                .param("status", approver == null ? "ENTERED" : "APPROVED")
                .param("decided", approver == null ? null : at(fact.on().plusDays(1)))
                .param("approver", approver == null ? null : approver.login())
                .param("approverPerson", approver == null ? null : approver.holder())
                .param("note", approver == null ? null : "")
                .update();
    }

    /** A month as it was posted on a day, with what was there to be posted. */
    public void published(UUID id, PlaceCode place, YearMonth month, LocalDate on, Actor by) {
        by(database.sql("""
                insert into grid_shop_list (list_id, place_code, month, published_on, objections_until, recorded_at,
                  recorded_by, recorded_by_person)
                values (:id, :place, :month, :on, :until, :at, :login, :holder)
                """), by, on)
                .param("id", id)
                .param("place", place.value())
                .param("month", month.atDay(1))
                .param("on", on)
                .param("until", on.plusDays(parameters.wholeNumber("grid.shop.objection-days", on)))
                .update();
        ShopService.post(database, id, place, month);
    }

    /** Goods on a shelf, with where they came from. */
    public void goods(
            UUID id,
            PlaceCode place,
            String name,
            String unit,
            int price,
            int stock,
            LocalDate on,
            String note,
            Actor by) {
        by(database.sql("""
                insert into grid_shop_good (good_id, place_code, name, unit, price, recorded_at, recorded_by,
                  recorded_by_person)
                values (:id, :place, :name, :unit, :price, :at, :login, :holder)
                """), by, on)
                .param("id", id)
                .param("place", place.value())
                .param("name", name)
                .param("unit", unit)
                .param("price", price)
                .update();
        move(id, place, "RECEIVED", stock, on, note, null, by);
    }

    /** Goods that a household took. */
    public void redeemed(Redeem redeem, String household, String good, int price, Actor by) {
        by(database.sql("""
                insert into grid_shop_redemption (redemption_id, place_code, household_id, household, good_id, good,
                  quantity, price, taken_on, taken_by, recorded_at, recorded_by, recorded_by_person)
                values (:id, :place, :household, :label, :good, :name, :quantity, :price, :on, :takenBy, :at, :login, :holder)
                """), by, redeem.on())
                .param("id", redeem.id())
                .param("place", redeem.place().value())
                .param("household", redeem.household())
                .param("label", household)
                .param("good", redeem.good())
                .param("name", good)
                .param("quantity", redeem.quantity())
                .param("price", price)
                .param("on", redeem.on())
                .param("takenBy", redeem.takenBy())
                .update();
        move(redeem.good(), redeem.place(), "REDEEMED", -redeem.quantity(), redeem.on(), "", redeem.id(), by);
    }

    private void move(
            UUID good,
            PlaceCode place,
            String kind,
            int quantity,
            LocalDate on,
            String note,
            @Nullable UUID redemption,
            Actor by) {
        by(database.sql("""
                insert into grid_shop_movement (movement_id, place_code, good_id, kind, quantity, moved_on, note,
                  redemption_id, recorded_at, recorded_by, recorded_by_person)
                values (gen_random_uuid(), :place, :good, :kind, :quantity, :on, :note, :redemption, :at, :login, :holder)
                """), by, on)
                .param("place", place.value())
                .param("good", good)
                .param("kind", kind)
                .param("quantity", quantity)
                .param("on", on)
                .param("note", note)
                .param("redemption", redemption)
                .update();
    }

    private static JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement, Actor actor, LocalDate on) {
        return statement.param("at", at(on)).param("login", actor.login()).param("holder", actor.holder());
    }

    private static OffsetDateTime at(LocalDate on) {
        return on.atTime(NOON).atZone(CHINA).toOffsetDateTime();
    }
}
