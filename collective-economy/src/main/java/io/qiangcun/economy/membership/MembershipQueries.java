package io.qiangcun.economy.membership;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.cooperative.CooperativeId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads members of cooperatives and what they trade. */
@Component
@Transactional(readOnly = true)
public class MembershipQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')";

    private static final String MEMBERS = """
            select m.coop_member_id, m.cooperative_id, c.name as cooperative_name, m.place_code, p.name as place_name,
                c.state = 'ACTIVE' as acting, m.number, m.kind, h.number as household_number, m.name, m.joined_on, m.left_on,
                m.left_reason, coalesce(b.contributed, 0) as contributed, coalesce(b.mu, 0) as mu, coalesce(b.shares, 0) as shares,
                coalesce(q.reserve, 0) as reserve
              from economy_coop_member m
                join economy_cooperative c on c.cooperative_id = m.cooperative_id
                join place p on p.place_code = m.place_code
                left join household h on h.household_id = m.household_id
                left join lateral (select sum(b.amount) as contributed, sum(b.mu) as mu, sum(b.shares) as shares
                  from economy_coop_contribution b where b.coop_member_id = m.coop_member_id) b on true
                left join lateral (select sum(s.amount) as reserve from economy_coop_quota_share s
                  join economy_coop_quota o on o.quota_id = s.quota_id and o.kind = 'RESERVE'
                  where s.coop_member_id = m.coop_member_id) q on true
              where m.place_code >= :lo and m.place_code < :hi
            """;

    private static final String TRADES = """
            select t.trade_id, t.cooperative_id, c.name as cooperative_name, t.place_code, p.name as place_name, t.coop_member_id, t.name,
                t.kind, t.product, t.quantity, t.unit, t.amount, t.traded_on, t.withdrawn_at is not null as withdrawn,
                t.withdrawn_reason, t.recorded_by_person
              from economy_coop_trade t
                join economy_cooperative c on c.cooperative_id = t.cooperative_id
                join place p on p.place_code = t.place_code
              where t.place_code >= :lo and t.place_code < :hi
            """;

    private final JdbcClient database;

    MembershipQueries(JdbcClient database) {
        this.database = database;
    }

    /** Which members or trades are looked for; null and empty for any. */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable CooperativeId cooperative,
            @Nullable MemberKind kind,
            boolean left,
            @Nullable TradeKind trade,
            @Nullable Integer year,
            String text) {}

    /**
     * A member as he stands.
     *
     * @param contributed in yuan, what was given back taken off
     * @param reserve his part of the reserve
     */
    public record Member(
            UUID coopMemberId,
            UUID cooperativeId,
            String cooperativeName,
            String placeCode,
            String placeName,
            boolean acting,
            int number,
            MemberKind kind,
            @Nullable String householdNumber,
            String name,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn,
            String leftReason,
            BigDecimal contributed,
            BigDecimal mu,
            BigDecimal shares,
            BigDecimal reserve) {

        public CoopMemberId id() {
            return new CoopMemberId(coopMemberId);
        }

        public CooperativeId cooperative() {
            return new CooperativeId(cooperativeId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        /** Whether he can still do anything. */
        public boolean isPresent() {
            return acting && leftOn == null;
        }

        /** What he would be given back today. */
        public BigDecimal due() {
            return contributed.add(reserve);
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<Member> members(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        var cooperative = filter.cooperative();
        return ScopedList.of(MEMBERS, within(jurisdiction, filter))
                .and("m.cooperative_id = :cooperative", "cooperative", cooperative == null ? null : cooperative.value())
                .and("m.kind = :kind", "kind", filter.kind())
                .andIf(!filter.left(), "m.left_on is null")
                .and(
                        "strpos(concat_ws(' ', m.name, h.number, c.name), :text) > 0",
                        "text",
                        filter.text().isEmpty() ? null : filter.text())
                .page(database, "order by m.place_code, c.name, m.number", page, Member.class);
    }

    private static Jurisdiction within(Jurisdiction jurisdiction, Filter filter) {
        var place = filter.place();
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }

    @PreAuthorize(MAY_READ)
    public Member find(Jurisdiction jurisdiction, CoopMemberId id) {
        return in(jurisdiction, MEMBERS + " and m.coop_member_id = :id")
                .param("id", id.value())
                .query(Member.class)
                .optional()
                .orElseThrow(() -> new MemberNotFound(id));
    }

    /** Who belongs to a cooperative and can be chosen. */
    @PreAuthorize(MAY_READ)
    public List<Member> present(Jurisdiction jurisdiction, CooperativeId cooperative) {
        return in(jurisdiction, MEMBERS + " and m.cooperative_id = :id and m.left_on is null order by m.number")
                .param("id", cooperative.value())
                .query(Member.class)
                .list();
    }

    /** How many belong to a cooperative and what they brought. */
    public record Sums(
            int members,
            int households,
            BigDecimal contributed,
            BigDecimal mu,
            BigDecimal shares,
            BigDecimal reserve) {}

    @PreAuthorize(MAY_READ)
    public Sums sums(Jurisdiction jurisdiction, Filter filter) {
        var cooperative = filter.cooperative();
        return in(within(jurisdiction, filter), """
                select count(*) as members, count(distinct household_id) as households, coalesce(sum(contributed), 0) as contributed,
                  coalesce(sum(mu), 0) as mu, coalesce(sum(shares), 0) as shares, coalesce(sum(reserve), 0) as reserve
                from (select x.*, m.household_id from (%s) x join economy_coop_member m using (coop_member_id)) all_of_them
                where left_on is null and (cast(:cooperative as uuid) is null or cooperative_id = :cooperative)
                """.formatted(MEMBERS))
                .param("cooperative", cooperative == null ? null : cooperative.value())
                .query(Sums.class)
                .single();
    }

    /** What a member brought, or was given back. */
    public record Brought(
            ContributionKind kind,
            Source source,
            String object,
            BigDecimal mu,
            BigDecimal amount,
            BigDecimal shares,
            LocalDate madeOn,
            String recordedByPerson) {}

    @PreAuthorize(MAY_READ)
    public List<Brought> brought(Jurisdiction jurisdiction, CoopMemberId id) {
        return in(jurisdiction, """
                select kind, source, object, mu, amount, shares, made_on, recorded_by_person from economy_coop_contribution
                  where coop_member_id = :id and place_code >= :lo and place_code < :hi order by made_on, recorded_at, kind
                """)
                .param("id", id.value())
                .query(Brought.class)
                .list();
    }

    /** What was put to names. */
    public record Quota(
            UUID quotaId,
            int year,
            QuotaKind kind,
            QuotaWay way,
            BigDecimal amount,
            String basis,
            int members,
            String recordedByPerson) {}

    @PreAuthorize(MAY_READ)
    public List<Quota> quotas(Jurisdiction jurisdiction, CooperativeId id) {
        return in(jurisdiction, """
                select q.quota_id, q.year, q.kind, q.way, q.amount, q.basis,
                    (select count(*) from economy_coop_quota_share s where s.quota_id = q.quota_id) as members, q.recorded_by_person
                  from economy_coop_quota q
                  where q.cooperative_id = :id and q.place_code >= :lo and q.place_code < :hi
                  order by q.year desc, q.recorded_at desc
                """).param("id", id.value()).query(Quota.class).list();
    }

    /**
     * What counts for a member at the end of a year.
     *
     * @param traded with the cooperative in that year, in yuan; rents and wages are no trade
     * @param reserve put to his name, as are grants and gifts
     */
    public record Weight(
            UUID coopMemberId,
            int number,
            String name,
            BigDecimal contributed,
            BigDecimal mu,
            BigDecimal shares,
            BigDecimal reserve,
            BigDecimal grants,
            BigDecimal gifts,
            BigDecimal traded) {

        public CoopMemberId member() {
            return new CoopMemberId(coopMemberId);
        }
    }

    /** Those who were members at the end of the year or traded in it as members, by their numbers. */
    @PreAuthorize(MAY_READ)
    public List<Weight> weights(Jurisdiction jurisdiction, CooperativeId id, int year) {
        return in(jurisdiction, """
                with brought as (
                  select coop_member_id, sum(amount) as contributed, sum(mu) as mu, sum(shares) as shares
                  from economy_coop_contribution
                  where cooperative_id = :id and made_on < cast(:until as date) and place_code >= :lo and place_code < :hi
                  group by coop_member_id),
                put as (
                  select s.coop_member_id, sum(s.amount) filter (where q.kind = 'RESERVE') as reserve,
                    sum(s.amount) filter (where q.kind = 'GRANT') as grants, sum(s.amount) filter (where q.kind = 'GIFT') as gifts
                  from economy_coop_quota q join economy_coop_quota_share s on s.quota_id = q.quota_id
                  where q.cooperative_id = :id and q.year <= :year and q.place_code >= :lo and q.place_code < :hi
                  group by s.coop_member_id),
                traded as (
                  select coop_member_id, sum(amount) as traded from economy_coop_trade
                  where cooperative_id = :id and coop_member_id is not null and kind in ('SALE', 'SUPPLY') and withdrawn_at is null
                    and traded_on >= cast(:from as date) and traded_on < cast(:until as date) and place_code >= :lo and place_code < :hi
                  group by coop_member_id)
                select m.coop_member_id, m.number, m.name, coalesce(b.contributed, 0) as contributed, coalesce(b.mu, 0) as mu,
                    coalesce(b.shares, 0) as shares, coalesce(p.reserve, 0) as reserve, coalesce(p.grants, 0) as grants,
                    coalesce(p.gifts, 0) as gifts, coalesce(t.traded, 0) as traded
                  from economy_coop_member m
                    left join brought b on b.coop_member_id = m.coop_member_id
                    left join put p on p.coop_member_id = m.coop_member_id
                    left join traded t on t.coop_member_id = m.coop_member_id
                  where m.cooperative_id = :id and m.place_code >= :lo and m.place_code < :hi and m.joined_on < cast(:until as date)
                    and (m.left_on is null or m.left_on >= cast(:until as date) or t.traded > 0)
                  order by m.number
                """)
                .param("id", id.value())
                .param("year", year)
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .query(Weight.class)
                .list();
    }

    /** Something that was traded. */
    public record Trade(
            UUID tradeId,
            UUID cooperativeId,
            String cooperativeName,
            String placeCode,
            String placeName,
            @Nullable UUID coopMemberId,
            String name,
            TradeKind kind,
            String product,
            BigDecimal quantity,
            String unit,
            BigDecimal amount,
            LocalDate tradedOn,
            boolean withdrawn,
            String withdrawnReason,
            String recordedByPerson) {}

    @PreAuthorize(MAY_READ)
    public Page<Trade> trades(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        return trades(jurisdiction, filter)
                .page(database, "order by t.traded_on desc, t.recorded_at desc", page, Trade.class);
    }

    private static ScopedList trades(Jurisdiction jurisdiction, Filter filter) {
        var cooperative = filter.cooperative();
        var year = filter.year();
        var list = ScopedList.of(TRADES, within(jurisdiction, filter))
                .and("t.cooperative_id = :cooperative", "cooperative", cooperative == null ? null : cooperative.value())
                .and("t.kind = :kind", "kind", filter.trade())
                .and(
                        "strpos(concat_ws(' ', t.name, t.product, c.name), :text) > 0",
                        "text",
                        filter.text().isEmpty() ? null : filter.text());
        return year == null
                ? list
                : list.and("t.traded_on >= :from", "from", LocalDate.of(year, 1, 1))
                        .and("t.traded_on < :until", "until", LocalDate.of(year + 1, 1, 1));
    }

    /** @throws MemberNotFound if it is not there, or was withdrawn */
    @PreAuthorize(MAY_READ)
    public void requireCounted(Jurisdiction jurisdiction, TradeId id) {
        if (!in(jurisdiction, """
                select exists (select from economy_coop_trade
                  where trade_id = :id and withdrawn_at is null and place_code >= :lo and place_code < :hi)
                """).param("id", id.value()).query(Boolean.class).single()) {
            throw new MemberNotFound(id);
        }
    }

    /** What was traded of a product in a year, with members and with others. */
    public record ProductSum(
            TradeKind kind, String product, String unit, BigDecimal members, BigDecimal others, BigDecimal quantity) {}

    /** With members and with others apart (《农民专业合作社法》第四十一条). */
    @PreAuthorize(MAY_READ)
    public List<ProductSum> products(Jurisdiction jurisdiction, CooperativeId id, int year) {
        return in(jurisdiction, """
                select kind, product, unit, coalesce(sum(amount) filter (where coop_member_id is not null), 0) as members,
                  coalesce(sum(amount) filter (where coop_member_id is null), 0) as others, sum(quantity) as quantity
                from economy_coop_trade
                where cooperative_id = :id and withdrawn_at is null and traded_on >= :from and traded_on < :until
                  and place_code >= :lo and place_code < :hi
                group by kind, product, unit
                order by array_position(array['SALE', 'SUPPLY', 'WAGE', 'RENT'], kind), sum(amount) desc
                """)
                .param("id", id.value())
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .query(ProductSum.class)
                .list();
    }

    /** What was typed as product and unit lately, to be offered again. */
    @PreAuthorize(MAY_READ)
    public List<String> known(Jurisdiction jurisdiction, CooperativeId id) {
        return in(jurisdiction, """
                select product from economy_coop_trade
                where cooperative_id = :id and place_code >= :lo and place_code < :hi
                group by product order by max(traded_on) desc limit 20
                """).param("id", id.value()).query(String.class).list();
    }

    boolean isKnown(Jurisdiction jurisdiction, CoopMemberId id) {
        return in(jurisdiction, """
                select exists (select from economy_coop_member where coop_member_id = :id and place_code >= :lo and place_code < :hi)
                """)
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    boolean hasTradedSince(Jurisdiction jurisdiction, CoopMemberId id, LocalDate on) {
        return in(jurisdiction, """
                select exists (select from economy_coop_trade where coop_member_id = :id and traded_on > :on and withdrawn_at is null
                  and place_code >= :lo and place_code < :hi)
                """)
                .param("id", id.value())
                .param("on", on)
                .query(Boolean.class)
                .single();
    }

    /** A cooperative a line of a sheet may name. */
    public record Named(UUID cooperativeId, String placeCode, String name) {}

    @PreAuthorize(MAY_READ)
    public List<Named> acting(Jurisdiction jurisdiction) {
        return in(jurisdiction, """
                select cooperative_id, place_code, name from economy_cooperative
                  where state = 'ACTIVE' and place_code >= :lo and place_code < :hi
                """).query(Named.class).list();
    }

    /** A member as a line of a sheet may call him. */
    public record Called(
            UUID coopMemberId,
            UUID cooperativeId,
            String name,
            @Nullable String householdNumber,
            int number) {}

    @PreAuthorize(MAY_READ)
    public List<Called> called(Jurisdiction jurisdiction) {
        return in(jurisdiction, """
                select m.coop_member_id, m.cooperative_id, m.name, h.number as household_number, m.number
                  from economy_coop_member m left join household h on h.household_id = m.household_id
                  where m.left_on is null and m.place_code >= :lo and m.place_code < :hi
                """).query(Called.class).list();
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
