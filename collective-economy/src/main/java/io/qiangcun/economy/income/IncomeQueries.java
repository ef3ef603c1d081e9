package io.qiangcun.economy.income;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads income from posted vouchers, of the months of a year up to one of them. */
@Component
@Transactional(readOnly = true)
public class IncomeQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_INCOME + "')";
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** This year and the same months of the one before, both by this year's formula. */
    private static final String INCOME = """
            with income as materialized (
              select *, day >= cast(:from as date) as now
              from economy_income(:lo, :hi, cast(:before as date), cast(:until as date), :year)
              where day >= cast(:from as date) or day < cast(:before_until as date))
            """;

    private static final String LADDER = INCOME + """
            , sums as (
              select place_code,
                coalesce(sum(amount) filter (where now and kind = 'OPERATING'), 0) as operating,
                coalesce(sum(amount) filter (where not now and kind = 'OPERATING'), 0) as before,
                coalesce(sum(amount) filter (where now and kind = 'GRANT'), 0) as grants,
                coalesce(sum(amount) filter (where now and kind = 'ONE_OFF'), 0) as one_off,
                coalesce(sum(amount) filter (where now and kind = 'PASS_THROUGH'), 0) as pass_through,
                coalesce(sum(amount) filter (where now and kind = 'OPERATING_COST'), 0) as operating_cost,
                coalesce(sum(amount) filter (where now and kind = 'OTHER_COST'), 0) as other_cost
              from income group by place_code),
            books as (
              select b.place_code, count(*) as books from economy_book b
              where b.place_code >= :lo and b.place_code < :hi and b.opened_on < cast(:until as date)
                and exists (select from economy_income_term t where t.regime = b.regime)
              group by b.place_code)
            select p.place_code as place, p.name, t.name as township_name, coalesce(b.books, 0) as books,
              coalesce(s.operating, 0) as operating, coalesce(s.before, 0) as before, coalesce(s.grants, 0) as "grant",
              coalesce(s.one_off, 0) as one_off, coalesce(s.pass_through, 0) as pass_through,
              coalesce(s.operating_cost, 0) as operating_cost, coalesce(s.other_cost, 0) as other_cost
            from place p
              left join place t on t.place_code = left(p.place_code, 9) and length(p.place_code) > 9
              left join books b on b.place_code = p.place_code
              left join sums s on s.place_code = p.place_code
            where p.place_code >= :lo and p.place_code < :hi and (p.valid_to is null or p.valid_to > :today)
              and (b.books > 0 or p.category = 'VILLAGE')
            order by coalesce(s.operating, 0), p.place_code
            """;

    private final JdbcClient database;
    private final Clock clock;

    IncomeQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Who earned least comes first. */
    @PreAuthorize(MAY_READ)
    public Ladder ladder(Jurisdiction jurisdiction, YearMonth upTo) {
        return new Ladder(
                in(jurisdiction, LADDER, upTo)
                        .param("today", LocalDate.now(clock))
                        .query((row, number) -> new VillageIncome(
                                new PlaceCode(row.getString("place")),
                                row.getString("name"),
                                row.getString("township_name"),
                                row.getInt("books"),
                                row.getBigDecimal("operating"),
                                row.getBigDecimal("before"),
                                row.getBigDecimal("grant"),
                                row.getBigDecimal("one_off"),
                                row.getBigDecimal("pass_through"),
                                row.getBigDecimal("operating_cost"),
                                row.getBigDecimal("other_cost")))
                        .list(),
                bands(upTo));
    }

    private Bands bands(YearMonth upTo) {
        return new Bands(database.sql("""
                select amount from rule_parameter
                where code in ('economy.income.band-1', 'economy.income.band-2', 'economy.income.band-3', 'economy.income.band-4')
                  and valid_from <= :on and (valid_to is null or valid_to > :on)
                """).param("on", upTo.atEndOfMonth()).query(BigDecimal.class).list().stream()
                .map(TEN_THOUSAND::multiply)
                .toList());
    }

    /** @param village within the jurisdiction */
    @PreAuthorize(MAY_READ)
    public IncomeSheet sheet(Jurisdiction jurisdiction, PlaceCode village, YearMonth upTo) {
        var here = jurisdiction.narrowedTo(village);
        var rows = in(here, INCOME + """
                select i.book_id, b.name as book_name, i.account_code as account, a.name as account_name, i.kind,
                  coalesce(sum(i.amount) filter (where i.now), 0) as amount,
                  coalesce(sum(i.amount) filter (where not i.now), 0) as before
                from income i
                  join economy_book b on b.book_id = i.book_id
                  join economy_account a on a.book_id = i.book_id and a.code = i.account_code
                group by i.book_id, b.name, i.account_code, a.name, i.kind
                having sum(abs(i.amount)) > 0
                order by b.name, i.account_code
                """, upTo).query(IncomeSheet.Row.class).list();
        var sums = new HashMap<Integer, BigDecimal>();
        in(here, INCOME + """
                select extract(month from day)::int as month, sum(amount) as amount from income
                where now and kind = 'OPERATING' group by 1
                """, upTo).query(MonthSum.class).list().forEach(sum -> sums.put(sum.month(), sum.amount()));
        return new IncomeSheet(
                rows,
                IntStream.rangeClosed(1, upTo.getMonthValue())
                        .mapToObj(month -> sums.getOrDefault(month, BigDecimal.ZERO))
                        .toList());
    }

    private record MonthSum(int month, BigDecimal amount) {}

    /** The latest first; those of other counties are not known here. */
    @PreAuthorize(MAY_READ)
    public List<IncomeFormula> formulas(Jurisdiction jurisdiction) {
        var terms = database.sql("""
                select t.formula_id, t.regime, t.account, coalesce(a.name, '') as name, t.kind
                from economy_income_term t left join economy_chart_account a on a.regime = t.regime and a.code = t.account
                order by t.regime desc, t.account
                """).query(FormulaTerm.class).list().stream()
                .collect(groupingBy(FormulaTerm::formulaId, mapping(FormulaTerm::term, toList())));
        return database.sql("""
                select formula_id, within <> '' as own, year_from, name, source, recorded_at, recorded_by_person
                from economy_income_formula where within in ('', left(:lo, 6))
                order by year_from desc, within desc
                """)
                .param("lo", jurisdiction.lo())
                .query((row, number) -> {
                    var id = row.getObject("formula_id", UUID.class);
                    return new IncomeFormula(
                            id,
                            row.getBoolean("own"),
                            row.getInt("year_from"),
                            row.getString("name"),
                            row.getString("source"),
                            row.getTimestamp("recorded_at").toInstant(),
                            row.getString("recorded_by_person"),
                            terms.getOrDefault(id, List.of()));
                })
                .list();
    }

    private record FormulaTerm(UUID formulaId, String regime, String account, String name, IncomeKind kind) {

        IncomeFormula.Term term() {
            return new IncomeFormula.Term(regime, account, name, kind);
        }
    }

    /** The one that counts a year: the county's own before the general one. */
    @PreAuthorize(MAY_READ)
    public IncomeFormula formula(Jurisdiction jurisdiction, int year) {
        var begun = formulas(jurisdiction).stream()
                .filter(formula -> formula.yearFrom() <= year)
                .toList();
        return begun.stream().filter(IncomeFormula::own).findFirst().orElseGet(() -> begun.get(0));
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql, YearMonth upTo) {
        return database.sql(sql)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("from", upTo.withMonth(1).atDay(1))
                .param("until", upTo.plusMonths(1).atDay(1))
                .param("before", upTo.withMonth(1).minusYears(1).atDay(1))
                .param("before_until", upTo.minusYears(1).plusMonths(1).atDay(1))
                .param("year", upTo.getYear());
    }
}
