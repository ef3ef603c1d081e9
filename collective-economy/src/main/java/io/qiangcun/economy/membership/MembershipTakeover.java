package io.qiangcun.economy.membership;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over members and trades that were kept elsewhere, all of a sheet or none, in few statements however many they are. */
@Service
@Transactional
public class MembershipTakeover {

    private static final String MAY_WRITE = "hasAuthority('" + EconomyAuthorities.WRITE_COOPERATIVES + "')";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MembershipTakeover(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** A member as a line of a sheet says it. */
    public record Entry(int line, PlaceCode place, Join join) {}

    /** A trade as a line of a sheet says it. */
    public record TradeEntry(int line, PlaceCode place, RecordTrade trade) {}

    private record Standing(
            UUID cooperativeId,
            LocalDate foundedOn,
            @Nullable UUID householdId,
            @Nullable UUID personId,
            long persons,
            boolean member,
            UUID id) {}

    /** What is wrong with which line. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> check(Jurisdiction jurisdiction, List<Entry> entries) {
        var standings = standings(jurisdiction, entries);
        var today = LocalDate.now(clock);
        var problems = new TreeMap<Integer, List<Problem>>();
        var seen = new HashSet<String>();
        for (var entry : entries) {
            var join = entry.join();
            var standing = standings.get(join.id().value());
            Problem problem = null;
            if (standing == null) {
                problem = MembershipRefused.at("cooperative", "no-cooperative");
            } else if (join.on().isAfter(today)) {
                problem = MembershipRefused.at("on", "ahead");
            } else if (join.on().isBefore(standing.foundedOn())) {
                problem = MembershipRefused.at("on", "before", standing.foundedOn());
            } else if (join.kind() == MemberKind.HOUSEHOLD && standing.householdId() == null) {
                problem = MembershipRefused.at("household", "no-household", join.household());
            } else if (join.kind() == MemberKind.PERSON && standing.persons() != 1) {
                problem = MembershipRefused.at(
                        "name", standing.persons() == 0 ? "no-person" : "several-persons", join.name());
            } else if (standing.member()
                    || !seen.add(join.cooperative() + " " + join.kind() + " "
                            + (join.kind() == MemberKind.HOUSEHOLD ? join.household() : join.name()))) {
                problem = MembershipRefused.at(
                        join.kind() == MemberKind.HOUSEHOLD ? "household" : "name", "member-already");
            }
            if (problem != null) {
                problems.put(entry.line(), List.of(problem));
            }
        }
        return problems;
    }

    private Map<UUID, Standing> standings(Jurisdiction jurisdiction, List<Entry> entries) {
        var found = new HashMap<UUID, Standing>();
        in(jurisdiction, """
                select c.cooperative_id, c.founded_on, h.household_id, e.id,
                  case when e.kind = 'PERSON' then (select p.person_id from person p where p.place_code = c.place_code
                    and p.name = e.name and p.left_on is null and p.died_on is null order by p.person_id limit 1) end as person_id,
                  case when e.kind = 'PERSON' then (select count(*) from person p where p.place_code = c.place_code
                    and p.name = e.name and p.left_on is null and p.died_on is null) else 0 end as persons,
                  exists (select from economy_coop_member m where m.cooperative_id = c.cooperative_id and m.left_on is null
                    and m.coop_member_id <> e.id
                    and (m.household_id = h.household_id or e.kind <> 'HOUSEHOLD' and m.kind = e.kind and m.name = e.name)) as member
                from unnest(cast(:ids as uuid[]), cast(:cooperatives as uuid[]), cast(:kinds as text[]), cast(:households as text[]),
                    cast(:names as text[])) e (id, cooperative, kind, household, name)
                  join economy_cooperative c on c.cooperative_id = e.cooperative and c.state = 'ACTIVE'
                    and c.place_code >= :lo and c.place_code < :hi
                  left join household h on e.kind = 'HOUSEHOLD' and h.place_code = c.place_code and h.number = e.household
                """)
                .param("ids", each(entries, UUID.class, join -> join.id().value()))
                .param("cooperatives", each(entries, UUID.class, join -> join.cooperative()
                        .value()))
                .param("kinds", each(entries, String.class, join -> join.kind().name()))
                .param("households", each(entries, String.class, Join::household))
                .param("names", each(entries, String.class, Join::name))
                .query(Standing.class)
                .list()
                .forEach(standing -> found.put(standing.id(), standing));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static <T> T[] each(List<Entry> entries, Class<T> type, Function<Join, T> what) {
        return entries.stream().map(Entry::join).map(what).toArray(size -> (T[]) Array.newInstance(type, size));
    }

    /** Enters all, or says what is wrong. */
    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> take(Jurisdiction jurisdiction, Actor actor, List<Entry> entries) {
        var problems = check(jurisdiction, entries);
        if (!problems.isEmpty() || entries.isEmpty()) {
            return problems;
        }
        in(jurisdiction, """
                select cooperative_id from economy_cooperative
                  where cooperative_id = any(cast(:cooperatives as uuid[])) and place_code >= :lo and place_code < :hi for update
                """)
                .param("cooperatives", each(entries, UUID.class, join -> join.cooperative()
                        .value()))
                .query(UUID.class)
                .list();
        var fresh = by(actor, in(jurisdiction, """
                insert into economy_coop_member (coop_member_id, cooperative_id, place_code, number, kind, household_id, person_id, name,
                    joined_on, left_reason, recorded_at, recorded_by, recorded_by_person)
                  select e.id, c.cooperative_id, c.place_code,
                    (select coalesce(max(m.number), 0) from economy_coop_member m where m.cooperative_id = c.cooperative_id)
                      + row_number() over (partition by c.cooperative_id order by e.at),
                    e.kind, h.household_id,
                    case when e.kind = 'PERSON' then (select p.person_id from person p where p.place_code = c.place_code
                      and p.name = e.name and p.left_on is null and p.died_on is null order by p.person_id limit 1) end,
                    e.name, e.on_day, '', :at, :post, :holder
                  from unnest(cast(:ids as uuid[]), cast(:cooperatives as uuid[]), cast(:kinds as text[]), cast(:households as text[]),
                      cast(:names as text[]), cast(:days as date[])) with ordinality e (id, cooperative, kind, household, name, on_day, at)
                    join economy_cooperative c on c.cooperative_id = e.cooperative and c.place_code >= :lo and c.place_code < :hi
                    left join household h on e.kind = 'HOUSEHOLD' and h.place_code = c.place_code and h.number = e.household
                  on conflict (coop_member_id) do nothing
                """))
                .param("ids", each(entries, UUID.class, join -> join.id().value()))
                .param("cooperatives", each(entries, UUID.class, join -> join.cooperative()
                        .value()))
                .param("kinds", each(entries, String.class, join -> join.kind().name()))
                .param("households", each(entries, String.class, Join::household))
                .param("names", each(entries, String.class, Join::name))
                .param("days", each(entries, String.class, join -> join.on().toString()))
                .update();
        if (fresh > 0) {
            bring(actor, entries);
            events.publishEvent(new MembersTakenOver(entries.size(), jurisdiction.root()));
        }
        return problems;
    }

    private void bring(Actor actor, List<Entry> entries) {
        var bringing = entries.stream()
                .filter(entry -> entry.join().contribution() != null)
                .toList();
        by(actor, database.sql("""
                insert into economy_coop_contribution (contribution_id, coop_member_id, cooperative_id, place_code, kind, source, object,
                    mu, amount, shares, made_on, recorded_at, recorded_by, recorded_by_person)
                  select gen_random_uuid(), m.coop_member_id, m.cooperative_id, m.place_code, e.kind, e.source, e.object, e.mu, e.amount,
                      e.shares, m.joined_on, :at, :post, :holder
                    from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:sources as text[]), cast(:objects as text[]),
                        cast(:mus as numeric[]), cast(:amounts as numeric[]), cast(:shares as numeric[]))
                        e (id, kind, source, object, mu, amount, shares)
                      join economy_coop_member m on m.coop_member_id = e.id
                """))
                .param("ids", each(bringing, UUID.class, join -> join.id().value()))
                .param("kinds", each(bringing, String.class, join -> brought(join)
                        .kind()
                        .name()))
                .param("sources", each(bringing, String.class, join -> brought(join)
                        .source()
                        .name()))
                .param("objects", each(bringing, String.class, join -> brought(join)
                        .object()))
                .param("mus", each(bringing, BigDecimal.class, join -> brought(join)
                        .mu()))
                .param("amounts", each(bringing, BigDecimal.class, join -> brought(join)
                        .amount()
                        .yuan()))
                .param("shares", each(bringing, BigDecimal.class, join -> brought(join)
                        .shares()))
                .update();
    }

    private static Contribution brought(Join join) {
        return Objects.requireNonNull(join.contribution());
    }

    private record Dealer(
            UUID id,
            @Nullable LocalDate foundedOn,
            @Nullable LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}

    /** What is wrong with which line. */
    @PreAuthorize(MAY_WRITE)
    @Transactional(readOnly = true)
    public Map<Integer, List<Problem>> checkTrades(Jurisdiction jurisdiction, List<TradeEntry> entries) {
        var dealers = new HashMap<UUID, Dealer>();
        in(jurisdiction, """
                select e.id, c.founded_on, m.joined_on, m.left_on
                from unnest(cast(:ids as uuid[]), cast(:cooperatives as uuid[]), cast(:members as uuid[])) e (id, cooperative, member)
                  join economy_cooperative c on c.cooperative_id = e.cooperative and c.state = 'ACTIVE'
                    and c.place_code >= :lo and c.place_code < :hi
                  left join economy_coop_member m on m.coop_member_id = e.member and m.cooperative_id = c.cooperative_id
                """)
                .param(
                        "ids",
                        entries.stream()
                                .map(entry -> entry.trade().id().value())
                                .toArray(UUID[]::new))
                .param(
                        "cooperatives",
                        entries.stream()
                                .map(entry -> entry.trade().cooperative().value())
                                .toArray(UUID[]::new))
                .param(
                        "members",
                        entries.stream()
                                .map(entry -> value(entry.trade().member()))
                                .toArray(UUID[]::new))
                .query(Dealer.class)
                .list()
                .forEach(dealer -> dealers.put(dealer.id(), dealer));
        var today = LocalDate.now(clock);
        var problems = new TreeMap<Integer, List<Problem>>();
        for (var entry : entries) {
            var trade = entry.trade();
            var dealer = dealers.get(trade.id().value());
            Problem problem = null;
            if (dealer == null || dealer.foundedOn() == null) {
                problem = MembershipRefused.at("cooperative", "no-cooperative");
            } else if (trade.amount().signum() <= 0) {
                problem = MembershipRefused.at("amount", "nothing");
            } else if (trade.on().isAfter(today)) {
                problem = MembershipRefused.at("on", "ahead");
            } else if (trade.on().isBefore(dealer.foundedOn())) {
                problem = MembershipRefused.at("on", "before", dealer.foundedOn());
            } else if (trade.member() != null && !dealt(dealer, trade.on())) {
                problem = MembershipRefused.at("on", "not-a-member-then", trade.name());
            }
            if (problem != null) {
                problems.put(entry.line(), List.of(problem));
            }
        }
        return problems;
    }

    private static boolean dealt(Dealer dealer, LocalDate on) {
        var joined = dealer.joinedOn();
        var left = dealer.leftOn();
        return joined != null && !on.isBefore(joined) && (left == null || !on.isAfter(left));
    }

    private static @Nullable UUID value(@Nullable CoopMemberId member) {
        return member == null ? null : member.value();
    }

    /** Enters all, or says what is wrong. The name of a member is that under which he is known. */
    @PreAuthorize(MAY_WRITE)
    public Map<Integer, List<Problem>> takeTrades(Jurisdiction jurisdiction, Actor actor, List<TradeEntry> entries) {
        var problems = checkTrades(jurisdiction, entries);
        if (!problems.isEmpty() || entries.isEmpty()) {
            return problems;
        }
        by(actor, in(jurisdiction, """
                insert into economy_coop_trade (trade_id, cooperative_id, place_code, coop_member_id, name, kind, product, quantity, unit,
                    amount, traded_on, withdrawn_reason, recorded_at, recorded_by, recorded_by_person)
                  select e.id, c.cooperative_id, c.place_code, e.member, coalesce(m.name, e.name), e.kind, e.product, e.quantity, e.unit,
                      e.amount, e.on_day, '', :at, :post, :holder
                    from unnest(cast(:ids as uuid[]), cast(:cooperatives as uuid[]), cast(:members as uuid[]), cast(:names as text[]),
                        cast(:kinds as text[]), cast(:products as text[]), cast(:quantities as numeric[]), cast(:units as text[]),
                        cast(:amounts as numeric[]), cast(:days as date[]))
                        e (id, cooperative, member, name, kind, product, quantity, unit, amount, on_day)
                      join economy_cooperative c on c.cooperative_id = e.cooperative and c.place_code >= :lo and c.place_code < :hi
                      left join economy_coop_member m on m.coop_member_id = e.member
                  on conflict (trade_id) do nothing
                """))
                .param(
                        "ids",
                        entries.stream()
                                .map(entry -> entry.trade().id().value())
                                .toArray(UUID[]::new))
                .param(
                        "cooperatives",
                        entries.stream()
                                .map(entry -> entry.trade().cooperative().value())
                                .toArray(UUID[]::new))
                .param(
                        "members",
                        entries.stream()
                                .map(entry -> value(entry.trade().member()))
                                .toArray(UUID[]::new))
                .param(
                        "names",
                        entries.stream().map(entry -> entry.trade().name()).toArray(String[]::new))
                .param(
                        "kinds",
                        entries.stream()
                                .map(entry -> entry.trade().kind().name())
                                .toArray(String[]::new))
                .param(
                        "products",
                        entries.stream().map(entry -> entry.trade().product()).toArray(String[]::new))
                .param(
                        "quantities",
                        entries.stream().map(entry -> entry.trade().quantity()).toArray(BigDecimal[]::new))
                .param(
                        "units",
                        entries.stream().map(entry -> entry.trade().unit()).toArray(String[]::new))
                .param(
                        "amounts",
                        entries.stream()
                                .map(entry -> entry.trade().amount().yuan())
                                .toArray(BigDecimal[]::new))
                .param(
                        "days",
                        entries.stream()
                                .map(entry -> entry.trade().on().toString())
                                .toArray(String[]::new))
                .update();
        events.publishEvent(new TradesTakenOver(entries.size(), jurisdiction.root()));
        return problems;
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
