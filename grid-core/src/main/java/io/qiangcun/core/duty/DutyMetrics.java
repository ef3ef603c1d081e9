package io.qiangcun.core.duty;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be counted about duties, always in the month they are due; what an appeal overturned is in none of it. */
@Component
class DutyMetrics implements MetricSource {

    private static final String DUE = """
            select d.place_code, d.due_on as day, 1 as amount, d.subject_name || ' ' || r.title as label,
              '/core/duties/' || d.duty_id as href
            from duty d join duty_rule r on r.rule_id = d.rule_id left join duty_waiver w on w.waiver_id = d.waiver_id
            where d.archived_at is null and d.place_code >= :lo and d.place_code < :hi
              and d.due_on >= :from and d.due_on < :until
            """;

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                sum("core.duties-due", Better.NEUTRAL, " and (d.fulfilled_on is not null or d.waiver_id is null)"),
                sum("core.duties-done", Better.MORE, " and d.fulfilled_on is not null"),
                sum("core.duties-on-time", Better.MORE, " and d.fulfilled_on is not null and not d.late"),
                sum(
                        "core.duties-overdue",
                        Better.LESS,
                        " and d.fulfilled_on is null and d.waiver_id is null and d.due_on < :today"),
                sum("core.duties-waived", Better.NEUTRAL, " and d.fulfilled_on is null and w.kind = 'GRANTED'"),
                MetricDefinition.share("core.duty-completion", Better.MORE, "core.duties-done", "core.duties-due")
                        .knownForCertain());
    }

    private static MetricDefinition sum(String code, Better better, String condition) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, better, DUE + condition)
                .knownForCertain();
    }
}
