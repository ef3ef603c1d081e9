package io.qiangcun.grid.shop;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads points of households, goods and what was given out. Always by household, never in the order of what they have. */
@Service
@Transactional(readOnly = true)
public class ShopQueries {

    private static final String MAY_READ = "hasAuthority('" + ShopAuthorities.READ + "')";

    private static final String FACT = """
            select f.fact_id, f.place_code, p.name as place_name, f.household_id, f.household, f.rule_code,
              r.name as rule_name, f.amount, f.fact_on, f.fact, f.evidence, f.recorded_by, f.recorded_by_person, f.status,
              f.decided_by_person, f.decision_note, f.list_id, l.month, l.objections_until, f.reversed_by_person,
              f.reversed_reason, f.reversed_at is not null as reversed, o.objection_id is not null as contested
            from grid_shop_fact f
              join place p on p.place_code = f.place_code
              join grid_shop_rule r on r.rule_id = f.rule_id
              left join grid_shop_list l on l.list_id = f.list_id
              left join grid_shop_objection o on o.fact_id = f.fact_id and o.outcome is null
            where f.place_code >= :lo and f.place_code < :hi
            """;

    private static final String REDEMPTION = """
            select r.redemption_id, r.place_code, p.name as place_name, r.household_id, r.household, r.good_id, r.good,
              g.unit, r.quantity, r.price, r.points, r.taken_on, r.taken_by, r.recorded_by_person, r.list_id,
              r.reversed_at is not null as reversed, r.reversed_by_person, r.reversed_reason
            from grid_shop_redemption r
              join place p on p.place_code = r.place_code
              join grid_shop_good g on g.good_id = r.good_id
            where r.place_code >= :lo and r.place_code < :hi
            """;

    /** Points can be used once they were posted, nobody may object any more and no objection waits. */
    private static final String PURSES = """
            select household_id, max(household) as household, sum(usable) as usable, sum(coming) as coming,
              sum(spent) as spent, sum(usable) - sum(spent) as left_over
            from (
              select f.household_id, f.household, 0 as spent,
                case when l.objections_until < :today and o.objection_id is null then f.amount else 0 end as usable,
                case when l.objections_until < :today and o.objection_id is null then 0 else f.amount end as coming
              from grid_shop_fact f
                left join grid_shop_list l on l.list_id = f.list_id
                left join grid_shop_objection o on o.fact_id = f.fact_id and o.outcome is null
              where f.place_code >= :lo and f.place_code < :hi and f.status = 'APPROVED' and f.reversed_at is null
              union all
              select household_id, household, points, 0, 0 from grid_shop_redemption
              where place_code >= :lo and place_code < :hi and reversed_at is null
            ) laid_together
            """;

    private static final String LIST = """
            select l.list_id, l.place_code, p.name as place_name, l.month, l.published_on, l.objections_until,
              l.recorded_by_person
            from grid_shop_list l join place p on p.place_code = l.place_code
            where l.place_code >= :lo and l.place_code < :hi
            """;

    private static final String GOOD = """
            select g.good_id, g.place_code, g.name, g.unit, g.price, g.stock, g.withdrawn_on from grid_shop_good g
            where g.place_code >= :lo and g.place_code < :hi
            """;

    private static final String HOME = """
            select household_id, max(place_code) as place_code, max(number) as number,
              (array_agg(name order by born_on) filter (where name is not null))[1] as eldest
            from (
              select household_id, place_code, number, null as name, null::date as born_on from household
              where place_code >= :lo and place_code < :hi
              union all
              select household_id, null, null, name, born_on from person
              where place_code >= :lo and place_code < :hi and household_id is not null
                and left_on is null and died_on is null
            ) laid_together
            group by household_id
            having max(place_code) is not null
            order by max(number)
            """;

    private final PeopleQueries people;
    private final JdbcClient database;
    private final Clock clock;

    ShopQueries(PeopleQueries people, JdbcClient database, Clock clock) {
        this.people = people;
        this.database = database;
        this.clock = clock;
    }

    /** Villages that have a shop or a fact, by their codes. */
    @PreAuthorize(MAY_READ)
    public List<ShopRow> shops(Jurisdiction jurisdiction) {
        return bound("""
                select p.place_code, t.name as township_name, p.name, laid.goods, laid.waiting, laid.unposted,
                  laid.contested, laid.redeemed
                from (
                  select place_code, sum(goods) as goods, sum(waiting) as waiting, sum(unposted) as unposted,
                    sum(contested) as contested, sum(redeemed) as redeemed
                  from (
                    select place_code, 1 as goods, 0 as waiting, 0 as unposted, 0 as contested, 0 as redeemed
                    from grid_shop_good where place_code >= :lo and place_code < :hi and withdrawn_on is null
                    union all
                    select place_code, 0, (status = 'ENTERED')::int, (status = 'APPROVED' and list_id is null)::int, 0, 0
                    from grid_shop_fact where place_code >= :lo and place_code < :hi and reversed_at is null
                    union all
                    select place_code, 0, 0, 0, 1, 0 from grid_shop_objection
                    where place_code >= :lo and place_code < :hi and outcome is null
                    union all
                    select place_code, 0, 0, 0, 0, 1 from grid_shop_redemption
                    where place_code >= :lo and place_code < :hi and reversed_at is null and taken_on >= :month
                  ) each_once group by place_code
                ) laid
                  join place p on p.place_code = laid.place_code
                  left join place t on t.place_code = left(p.place_code, 9)
                order by p.place_code
                """, jurisdiction)
                .param("month", today().withDayOfMonth(1))
                .query(ShopRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Page<FactRow> facts(Jurisdiction jurisdiction, @Nullable FactStatus status, Pageable page) {
        return ScopedList.of(FACT, jurisdiction)
                .andIf(status == FactStatus.CONTESTED, "o.objection_id is not null")
                .andIf(status == FactStatus.REVERSED, "f.reversed_at is not null")
                .andIf(status == FactStatus.PUBLISHED, "f.list_id is not null and f.reversed_at is null")
                .and("f.status = :status", "status", status == null ? null : status.stored())
                .page(database, " order by f.place_code, f.fact_on desc, f.household, f.fact_id", page, FactRow.class);
    }

    @PreAuthorize(MAY_READ)
    public FactRow fact(Jurisdiction jurisdiction, UUID id) {
        return bound(FACT + " and f.fact_id = :id", jurisdiction)
                .param("id", id)
                .query(FactRow.class)
                .optional()
                .orElseThrow(() -> new ShopRecordNotFound(id));
    }

    @PreAuthorize(MAY_READ)
    public List<ObjectionRow> objections(Jurisdiction jurisdiction, UUID fact) {
        return bound("""
                select o.objection_id, o.raised_on, o.raised_by, o.content, o.outcome, o.answer, o.answered_on,
                  o.answered_by_person
                from grid_shop_objection o
                where o.place_code >= :lo and o.place_code < :hi and o.fact_id = :fact order by o.raised_on, o.recorded_at
                """, jurisdiction)
                .param("fact", fact)
                .query(ObjectionRow.class)
                .list();
    }

    /** What each household may spend, what is still to be posted or objected to, and what it has spent. */
    @PreAuthorize(MAY_READ)
    public List<Purse> purses(Jurisdiction jurisdiction) {
        return bound(PURSES + " group by household_id order by max(household)", jurisdiction)
                .param("today", today())
                .query(Purse.class)
                .list();
    }

    /** What one household may spend now. */
    int purse(Jurisdiction jurisdiction, UUID household) {
        return bound(PURSES + " where household_id = :household group by household_id", jurisdiction)
                .param("today", today())
                .param("household", household)
                .query(Purse.class)
                .optional()
                .map(Purse::leftOver)
                .orElse(0);
    }

    @PreAuthorize(MAY_READ)
    public List<GoodRow> goods(Jurisdiction jurisdiction) {
        return bound(GOOD + " order by g.withdrawn_on is not null, g.name", jurisdiction)
                .query(GoodRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public GoodRow good(Jurisdiction jurisdiction, UUID id) {
        return bound(GOOD + " and g.good_id = :id", jurisdiction)
                .param("id", id)
                .query(GoodRow.class)
                .optional()
                .orElseThrow(() -> new ShopRecordNotFound(id));
    }

    /** How the stock of a good came about, the latest first. */
    @PreAuthorize(MAY_READ)
    public List<MovementRow> movements(Jurisdiction jurisdiction, UUID good) {
        return bound("""
                select m.moved_on, m.kind, m.quantity, m.note, m.recorded_by_person, m.redemption_id,
                  sum(m.quantity) over (order by m.position) as stock
                from grid_shop_movement m
                where m.place_code >= :lo and m.place_code < :hi and m.good_id = :good
                order by m.position desc
                """, jurisdiction)
                .param("good", good)
                .query(MovementRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Page<RedemptionRow> redemptions(Jurisdiction jurisdiction, Pageable page) {
        return ScopedList.of(REDEMPTION, jurisdiction)
                .page(
                        database,
                        " order by r.taken_on desc, r.recorded_at desc, r.redemption_id",
                        page,
                        RedemptionRow.class);
    }

    @PreAuthorize(MAY_READ)
    public RedemptionRow redemption(Jurisdiction jurisdiction, UUID id) {
        return bound(REDEMPTION + " and r.redemption_id = :id", jurisdiction)
                .param("id", id)
                .query(RedemptionRow.class)
                .optional()
                .orElseThrow(() -> new ShopRecordNotFound(id));
    }

    @PreAuthorize(MAY_READ)
    public List<ListRow> lists(Jurisdiction jurisdiction) {
        return bound(LIST + " order by l.month desc", jurisdiction)
                .query(ListRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Published published(Jurisdiction jurisdiction, UUID id) {
        var list = bound(LIST + " and l.list_id = :id", jurisdiction)
                .param("id", id)
                .query(ListRow.class)
                .optional()
                .orElseThrow(() -> new ShopRecordNotFound(id));
        return new Published(
                list,
                bound(FACT + " and f.list_id = :id order by f.household, f.fact_on", jurisdiction)
                        .param("id", id)
                        .query(FactRow.class)
                        .list(),
                bound(REDEMPTION + " and r.list_id = :id order by r.household, r.taken_on", jurisdiction)
                        .param("id", id)
                        .query(RedemptionRow.class)
                        .list());
    }

    /** The month that ended last, if it is not posted yet and there is something to post. */
    @PreAuthorize(MAY_READ)
    public Optional<YearMonth> unpublished(Jurisdiction village) {
        var begun = today().withDayOfMonth(1);
        var waits = bound("""
                select (exists (select from grid_shop_fact where place_code >= :lo and place_code < :hi
                    and status = 'APPROVED' and list_id is null and reversed_at is null and fact_on < :begun)
                  or exists (select from grid_shop_redemption where place_code >= :lo and place_code < :hi
                    and list_id is null and reversed_at is null and taken_on < :begun))
                  and not exists (select from grid_shop_list where place_code >= :lo and place_code < :hi and month = :month)
                """, village)
                .param("begun", begun)
                .param("month", begun.minusMonths(1))
                .query(Boolean.class)
                .single();
        return waits ? Optional.of(YearMonth.from(begun.minusMonths(1))) : Optional.empty();
    }

    /** Households of a village, by their numbers. */
    @PreAuthorize(MAY_READ)
    public List<Home> homes(Jurisdiction village) {
        return bound(HOME, village).query(Home.class).list();
    }

    /** What counts in the county of the place on the day: its own version where it has one. */
    public List<RuleRow> rules(PlaceCode place, LocalDate on) {
        return versions(place, on).stream().filter(RuleRow::inForce).toList();
    }

    /** The same, with those a county does without. */
    List<RuleRow> versions(PlaceCode place, LocalDate on) {
        return database.sql("""
                select rule_id, code, within, valid_from, in_force, position, name, amount, per, basis_text
                from (
                  select distinct on (code) * from grid_shop_rule
                  where within in ('', :county) and valid_from <= :on
                  order by code, within desc, valid_from desc
                ) latest
                order by position, code
                """)
                .param("county", place.county().value())
                .param("on", on)
                .query(RuleRow.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public List<RuleRow> allRules(PlaceCode place) {
        return versions(place, today());
    }

    /** Whether who acts lives in the household. */
    boolean livesIn(Jurisdiction jurisdiction, Actor actor, UUID household) {
        return people.personOf(jurisdiction, actor)
                .map(person -> database.sql(
                                "select exists (select from person where person_id = :id and household_id = :household)")
                        .param("id", person.value())
                        .param("household", household)
                        .query(Boolean.class)
                        .single())
                .orElse(false);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    /** A village and what waits in its shop. */
    public record ShopRow(
            String placeCode,
            @Nullable String townshipName,
            String name,
            int goods,
            int waiting,
            int unposted,
            int contested,
            int redeemed) {}

    /** What a household did, and what became of it. */
    public record FactRow(
            UUID factId,
            String placeCode,
            String placeName,
            UUID householdId,
            String household,
            String ruleCode,
            String ruleName,
            int amount,
            LocalDate factOn,
            String fact,
            String evidence,
            String recordedBy,
            String recordedByPerson,
            String status,
            @Nullable String decidedByPerson,
            @Nullable String decisionNote,
            @Nullable UUID listId,
            @Nullable LocalDate month,
            @Nullable LocalDate objectionsUntil,
            @Nullable String reversedByPerson,
            @Nullable String reversedReason,
            boolean reversed,
            boolean contested) {

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        public FactStatus state() {
            if (reversed) {
                return FactStatus.REVERSED;
            }
            if (contested) {
                return FactStatus.CONTESTED;
            }
            return listId != null ? FactStatus.PUBLISHED : FactStatus.valueOf(status);
        }
    }

    /** What somebody has against a fact. */
    public record ObjectionRow(
            UUID objectionId,
            LocalDate raisedOn,
            String raisedBy,
            String content,
            @Nullable String outcome,
            @Nullable String answer,
            @Nullable LocalDate answeredOn,
            @Nullable String answeredByPerson) {}

    /** A household's points: to be had now, on the way, and spent. */
    public record Purse(UUID householdId, String household, int usable, int coming, int spent, int leftOver) {}

    /** A good and how many there are. */
    public record GoodRow(
            UUID goodId,
            String placeCode,
            String name,
            String unit,
            int price,
            int stock,
            @Nullable LocalDate withdrawnOn) {

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }
    }

    /** Goods in or out, and how many there were then. */
    public record MovementRow(
            LocalDate movedOn,
            String kind,
            int quantity,
            String note,
            String recordedByPerson,
            @Nullable UUID redemptionId,
            int stock) {}

    /** Goods a household took. */
    public record RedemptionRow(
            UUID redemptionId,
            String placeCode,
            String placeName,
            UUID householdId,
            String household,
            UUID goodId,
            String good,
            String unit,
            int quantity,
            int price,
            int points,
            LocalDate takenOn,
            String takenBy,
            String recordedByPerson,
            @Nullable UUID listId,
            boolean reversed,
            @Nullable String reversedByPerson,
            @Nullable String reversedReason) {

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }
    }

    /** A posted month. */
    public record ListRow(
            UUID listId,
            String placeCode,
            String placeName,
            LocalDate month,
            LocalDate publishedOn,
            LocalDate objectionsUntil,
            String recordedByPerson) {}

    /** A posted month with what was in it. */
    public record Published(ListRow list, List<FactRow> facts, List<RedemptionRow> redemptions) {

        public Published {
            facts = List.copyOf(facts);
            redemptions = List.copyOf(redemptions);
        }
    }

    /** A household to choose from. */
    public record Home(
            UUID householdId, String number, @Nullable String eldest) {

        public String label() {
            return eldest == null ? number : number + " · " + eldest;
        }
    }

    /** What gives points. */
    public record RuleRow(
            UUID ruleId,
            String code,
            String within,
            LocalDate validFrom,
            boolean inForce,
            int position,
            String name,
            int amount,
            String per,
            String basisText) {}
}
