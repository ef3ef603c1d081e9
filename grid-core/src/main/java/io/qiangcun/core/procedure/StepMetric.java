package io.qiangcun.core.procedure;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricUnit;

/** A number that a module makes of its procedures: how often a step was done. */
public final class StepMetric {

    private static final String DONE = """
            select s.place_code, s.done_on as day, 1 as amount, c.subject_name as label, '/core/cases/' || c.case_id as href
            from procedure_step s join procedure_case c on c.case_id = s.case_id
            where s.state = 'DONE' and c.template_code = '%s' and s.step_code = '%s'
              and s.place_code >= :lo and s.place_code < :hi and s.done_on >= :from and s.done_on < :until
            """;

    private StepMetric() {}

    public static MetricDefinition done(String code, String template, String step, MetricUnit unit) {
        return MetricDefinition.sum(code, unit, Better.NEUTRAL, DONE.formatted(template, step))
                .knownForCertain();
    }
}
