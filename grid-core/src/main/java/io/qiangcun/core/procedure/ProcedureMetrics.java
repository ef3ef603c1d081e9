package io.qiangcun.core.procedure;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be counted about cases and their steps; what was abandoned is late with nothing. */
@Component
class ProcedureMetrics implements MetricSource {

    private static final String CASES = """
            select c.place_code, c.%1$s as day, 1 as amount, v.title || ' ' || c.subject_name as label,
              '/core/cases/' || c.case_id as href
            from procedure_case c join procedure_template v on v.template_id = c.template_id
            where c.place_code >= :lo and c.place_code < :hi and c.%1$s >= :from and c.%1$s < :until
            """;

    private static final String STEPS = """
            select s.place_code, s.latest_on as day, 1 as amount,
              concat_ws(' ', v.title, c.subject_name, case when not s.secret then s.title end) as label, '/core/cases/' || c.case_id as href
            from procedure_step s
              join procedure_case c on c.case_id = s.case_id
              join procedure_template v on v.template_id = c.template_id
            where s.place_code >= :lo and s.place_code < :hi and s.latest_on >= :from and s.latest_on < :until
            """;

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                sum("core.procedure-cases-started", Better.NEUTRAL, CASES.formatted("started_on")),
                sum("core.procedure-cases-done", Better.NEUTRAL, CASES.formatted("ended_on") + " and c.state = 'DONE'"),
                sum("core.procedure-steps-due", Better.NEUTRAL, STEPS + " and s.state in ('OPEN', 'DONE')"),
                sum(
                        "core.procedure-steps-on-time",
                        Better.MORE,
                        STEPS + " and s.state = 'DONE' and s.done_on <= s.latest_on"),
                sum(
                        "core.procedure-steps-overdue",
                        Better.LESS,
                        STEPS + " and s.state = 'OPEN' and s.latest_on < :today and c.state = 'OPEN'"));
    }

    private static MetricDefinition sum(String code, Better better, String rows) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, better, rows).knownForCertain();
    }
}
