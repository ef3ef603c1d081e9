package io.qiangcun.economy.dividend;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Works out what households gain by cooperatives: from lists that were paid, wages and rents, never from what somebody says. */
@Component
@Transactional(readOnly = true)
public class GainQueries {

    private final JdbcClient database;

    GainQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * What the households of a place gained in a year.
     *
     * @param households that belong to a cooperative at the end of the year, each once
     * @param persons registered in them
     * @param sales what they sold through cooperatives; no gain, for it would be sold without them too
     */
    public record Gain(
            String placeCode,
            String name,
            int households,
            int persons,
            BigDecimal wages,
            BigDecimal rents,
            BigDecimal dividends,
            BigDecimal sales) {

        public BigDecimal total() {
            return wages.add(rents).add(dividends);
        }

        /** Null where nobody is led. */
        public @Nullable BigDecimal perHousehold() {
            return share(total(), households);
        }

        /** Null where nobody is registered in the households. */
        public @Nullable BigDecimal perPerson() {
            return share(total(), persons);
        }

        /** All they got from cooperatives, what they sold included. */
        public @Nullable BigDecimal income() {
            return share(total().add(sales), households);
        }

        private static @Nullable BigDecimal share(BigDecimal sum, int among) {
            return among == 0 ? null : sum.divide(BigDecimal.valueOf(among), 2, RoundingMode.HALF_UP);
        }

        Gain plus(Gain other) {
            return new Gain(
                    "",
                    "",
                    households + other.households,
                    persons + other.persons,
                    wages.add(other.wages),
                    rents.add(other.rents),
                    dividends.add(other.dividends),
                    sales.add(other.sales));
        }
    }

    /** Cooperatives that are an example to others. */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
    public int examples(Jurisdiction jurisdiction) {
        return database.sql("""
                select count(distinct g.cooperative_id) from economy_cooperative_tag g
                  join economy_cooperative c on c.cooperative_id = g.cooperative_id and c.state = 'ACTIVE'
                where g.revoked_on is null and g.place_code >= :lo and g.place_code < :hi
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Integer.class)
                .single();
    }

    /**
     * Township by township in a county, else village by village.
     *
     * @param examples only what cooperatives bring that are an example to others
     */
    @PreAuthorize("hasAuthority('" + EconomyAuthorities.READ_COOPERATIVES + "')")
    public List<Gain> gains(Jurisdiction jurisdiction, int year, boolean examples) {
        var level = jurisdiction.level() == PlaceKind.COUNTY ? PlaceKind.TOWNSHIP : PlaceKind.VILLAGE;
        return database.sql("""
                with led as materialized (
                  select distinct on (m.household_id) m.household_id, m.place_code
                  from economy_coop_member m join economy_cooperative c on c.cooperative_id = m.cooperative_id
                  where m.place_code >= :lo and m.place_code < :hi and m.household_id is not null and m.joined_on < :until
                    and (m.left_on is null or m.left_on >= :until) and (c.dissolved_on is null or c.dissolved_on >= :until)
                    and (not :examples or exists (select from economy_cooperative_tag g where g.cooperative_id = m.cooperative_id and g.revoked_on is null))
                  order by m.household_id, m.place_code),
                homes as (
                  select place_code, count(*) as households from led group by place_code),
                living as (
                  select l.place_code, count(*) as persons from led l join person p on p.household_id = l.household_id
                  where p.left_on is null and p.died_on is null group by l.place_code),
                earned as (
                  select t.place_code, sum(t.amount) filter (where t.kind = 'WAGE') as wages,
                    sum(t.amount) filter (where t.kind = 'RENT') as rents, sum(t.amount) filter (where t.kind = 'SALE') as sales
                  from economy_coop_trade t join economy_coop_member m on m.coop_member_id = t.coop_member_id
                  where t.place_code >= :lo and t.place_code < :hi and m.household_id is not null and t.withdrawn_at is null
                    and t.traded_on >= :from and t.traded_on < :until
                    and (not :examples or exists (select from economy_cooperative_tag g where g.cooperative_id = m.cooperative_id and g.revoked_on is null))
                  group by t.place_code),
                paid as (
                  select l.place_code, sum(l.returned + l.shared + l.guaranteed) as dividends
                  from economy_dividend_line l join economy_coop_member m on m.coop_member_id = l.coop_member_id
                  where l.place_code >= :lo and l.place_code < :hi and m.household_id is not null
                    and l.paid_on >= :from and l.paid_on < :until
                    and (not :examples or exists (select from economy_cooperative_tag g where g.cooperative_id = m.cooperative_id and g.revoked_on is null))
                  group by l.place_code)
                select g.place_code, g.name, sum(h.households) as households, coalesce(sum(n.persons), 0) as persons,
                    coalesce(sum(e.wages), 0) as wages, coalesce(sum(e.rents), 0) as rents, coalesce(sum(d.dividends), 0) as dividends,
                    coalesce(sum(e.sales), 0) as sales
                  from homes h
                    join place g on g.place_code = left(h.place_code, :digits)
                    left join living n on n.place_code = h.place_code
                    left join earned e on e.place_code = h.place_code
                    left join paid d on d.place_code = h.place_code
                  group by g.place_code, g.name
                  order by g.place_code
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year + 1, 1, 1))
                .param("digits", level.digits())
                .param("examples", examples)
                .query(Gain.class)
                .list();
    }

    /** All of them together. */
    public static Gain whole(List<Gain> gains) {
        return gains.stream()
                .reduce(
                        new Gain("", "", 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO),
                        Gain::plus);
    }
}
