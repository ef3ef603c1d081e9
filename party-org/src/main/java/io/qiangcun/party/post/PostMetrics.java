package io.qiangcun.party.post;

import static io.qiangcun.core.metric.MetricDefinition.Better.LESS;
import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Shared;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the committees of the villages stood at the end of a month; of the open month, how they stand today. */
@Component
class PostMetrics implements MetricSource {

    /** The last day of the month, as far as it is over. */
    private static final String DAY = "least(cast(:until as date) - 1, cast(:today as date))";

    private static final Shared HEADS =
            new Shared("heads", "select *, %s as day from party_village_heads(:lo, :hi, %s)".formatted(DAY, DAY));

    private static final Shared CHECKS = new Shared(
            "checks",
            "select place_code, place_name, title, met, %s as day from party_structure_check(:lo, :hi, %s) where category = 'VILLAGE'"
                    .formatted(DAY, DAY));

    private static final String VILLAGE = """
            select place_code, day, 1::numeric as amount, place_name as label, '/party/structure/' || place_code as href
            from heads
            """;

    private static final String HOLDER = """
            select s.place_code, min(s.since) as day, 1::numeric as amount, coalesce(min(h.name), '—') as label,
              '/party/structure/' || s.place_code as href
            from party_post s left join person h on h.person_id = s.person_id
            where s.place_code >= :lo and s.place_code < :hi and s.since < :until
              and (s.ended_on is null or s.ended_on >= :until)
            """;

    private static final String SECRETARY = HOLDER + " and s.track = 'PARTY' and s.role = 'HEAD' ";
    private static final String EACH_ONCE = " group by s.place_code, s.person_id";

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                sum("party.villages", MetricUnit.UNITS, NEUTRAL, VILLAGE).over(HEADS),
                sum("party.committee-members", MetricUnit.PEOPLE, NEUTRAL, HOLDER + EACH_ONCE),
                sum("party.secretaries", MetricUnit.PEOPLE, NEUTRAL, SECRETARY + EACH_ONCE),
                sum("party.one-head-villages", MetricUnit.UNITS, MORE, VILLAGE + " where secretary = director")
                        .over(HEADS),
                MetricDefinition.share("party.one-head-share", MORE, "party.one-head-villages", "party.villages")
                        .knownForCertain(),
                sum("party.vacant-heads", MetricUnit.UNITS, LESS, """
                        select place_code, day, num_nulls(secretary, director)::numeric as amount, place_name as label,
                          '/party/structure/' || place_code as href
                        from heads where num_nulls(secretary, director) > 0
                        """).over(HEADS),
                sum("party.structure-villages", MetricUnit.UNITS, MORE, """
                        select place_code, day, 1::numeric as amount, place_name as label,
                          '/party/structure/' || place_code as href
                        from checks group by place_code, place_name, day having bool_and(met)
                        """).over(CHECKS),
                MetricDefinition.share("party.structure-share", MORE, "party.structure-villages", "party.villages")
                        .knownForCertain(),
                sum("party.structure-gaps", MetricUnit.ITEMS, LESS, """
                        select place_code, day, 1::numeric as amount, place_name || ' ' || title as label,
                          '/party/structure/' || place_code as href
                        from checks where not met
                        """).over(CHECKS),
                sum("party.younger-secretaries", MetricUnit.PEOPLE, MORE, SECRETARY + """
                         and h.born_on > cast(:until as date) - 1 - make_interval(years => 1 + (select max(amount)::int
                           from party_rule where code = 'party.post.younger-age' and valid_from < :until
                             and (valid_to is null or valid_to >= :until)))
                        """ + EACH_ONCE),
                MetricDefinition.share(
                                "party.younger-secretary-share", MORE, "party.younger-secretaries", "party.secretaries")
                        .knownForCertain(),
                sum(
                        "party.schooled-secretaries",
                        MetricUnit.PEOPLE,
                        MORE,
                        SECRETARY + " and h.education not in ('PRIMARY', 'JUNIOR_SECONDARY')" + EACH_ONCE),
                MetricDefinition.share(
                                "party.schooled-secretary-share",
                                MORE,
                                "party.schooled-secretaries",
                                "party.secretaries")
                        .knownForCertain());
    }

    private static MetricDefinition sum(String code, MetricUnit unit, MetricDefinition.Better better, String rows) {
        return MetricDefinition.sum(code, unit, better, rows).knownForCertain();
    }
}
