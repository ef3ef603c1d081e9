package io.qiangcun.grid.shop;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.shop.ShopQueries.FactRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Facts of households, from entering to posting. Nothing is deleted; nobody decides about what he entered or his own household. */
@Service
@Transactional
public class ShopService {

    private static final String MAY_KEEP = "hasAuthority('" + ShopAuthorities.KEEP + "')";
    private static final String MAY_DECIDE = "hasAuthority('" + ShopAuthorities.DECIDE + "')";

    private final ShopQueries queries;
    private final PlaceTree places;
    private final RuleParameters parameters;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShopService(
            ShopQueries queries,
            PlaceTree places,
            RuleParameters parameters,
            JdbcClient database,
            ApplicationEventPublisher events,
            Clock clock) {
        this.queries = queries;
        this.places = places;
        this.parameters = parameters;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** What a household did, as it is entered. */
    public record EnterFact(
            UUID id, PlaceCode place, UUID household, String rule, LocalDate on, String fact, String evidence) {}

    /** The same form sent twice enters one fact; a household gets points for a rule once a day. */
    @PreAuthorize(MAY_KEEP)
    public void enter(Jurisdiction jurisdiction, Actor actor, EnterFact command) {
        var here = village(jurisdiction, command.place());
        if (command.on().isAfter(today())) {
            throw new ShopRefused("on", "future");
        }
        var home = queries.homes(here).stream()
                .filter(known -> known.householdId().equals(command.household()))
                .findFirst()
                .orElseThrow(() -> new ShopRefused("household", "no-household"));
        var rule = queries.rules(command.place(), command.on()).stream()
                .filter(known -> known.code().equals(command.rule()))
                .findFirst()
                .orElseThrow(() -> new ShopRefused("rule", "no-rule"));
        try {
            var entered = by(database.sql("""
                    insert into grid_shop_fact (fact_id, place_code, household_id, household, rule_id, rule_code, amount,
                      fact_on, fact, evidence, recorded_at, recorded_by, recorded_by_person)
                    values (:id, :place, :household, :label, :rule, :code, :amount, :on, :fact, :evidence, :at, :login, :holder)
                    on conflict (fact_id) do nothing
                    """), actor)
                    .param("id", command.id())
                    .param("place", command.place().value())
                    .param("household", command.household())
                    .param("label", home.label())
                    .param("rule", rule.ruleId())
                    .param("code", rule.code())
                    .param("amount", rule.amount())
                    .param("on", command.on())
                    .param("fact", command.fact())
                    .param("evidence", command.evidence())
                    .update();
            if (entered > 0) {
                events.publishEvent(new FactEntered(command.id(), rule.code(), command.place()));
            }
        } catch (DataIntegrityViolationException twice) {
            throw new ShopRefused("on", "twice");
        }
    }

    /** Says yes or no to what somebody else entered about somebody else. */
    @PreAuthorize(MAY_DECIDE)
    public void decide(Jurisdiction jurisdiction, Actor actor, UUID id, boolean approved, String note) {
        var fact = queries.fact(jurisdiction, id);
        requireAnother(jurisdiction, actor, fact);
        if (!approved && note.isBlank()) {
            throw new ShopRefused("note", "no-reason");
        }
        var decided = by(database.sql("""
                update grid_shop_fact set status = :status, decided_at = :at, decided_by = :login,
                  decided_by_person = :holder, decision_note = :note
                where fact_id = :id and status = 'ENTERED' and place_code >= :lo and place_code < :hi
                """), actor)
                .param("status", approved ? "APPROVED" : "REFUSED")
                .param("note", note)
                .param("id", id)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (decided == 0) {
            throw new ShopRefused(null, "decided-already");
        }
        events.publishEvent(new FactDecided(id, approved ? "APPROVED" : "REFUSED", fact.place()));
    }

    /** Posts what was approved and given out until the end of a month; objections may be raised from now on. */
    @PreAuthorize(MAY_KEEP)
    public void publish(Jurisdiction jurisdiction, Actor actor, UUID id, PlaceCode place, YearMonth month) {
        village(jurisdiction, place);
        if (!month.isBefore(YearMonth.from(today()))) {
            throw new ShopRefused(null, "month-runs");
        }
        var published = by(database.sql("""
                insert into grid_shop_list (list_id, place_code, month, published_on, objections_until, recorded_at,
                  recorded_by, recorded_by_person)
                values (:id, :place, :month, :today, :until, :at, :login, :holder)
                on conflict do nothing
                """), actor)
                .param("id", id)
                .param("place", place.value())
                .param("month", month.atDay(1))
                .param("today", today())
                .param("until", today().plusDays(parameters.wholeNumber("grid.shop.objection-days", today())))
                .update();
        if (published == 0) {
            return;
        }
        post(database, id, place, month);
        events.publishEvent(new ListPublished(id, month, place));
    }

    /** All that happened until the end of the month and is not posted yet. */
    static void post(JdbcClient database, UUID list, PlaceCode place, YearMonth month) {
        for (var what : List.of(
                "update grid_shop_fact set list_id = :id where status = 'APPROVED' and fact_on < :until",
                "update grid_shop_redemption set list_id = :id where taken_on < :until")) {
            database.sql(what + " and list_id is null and reversed_at is null and place_code = :place")
                    .param("id", list)
                    .param("until", month.plusMonths(1).atDay(1))
                    .param("place", place.value())
                    .update();
        }
    }

    /** What a villager has against a fact; until it is answered, the points wait. */
    @PreAuthorize(MAY_KEEP)
    public void object(Jurisdiction jurisdiction, Actor actor, UUID id, UUID about, String raisedBy, String content) {
        var fact = queries.fact(jurisdiction, about);
        if (!fact.status().equals("APPROVED") || fact.reversed()) {
            throw new ShopRefused("content", "not-published");
        }
        if (raisedBy.isBlank() || content.isBlank()) {
            throw new ShopRefused(raisedBy.isBlank() ? "raisedBy" : "content", "no-content");
        }
        var raised = by(database.sql("""
                insert into grid_shop_objection (objection_id, place_code, fact_id, raised_on, raised_by, content,
                  recorded_at, recorded_by, recorded_by_person)
                values (:id, :place, :fact, :today, :by, :content, :at, :login, :holder)
                on conflict do nothing
                """), actor)
                .param("id", id)
                .param("place", fact.placeCode())
                .param("fact", about)
                .param("today", today())
                .param("by", raisedBy)
                .param("content", content)
                .update();
        if (raised > 0) {
            events.publishEvent(new ObjectionRaised(id, fact.place()));
        }
    }

    /** Keeps the fact or takes it back; never who entered it, never his own household. */
    @PreAuthorize(MAY_DECIDE)
    public void answer(Jurisdiction jurisdiction, Actor actor, UUID about, boolean correct, String answer) {
        var fact = queries.fact(jurisdiction, about);
        requireAnother(jurisdiction, actor, fact);
        if (answer.isBlank()) {
            throw new ShopRefused("answer", "no-reason");
        }
        var objection = queries.objections(jurisdiction, about).stream()
                .filter(raised -> raised.outcome() == null)
                .findFirst()
                .orElseThrow(() -> new ShopRefused(null, "answered-already"));
        database.sql("""
                update grid_shop_objection set outcome = :outcome, answer = :answer, answered_on = :today,
                  answered_by = :login, answered_by_person = :holder
                where objection_id = :id and outcome is null
                """)
                .param("outcome", correct ? "CORRECTED" : "KEPT")
                .param("answer", answer)
                .param("today", today())
                .param("login", actor.login())
                .param("holder", actor.holder())
                .param("id", objection.objectionId())
                .update();
        if (correct) {
            takeBack(jurisdiction, actor, fact, answer);
        }
        events.publishEvent(
                new ObjectionAnswered(objection.objectionId(), correct ? "CORRECTED" : "KEPT", fact.place()));
    }

    /** An approved fact that was wrong: it stays to be seen and counts no more. */
    @PreAuthorize(MAY_DECIDE)
    public void reverse(Jurisdiction jurisdiction, Actor actor, UUID id, String reason) {
        var fact = queries.fact(jurisdiction, id);
        requireAnother(jurisdiction, actor, fact);
        if (reason.isBlank()) {
            throw new ShopRefused("reason", "no-reason");
        }
        if (fact.contested()) {
            throw new ShopRefused("reason", "answer-first");
        }
        takeBack(jurisdiction, actor, fact, reason);
    }

    private void takeBack(Jurisdiction jurisdiction, Actor actor, FactRow fact, String reason) {
        var reversed = by(database.sql("""
                update grid_shop_fact set reversed_at = :at, reversed_by = :login, reversed_by_person = :holder,
                  reversed_reason = :reason
                where fact_id = :id and status = 'APPROVED' and reversed_at is null
                  and place_code >= :lo and place_code < :hi
                """), actor)
                .param("reason", reason)
                .param("id", fact.factId())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (reversed > 0) {
            events.publishEvent(new FactReversed(fact.factId(), reason, fact.place()));
        }
    }

    /** From today on a county gives so many points for it, or does without it. */
    @PreAuthorize("hasAuthority('" + ShopAuthorities.RULE + "')")
    public void setRule(
            Jurisdiction jurisdiction,
            Actor actor,
            String code,
            @Nullable Integer amount,
            boolean inForce,
            String basis) {
        var county = jurisdiction.root().county();
        var rule = queries.versions(county, today()).stream()
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ShopRefused("amount", "no-rule"));
        if (amount == null || amount < 1 || amount > 1000) {
            throw new ShopRefused("amount", "no-amount");
        }
        if (basis.isBlank()) {
            throw new ShopRefused("basis", "no-basis");
        }
        var set = by(database.sql("""
                insert into grid_shop_rule (code, within, valid_from, in_force, position, name, amount, per, basis_kind,
                  basis_text, recorded_at, recorded_by, recorded_by_person)
                select code, :county, :today, :inForce, position, name, :amount, per, 'LOCAL', :basis, :at, :login, :holder
                from grid_shop_rule where rule_id = :rule
                on conflict do nothing
                """), actor)
                .param("county", county.value())
                .param("today", today())
                .param("inForce", inForce)
                .param("amount", amount)
                .param("basis", basis)
                .param("rule", rule.ruleId())
                .update();
        if (set == 0) {
            throw new ShopRefused("amount", "set-today");
        }
        events.publishEvent(new RuleChanged(code, amount, inForce, county));
    }

    private void requireAnother(Jurisdiction jurisdiction, Actor actor, FactRow fact) {
        if (fact.recordedBy().equals(actor.login()) || fact.recordedByPerson().equals(actor.holder())) {
            throw new ShopRefused(null, "entered-it");
        }
        if (queries.livesIn(jurisdiction, actor, fact.householdId())) {
            throw new ShopRefused(null, "own-household");
        }
    }

    private Jurisdiction village(Jurisdiction jurisdiction, PlaceCode place) {
        var node = places.require(place, jurisdiction);
        if (node.code().kind() != PlaceKind.VILLAGE) {
            throw new ShopRefused(null, "not-a-village");
        }
        return Jurisdiction.within(place);
    }

    private JdbcClient.StatementSpec by(JdbcClient.StatementSpec statement, Actor actor) {
        return statement
                .param("at", OffsetDateTime.now(clock))
                .param("login", actor.login())
                .param("holder", actor.holder());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
