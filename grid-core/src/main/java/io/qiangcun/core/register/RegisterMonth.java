package io.qiangcun.core.register;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricDefinition.Shared;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a month was like in all registers together, a county's own as well as those that came with the application: what was
 * entered, what counts, what is due and what is late. Each row behind the numbers says of which register it is. Registers
 * that villages do not read tell nothing.
 */
@Component
class RegisterMonth implements MetricSource {

    static final String ENTERED = "core.register-entered";
    static final String CURRENT = "core.register-current";
    static final String DUE = "core.register-due";
    static final String OVERDUE = "core.register-overdue";

    private static final String READ_BY_VILLAGES = "f.definition->>'readBy' = 'VILLAGE'";

    /** The registers are few and are found first. */
    private static final String ROWS = """
            select r.place_code, DAY as day, 1::numeric as amount, f.title || '：' || r.title as label,
              '/core/register-rows/' || r.row_id as href
            from (select f.county_code, f.code, f.title from register_in_force f where READ_BY_VILLAGES offset 0) f
              join register_row r on r.register_code = f.code
                and r.place_code >= f.county_code and r.place_code < f.county_code || ':'
                and r.place_code >= :lo and r.place_code < :hi and not r.voided
            """.replace("READ_BY_VILLAGES", READ_BY_VILLAGES);

    /**
     * What somebody has still to do when the month ends: rows whose last day nobody has answered for, entries that a log
     * wants, rows that a rule misses. The same that warnings rise for.
     */
    private static final Shared OPEN = new Shared("register_open", """
            select r.place_code, r.until_on as due_on, f.title || '：' || r.title as label,
              '/core/register-rows/' || r.row_id as href
            from (select f.county_code, f.code, f.title from register_in_force f
                where READ_BY_VILLAGES and f.definition->>'remindDays' is not null offset 0) f
              join register_row r on r.register_code = f.code
                and r.place_code >= f.county_code and r.place_code < f.county_code || ':'
                and r.place_code >= :lo and r.place_code < :hi and not r.voided and r.until_on < :until
                and (r.closed_on is null or r.closed_on >= :until)
            union all
            select place_code, case when every_days is not null then greatest(begun, last_on) + every_days
                else cast(case when last_on >= date_trunc('month', begun) then date_trunc('month', last_on) + interval '2 months'
                  else date_trunc('month', begun) + interval '1 month' end as date) + due_day - 1 end,
              register_title || '：' || title, '/core/register-rows/' || row_id
            from (
              select o.place_code, o.row_id, o.title, f.title as register_title, greatest(o.starts_on, f.since) as begun,
                f.every_days, f.due_day,
                (select max(r.starts_on) from register_row r where r.parent_id = o.row_id and r.register_code = f.code
                  and not r.voided and r.starts_on < :until) as last_on
              from (select f.county_code, f.code, f.title, f.definition->>'of' as parent_code,
                  (f.definition->'followUp'->>'everyDays')::int as every_days,
                  (f.definition->'followUp'->>'dueDay')::int as due_day, (f.definition->'followUp'->>'since')::date as since
                from register_in_force f
                where READ_BY_VILLAGES and jsonb_typeof(f.definition->'followUp') = 'object'
                  and not (f.definition->>'retired')::boolean offset 0) f
                join register_row o on o.register_code = f.parent_code
                  and o.place_code >= f.county_code and o.place_code < f.county_code || ':'
                  and o.place_code >= :lo and o.place_code < :hi
                  and not o.voided and o.starts_on < :until and (o.current_to is null or o.current_to >= LAST_DAY)) followed
            union all
            select c.place_code, c.due_on, c.register_title || '：' || coalesce(c.parent_title || ' ', '') || c.rule_title,
              coalesce('/core/register-rows/' || c.parent_id, '/core/registers/' || c.code || '?place=' || c.place_code)
            from (COUNTED) c
            where c.begun_on is not null and c.severity = 'WARNING' and not (MET)
            """.replace(
                    "COUNTED", RegisterGaps.countedOn("(cast(:until as date) - 1)", "and " + READ_BY_VILLAGES))
            .replace("MET", RegisterGaps.IS_MET.replace("rows", "c.rows").replace("at_", "c.at_"))
            .replace("READ_BY_VILLAGES", READ_BY_VILLAGES)
            .replace("LAST_DAY", "cast(:until as date) - 1"));

    private static final String OPEN_ROWS =
            "select place_code, due_on as day, 1::numeric as amount, label, href from register_open where due_on ";

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                sum(
                        ENTERED,
                        ROWS.replace("DAY", "r.recorded_at::date")
                                + "where r.recorded_at >= cast(:from as date) and r.recorded_at < cast(:until as date)"),
                sum(
                        CURRENT,
                        ROWS.replace("DAY", "cast(:until as date) - 1")
                                + "where r.starts_on < :until and (r.current_to is null or r.current_to >= cast(:until as date) - 1)"),
                sum(DUE, OPEN_ROWS + ">= :from and due_on < :until").over(OPEN),
                new MetricDefinition(
                        OVERDUE,
                        MetricUnit.ITEMS,
                        Better.LESS,
                        OPEN_ROWS + "< least(cast(:until as date), cast(:today as date))",
                        OPEN,
                        null,
                        true));
    }

    private static MetricDefinition sum(String code, String rows) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, Better.NEUTRAL, rows)
                .knownForCertain();
    }
}
