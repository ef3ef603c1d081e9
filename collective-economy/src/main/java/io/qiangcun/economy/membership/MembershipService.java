package io.qiangcun.economy.membership;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import io.qiangcun.economy.cooperative.CooperativeNotFound;
import io.qiangcun.economy.membership.MembershipQueries.Member;
import io.qiangcun.economy.money.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets members join, bring, trade and leave. Nothing is written over: who leaves is given back by entries of their own. */
@Service
@Transactional
public class MembershipService {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";

    private final MembershipQueries queries;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MembershipService(MembershipQueries queries, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.queries = queries;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** A cooperative that still acts; held, so that numbers of members are given one after the other. */
    private record Acting(String placeCode, LocalDate foundedOn) {

        PlaceCode place() {
            return new PlaceCode(placeCode);
        }
    }

    private Acting acting(Jurisdiction jurisdiction, CooperativeId id) {
        return in(jurisdiction, """
                select place_code, founded_on from economy_cooperative
                  where cooperative_id = :id and place_code >= :lo and place_code < :hi and state = 'ACTIVE' for update
                """)
                .param("id", id.value())
                .query(Acting.class)
                .optional()
                .orElseThrow(() -> new CooperativeNotFound(id));
    }

    /** The same form sent twice lets one in. */
    @PreAuthorize(MAY_WRITE)
    public void join(Jurisdiction jurisdiction, Actor actor, Join command) {
        enter(jurisdiction, actor, command);
    }

    /** Whether it is new. */
    boolean enter(Jurisdiction jurisdiction, Actor actor, Join command) {
        var cooperative = acting(jurisdiction, command.cooperative());
        if (queries.isKnown(jurisdiction, command.id())) {
            return false;
        }
        requireInTime("on", command.on(), cooperative.foundedOn());
        var household = household(jurisdiction, cooperative.place(), command);
        var person = person(jurisdiction, cooperative.place(), command);
        try {
            by(actor, database.sql("""
                    insert into economy_coop_member (coop_member_id, cooperative_id, place_code, number, kind, household_id, person_id,
                        name, joined_on, left_reason, recorded_at, recorded_by, recorded_by_person)
                      values (:member, :cooperative, :place,
                        (select coalesce(max(number), 0) + 1 from economy_coop_member where cooperative_id = :cooperative),
                        :kind, :household, :person, :name, :on, '', :at, :post, :holder)
                    """))
                    .param("member", command.id().value())
                    .param("cooperative", command.cooperative().value())
                    .param("place", cooperative.placeCode())
                    .param("kind", command.kind().name())
                    .param("household", household)
                    .param("person", person)
                    .param("name", command.name())
                    .param("on", command.on())
                    .update();
        } catch (DuplicateKeyException already) {
            throw new MembershipRefused(household == null ? "name" : "household", "member-already");
        }
        var brought = command.contribution();
        if (brought != null) {
            insert(
                    actor,
                    UUID.randomUUID(),
                    command.id(),
                    command.cooperative(),
                    cooperative.place(),
                    brought,
                    command.on());
        }
        events.publishEvent(new MemberJoined(command.id(), command.name(), cooperative.place()));
        return true;
    }

    private @Nullable UUID household(Jurisdiction jurisdiction, PlaceCode place, Join command) {
        if (command.kind() != MemberKind.HOUSEHOLD) {
            return null;
        }
        return in(jurisdiction, """
                select household_id from household
                  where place_code = :place and number = :number and place_code >= :lo and place_code < :hi
                """)
                .param("place", place.value())
                .param("number", command.household())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new MembershipRefused("household", "no-household", command.household()));
    }

    private @Nullable UUID person(Jurisdiction jurisdiction, PlaceCode place, Join command) {
        if (command.kind() != MemberKind.PERSON) {
            return null;
        }
        var called = in(jurisdiction, """
                select person_id from person where place_code = :place and name = :name and left_on is null and died_on is null
                  and place_code >= :lo and place_code < :hi limit 2
                """)
                .param("place", place.value())
                .param("name", command.name())
                .query(UUID.class)
                .list();
        if (called.size() != 1) {
            throw new MembershipRefused("name", called.isEmpty() ? "no-person" : "several-persons", command.name());
        }
        return called.get(0);
    }

    private void requireInTime(String field, LocalDate on, LocalDate from) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new MembershipRefused(field, "ahead");
        }
        if (on.isBefore(from)) {
            throw new MembershipRefused(field, "before", from);
        }
    }

    /** A member brings more. */
    @PreAuthorize(MAY_WRITE)
    public void contribute(
            Jurisdiction jurisdiction,
            Actor actor,
            CoopMemberId id,
            UUID contribution,
            Contribution brought,
            LocalDate on) {
        var member = present(jurisdiction, id);
        requireInTime("on", on, member.joinedOn());
        insert(actor, contribution, id, member.cooperative(), member.place(), brought, on);
        events.publishEvent(new ContributionMade(id, brought.amount(), member.place()));
    }

    private void insert(
            Actor actor,
            UUID id,
            CoopMemberId member,
            CooperativeId cooperative,
            PlaceCode place,
            Contribution brought,
            LocalDate on) {
        by(actor, database.sql("""
                insert into economy_coop_contribution (contribution_id, coop_member_id, cooperative_id, place_code, kind, source, object,
                    mu, amount, shares, made_on, recorded_at, recorded_by, recorded_by_person)
                  values (:id, :member, :cooperative, :place, :kind, :source, :object, :mu, :amount, :shares, :on, :at, :post, :holder)
                  on conflict (contribution_id) do nothing
                """))
                .param("id", id)
                .param("member", member.value())
                .param("cooperative", cooperative.value())
                .param("place", place.value())
                .param("kind", brought.kind().name())
                .param("source", brought.source().name())
                .param("object", brought.object())
                .param("mu", brought.mu())
                .param("amount", brought.amount().yuan())
                .param("shares", brought.shares())
                .param("on", on)
                .update();
    }

    /**
     * A member leaves and is given back what he brought and his part of the reserve (《农民专业合作社法》第二十八条); what grants and
     * gifts put to his name stays with the others.
     */
    @PreAuthorize(MAY_WRITE)
    public void leave(Jurisdiction jurisdiction, Actor actor, CoopMemberId id, LocalDate on, String reason) {
        var member = present(jurisdiction, id);
        requireInTime("on", on, member.joinedOn());
        if (queries.hasTradedSince(jurisdiction, id, on)) {
            throw new MembershipRefused("on", "traded-since");
        }
        var gone = in(jurisdiction, """
                update economy_coop_member set left_on = :on, left_reason = :reason
                  where coop_member_id = :id and left_on is null and place_code >= :lo and place_code < :hi
                """)
                .param("on", on)
                .param("reason", reason)
                .param("id", id.value())
                .update();
        if (gone == 0) {
            throw new MemberGone(member.name());
        }
        by(actor, in(jurisdiction, """
                insert into economy_coop_contribution (contribution_id, coop_member_id, cooperative_id, place_code, kind, source, object,
                    mu, amount, shares, made_on, recorded_at, recorded_by, recorded_by_person)
                  select gen_random_uuid(), coop_member_id, cooperative_id, place_code, kind, source, '', - sum(mu), - sum(amount),
                      - sum(shares), :on, :at, :post, :holder
                    from economy_coop_contribution
                    where coop_member_id = :id and place_code >= :lo and place_code < :hi
                    group by coop_member_id, cooperative_id, place_code, kind, source
                    having sum(amount) <> 0 or sum(shares) <> 0
                """)).param("id", id.value()).param("on", on).update();
        if (member.reserve().signum() != 0) {
            put(
                    actor,
                    UUID.randomUUID(),
                    member.cooperative(),
                    member.place(),
                    on.getYear(),
                    QuotaKind.RESERVE,
                    QuotaWay.LEAVING,
                    new Money(member.reserve()).negate(),
                    reason,
                    List.of(new Share(id, new Money(member.reserve()).negate())));
        }
        events.publishEvent(new MemberLeft(
                id, member.name(), new Money(member.contributed().add(member.reserve())), member.place()));
    }

    /**
     * Takes back what was put to names, by parts of the same amounts, negative.
     *
     * @param by the id of what takes it back
     */
    @PreAuthorize(MAY_WRITE)
    public void takeBack(Jurisdiction jurisdiction, Actor actor, UUID quota, UUID by, String reason) {
        by(actor, in(jurisdiction, """
                insert into economy_coop_quota (quota_id, cooperative_id, place_code, year, kind, way, amount, basis, recorded_at,
                    recorded_by, recorded_by_person)
                  select :by, cooperative_id, place_code, year, kind, way, - amount, :reason, :at, :post, :holder
                    from economy_coop_quota where quota_id = :quota and place_code >= :lo and place_code < :hi
                  on conflict (quota_id) do nothing
                """))
                .param("quota", quota)
                .param("by", by)
                .param("reason", reason)
                .update();
        in(jurisdiction, """
                insert into economy_coop_quota_share (quota_id, coop_member_id, place_code, amount)
                  select :by, coop_member_id, place_code, - amount
                    from economy_coop_quota_share where quota_id = :quota and place_code >= :lo and place_code < :hi
                  on conflict do nothing
                """).param("quota", quota).param("by", by).update();
    }

    /** A part of what is put to names. */
    private record Share(CoopMemberId member, Money amount) {}

    /**
     * Puts the reserve, grants or gifts of a year to the names of those who are members at its end.
     *
     * @param basis the decision or the articles that say so
     * @throws MembershipRefused if there is nobody, or nothing to go by
     */
    @PreAuthorize(MAY_WRITE)
    public void quantify(
            Jurisdiction jurisdiction,
            Actor actor,
            UUID quota,
            CooperativeId cooperative,
            int year,
            QuotaKind kind,
            QuotaWay way,
            Money amount,
            String basis) {
        var acting = acting(jurisdiction, cooperative);
        if (amount.signum() <= 0) {
            throw new MembershipRefused("amount", "nothing");
        }
        if (way == QuotaWay.LEAVING) {
            throw new MembershipRefused("way", "no-way");
        }
        if (kind != QuotaKind.RESERVE && way != QuotaWay.EQUAL) {
            throw new MembershipRefused("way", "equal-only");
        }
        if (year > LocalDate.now(clock).getYear() || year < acting.foundedOn().getYear()) {
            throw new MembershipRefused("year", "no-year");
        }
        var weights = queries.weights(jurisdiction, cooperative, year);
        var names = new ArrayList<CoopMemberId>();
        var parts = new ArrayList<BigDecimal>();
        for (var weight : weights) {
            var part =
                    switch (way) {
                        case CONTRIBUTION -> weight.contributed();
                        case TRADE -> weight.traded();
                        case EQUAL, LEAVING -> BigDecimal.ONE;
                    };
            if (part.signum() > 0) {
                names.add(weight.member());
                parts.add(part);
            }
        }
        if (names.isEmpty()) {
            throw new MembershipRefused("way", "nobody");
        }
        var amounts = amount.shareBy(parts);
        var shares = new ArrayList<Share>();
        for (var at = 0; at < names.size(); at++) {
            shares.add(new Share(names.get(at), amounts.get(at)));
        }
        put(actor, quota, cooperative, acting.place(), year, kind, way, amount, basis, shares);
        events.publishEvent(new QuotaPut(cooperative, kind, amount, acting.place()));
    }

    private void put(
            Actor actor,
            UUID quota,
            CooperativeId cooperative,
            PlaceCode place,
            int year,
            QuotaKind kind,
            QuotaWay way,
            Money amount,
            String basis,
            List<Share> shares) {
        var fresh = by(actor, database.sql("""
                insert into economy_coop_quota (quota_id, cooperative_id, place_code, year, kind, way, amount, basis, recorded_at,
                    recorded_by, recorded_by_person)
                  values (:quota, :cooperative, :place, :year, :kind, :way, :amount, :basis, :at, :post, :holder)
                  on conflict (quota_id) do nothing
                """))
                .param("quota", quota)
                .param("cooperative", cooperative.value())
                .param("place", place.value())
                .param("year", year)
                .param("kind", kind.name())
                .param("way", way.name())
                .param("amount", amount.yuan())
                .param("basis", basis)
                .update();
        if (fresh == 0) {
            return;
        }
        database.sql("""
                insert into economy_coop_quota_share (quota_id, coop_member_id, place_code, amount)
                  select :quota, s.member, :place, s.amount
                    from unnest(cast(:members as uuid[]), cast(:amounts as numeric[])) s (member, amount)
                """)
                .param("quota", quota)
                .param("place", place.value())
                .param(
                        "members",
                        shares.stream().map(share -> share.member().value()).toArray(UUID[]::new))
                .param(
                        "amounts",
                        shares.stream().map(share -> share.amount().yuan()).toArray(BigDecimal[]::new))
                .update();
    }

    /** The same form sent twice records one. */
    @PreAuthorize(MAY_WRITE)
    public void trade(Jurisdiction jurisdiction, Actor actor, RecordTrade command) {
        if (enter(jurisdiction, actor, command)) {
            events.publishEvent(new TradeRecorded(
                    command.id(),
                    command.name(),
                    command.amount(),
                    acting(jurisdiction, command.cooperative()).place()));
        }
    }

    boolean enter(Jurisdiction jurisdiction, Actor actor, RecordTrade command) {
        var cooperative = acting(jurisdiction, command.cooperative());
        requireInTime("on", command.on(), cooperative.foundedOn());
        if (command.amount().signum() <= 0) {
            throw new MembershipRefused("amount", "nothing");
        }
        var name = command.name();
        var id = command.member();
        if (id != null) {
            var member = queries.find(jurisdiction, id);
            if (!member.cooperative().equals(command.cooperative())) {
                throw new MemberNotFound(id);
            }
            var left = member.leftOn();
            if (command.on().isBefore(member.joinedOn())
                    || left != null && command.on().isAfter(left)) {
                throw new MembershipRefused("on", "not-a-member-then", member.name());
            }
            name = member.name();
        }
        return by(actor, database.sql("""
                insert into economy_coop_trade (trade_id, cooperative_id, place_code, coop_member_id, name, kind, product, quantity, unit,
                    amount, traded_on, withdrawn_reason, recorded_at, recorded_by, recorded_by_person)
                  values (:trade, :cooperative, :place, :member, :name, :kind, :product, :quantity, :unit, :amount, :on, '', :at, :post,
                    :holder)
                  on conflict (trade_id) do nothing
                """))
                        .param("trade", command.id().value())
                        .param("cooperative", command.cooperative().value())
                        .param("place", cooperative.placeCode())
                        .param("member", id == null ? null : id.value())
                        .param("name", name)
                        .param("kind", command.kind().name())
                        .param("product", command.product())
                        .param("quantity", command.quantity())
                        .param("unit", command.unit())
                        .param("amount", command.amount().yuan())
                        .param("on", command.on())
                        .update()
                > 0;
    }

    /** It stays to be read, and counts no more. */
    @PreAuthorize(MAY_WRITE)
    public void withdraw(Jurisdiction jurisdiction, Actor actor, TradeId id, String reason) {
        var place = in(jurisdiction, """
                update economy_coop_trade set withdrawn_at = :at, withdrawn_by = :holder, withdrawn_reason = :reason
                  where trade_id = :id and withdrawn_at is null and place_code >= :lo and place_code < :hi returning place_code
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("holder", actor.holder())
                .param("reason", reason)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new MemberNotFound(id));
        events.publishEvent(new TradeWithdrawn(id, reason, new PlaceCode(place)));
    }

    private Member present(Jurisdiction jurisdiction, CoopMemberId id) {
        var member = queries.find(jurisdiction, id);
        acting(jurisdiction, member.cooperative());
        if (member.leftOn() != null) {
            throw new MemberGone(member.name());
        }
        return member;
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private StatementSpec by(Actor actor, StatementSpec statement) {
        var recorded = Recorded.by(actor, clock.instant());
        return statement
                .param("at", recorded.at().atOffset(ZoneOffset.UTC))
                .param("post", recorded.post())
                .param("holder", recorded.person());
    }
}
