package io.qiangcun.economy.plan;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.economy.EconomyAuthorities;
import io.qiangcun.economy.income.IncomeQueries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads plans, and how far the ledger says they are. */
@Component
@Transactional(readOnly = true)
public class PlanQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_PLANS + "')";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final JdbcClient database;
    private final IncomeQueries income;
    private final CurrentAccount account;
    private final Clock clock;

    PlanQueries(JdbcClient database, IncomeQueries income, CurrentAccount account, Clock clock) {
        this.database = database;
        this.income = income;
        this.account = account;
        this.clock = clock;
    }

    /**
     * A model to choose.
     *
     * @param name empty while nobody worded it; it is known by its number then
     */
    public record Model(int slot, String name, String content, boolean retired) {}

    /** As the county words them, in the order of their numbers. */
    @PreAuthorize(MAY_READ)
    public List<Model> models(Jurisdiction jurisdiction) {
        return database.sql("""
                select distinct on (slot) slot, name, content, retired from economy_model
                where within in ('', left(:lo, 6)) order by slot, within desc
                """)
                .param("lo", jurisdiction.lo())
                .query(Model.class)
                .list();
    }

    /**
     * A village with its plan for a year and what the ledger says of it.
     *
     * @param planId null where there is none
     * @param target null where the plan is not about that year
     * @param income of the year so far; null where no book is kept
     */
    public record Row(
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            @Nullable UUID planId,
            @Nullable Integer slot,
            @Nullable String modelName,
            @Nullable UUID projectId,
            @Nullable String project,
            @Nullable BigDecimal target,
            @Nullable BigDecimal income) {

        /** Of the target, in whole per cent rounded down; null where one of the two is not known or nothing was meant. */
        public @Nullable Integer percent() {
            return percentOf(income, target);
        }

        public boolean isReached() {
            return target != null && income != null && income.compareTo(target) >= 0;
        }
    }

    private static @Nullable Integer percentOf(@Nullable BigDecimal income, @Nullable BigDecimal target) {
        return income == null || target == null || target.signum() == 0
                ? null
                : income.multiply(HUNDRED).divide(target, 0, RoundingMode.DOWN).intValue();
    }

    /** All villages, with and without plan. */
    @PreAuthorize(MAY_READ)
    public List<Row> rows(Jurisdiction jurisdiction, int year) {
        var earned = income.ladder(jurisdiction, upTo(year)).known().stream()
                .collect(Collectors.toMap(village -> village.place().value(), Function.identity()));
        return database.sql("""
                select p.place_code, p.name, t.name as township_name, r.plan_id, r.slot, m.name as model_name, r.project_id,
                  coalesce(j.name, nullif(r.project_words, '')) as project, g.amount as target
                from place p
                  left join place t on t.place_code = left(p.place_code, 9)
                  left join economy_plan r on r.place_code = p.place_code and r.ended_on is null
                  left join economy_project j on j.project_id = r.project_id
                  left join economy_plan_target g on g.plan_id = r.plan_id and g.year = :year
                    and g.year between r.from_year and r.until_year
                  left join lateral (select name from economy_model m where m.slot = r.slot
                    and m.within in ('', left(p.place_code, 6)) order by m.within desc limit 1) m on true
                where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE'
                  and (p.valid_to is null or p.valid_to > :today)
                order by p.place_code
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("year", year)
                .param("today", LocalDate.now(clock))
                .query((row, number) -> {
                    var code = row.getString("place_code");
                    var village = earned.get(code);
                    return new Row(
                            code,
                            row.getString("name"),
                            row.getString("township_name"),
                            row.getObject("plan_id", UUID.class),
                            row.getObject("slot", Integer.class),
                            row.getString("model_name"),
                            row.getObject("project_id", UUID.class),
                            row.getString("project"),
                            row.getBigDecimal("target"),
                            village == null ? null : village.operating());
                })
                .list();
    }

    private YearMonth upTo(int year) {
        var now = YearMonth.now(clock);
        return year == now.getYear() ? now : YearMonth.of(year, 12);
    }

    /** A plan as it stands. */
    public record View(
            UUID planId,
            long version,
            String placeCode,
            String placeName,
            int fromYear,
            int untilYear,
            @Nullable Integer slot,
            @Nullable String modelName,
            @Nullable String modelContent,
            String measures,
            @Nullable UUID projectId,
            @Nullable String projectName,
            String projectWords,
            LocalDate adoptedOn,
            String adoptedBy,
            @Nullable LocalDate endedOn,
            String endedReason,
            String recordedByPerson) {

        public PlanId id() {
            return new PlanId(planId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        public boolean isCurrent() {
            return endedOn == null;
        }
    }

    private static final String VIEW = """
            select r.plan_id, r.version, r.place_code, p.name as place_name, r.from_year, r.until_year, r.slot, m.name as model_name,
              m.content as model_content, r.measures, r.project_id, j.name as project_name, r.project_words, r.adopted_on, r.adopted_by,
              r.ended_on, r.ended_reason, r.recorded_by_person
            from economy_plan r
              join place p on p.place_code = r.place_code
              left join economy_project j on j.project_id = r.project_id
              left join lateral (select name, content from economy_model m where m.slot = r.slot
                and m.within in ('', left(r.place_code, 6)) order by m.within desc limit 1) m on true
            where r.place_code >= :lo and r.place_code < :hi
            """;

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, PlanId id) {
        return database.sql(VIEW + " and r.plan_id = :id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("id", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new PlanNotFound(id));
    }

    /** All plans a village ever had, the current one first. */
    @PreAuthorize(MAY_READ)
    public List<View> of(Jurisdiction jurisdiction, PlaceCode village) {
        var here = jurisdiction.narrowedTo(village);
        return database.sql(VIEW + " order by r.ended_on desc nulls first, r.adopted_on desc")
                .param("lo", here.lo())
                .param("hi", here.hi())
                .query(View.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<View> current(Jurisdiction jurisdiction, PlaceCode village) {
        return of(jurisdiction, village).stream().filter(View::isCurrent).findFirst();
    }

    /**
     * A year of a plan.
     *
     * @param income null for a year that has not begun, or where no book is kept
     */
    public record Year(
            int year, BigDecimal target, @Nullable BigDecimal income) {

        public @Nullable Integer percent() {
            return percentOf(income, target);
        }

        public boolean isReached() {
            return income != null && income.compareTo(target) >= 0;
        }
    }

    @PreAuthorize(MAY_READ)
    public List<Year> years(Jurisdiction jurisdiction, View plan) {
        var here = jurisdiction.narrowedTo(plan.place());
        var now = YearMonth.now(clock);
        return database.sql("""
                with earned as (
                  select extract(year from i.day)::int as year, sum(i.amount) as amount
                  from economy_income(:lo, :hi, make_date(:from, 1, 1), cast(:until as date), null) i
                  where i.kind = 'OPERATING' group by 1)
                select t.year, t.amount as target,
                  case when t.year <= :this_year and exists (select from economy_book b where b.place_code = t.place_code
                    and extract(year from b.opened_on) <= t.year) then coalesce(e.amount, 0) end as income
                from economy_plan_target t left join earned e on e.year = t.year
                where t.plan_id = :id and t.year between :from and :to and t.place_code >= :lo and t.place_code < :hi
                order by t.year
                """)
                .param("lo", here.lo())
                .param("hi", here.hi())
                .param("from", plan.fromYear())
                .param("to", plan.untilYear())
                .param(
                        "until",
                        LocalDate.of(Math.max(plan.fromYear(), Math.min(plan.untilYear(), now.getYear())) + 1, 1, 1))
                .param("this_year", now.getYear())
                .param("id", plan.planId())
                .query(Year.class)
                .list();
    }

    public boolean writes() {
        return account.may(EconomyAuthorities.WRITE_PLANS);
    }

    public boolean defines() {
        return account.may(EconomyAuthorities.DEFINE_MODELS);
    }
}
