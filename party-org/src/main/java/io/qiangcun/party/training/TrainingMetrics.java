package io.qiangcun.party.training;

import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Classes, hours, who has his hours of the year by the month's end, and whom the rotation training reached. */
@Component
class TrainingMetrics implements MetricSource {

    private static final String ATTENDANCE = """
            select a.place_code, a.held_on as day, %s as amount, a.class_title as label,
              '/core/people/' || a.person_id as href
            from party_training_attendance a
            where a.withdrawn_at is null and a.place_code >= :lo and a.place_code < :hi
              and a.held_on >= :from and a.held_on < :until
            """;

    private static final String MEMBERS = """
            select s.place_code, ON_DAY as day, 1 as amount, s.name as label, '/core/people/' || s.person_id as href
            from (STUDY) s
            """.replace("STUDY", TrainingQueries.STUDY);

    private static final String HEADS = """
            select s.place_code, ON_DAY as day, 1 as amount, h.name as label, '/core/people/' || s.person_id as href
            from party_post s join person h on h.person_id = s.person_id
            where s.track = 'PARTY' and s.role = 'HEAD' and s.place_code >= :lo and s.place_code < :hi
              and s.since < :until and (s.ended_on is null or s.ended_on >= :until)
            """;

    private static final String REACHED = HEADS + """
             and exists (select from party_training_attendance a
              where a.person_id = s.person_id and a.withdrawn_at is null and a.class_kind = 'ROTATION'
                and a.held_on >= date_trunc('year', cast(:from as date)) and a.held_on < :until)
            """;

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                sum("party.training-classes", MetricUnit.TIMES, """
                        select c.place_code, c.held_from as day, 1 as amount, c.title as label,
                          '/party/training/' || c.class_id as href
                        from party_training_class c
                        where c.place_code >= :lo and c.place_code < :hi
                          and c.held_from >= :from and c.held_from < :until
                        """),
                sum("party.training-people", MetricUnit.PEOPLE, ATTENDANCE.formatted("1")),
                sum("party.training-hours", MetricUnit.HOURS, ATTENDANCE.formatted("a.hours")),
                sum("party.study-asked", MetricUnit.PEOPLE, onLastDay(MEMBERS)),
                sum("party.study-met", MetricUnit.PEOPLE, onLastDay(MEMBERS + " where s.hours >= s.target")),
                MetricDefinition.share("party.study-share", MORE, "party.study-met", "party.study-asked")
                        .knownForCertain(),
                sum("party.rotation-asked", MetricUnit.PEOPLE, onLastDay(HEADS)),
                sum("party.rotation-reached", MetricUnit.PEOPLE, onLastDay(REACHED)),
                MetricDefinition.share("party.rotation-share", MORE, "party.rotation-reached", "party.rotation-asked")
                        .knownForCertain());
    }

    private static String onLastDay(String rows) {
        return rows.replace("ON_DAY", "(cast(:until as date) - 1)").replace(":on_day", "(cast(:until as date) - 1)");
    }

    private static MetricDefinition sum(String code, MetricUnit unit, String rows) {
        return MetricDefinition.sum(code, unit, NEUTRAL, rows).knownForCertain();
    }
}
