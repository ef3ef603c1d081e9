package io.qiangcun.party.contact;

import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Households there are and that somebody keeps contact with on the last day; visits of the month, and what they reached. */
@Component
class ContactMetrics implements MetricSource {

    /** Where somebody lives, or nobody was recorded yet. What all have left is few, and is left out of the whole. */
    private static final String HOMES = """
            select h.place_code, cast(:until as date) - 1 as day, 1 as amount, h.number as label,
              '/core/people/households/' || h.household_id as href
            from household h
            where h.place_code >= :lo and h.place_code < :hi and h.household_id not in (EMPTY)
            """.replace("EMPTY", ContactQueries.EMPTY);

    /** One contact at a time, so that these are households as well; of which one is asked only by who lists them. */
    private static final String COVERED = """
            select k.place_code, cast(:until as date) - 1 as day, 1 as amount, h.number as label,
              '/core/people/households/' || k.household_id as href
            from party_contact k left join household h on h.household_id = k.household_id
            where k.place_code >= :lo and k.place_code < :hi and k.since < :until
              and (k.ended_on is null or k.ended_on >= :until) and k.household_id not in (EMPTY)
            """.replace("EMPTY", ContactQueries.EMPTY);

    private static final String VISITS = """
            select v.place_code, v.visited_on as day, %s as amount, v.visitor as label,
              '/party/contacts/visits/' || v.visit_id as href
            from party_contact_visit v
            where v.withdrawn_at is null and v.place_code >= :lo and v.place_code < :hi
              and v.visited_on >= :from and v.visited_on < :until
            """;

    private static final String VISITORS = """
            select min(v.place_code) as place_code, max(v.visited_on) as day, 1 as amount, min(v.visitor) as label,
              '/party/contacts/visits?visitor=' || v.person_id as href
            from party_contact_visit v
            where v.withdrawn_at is null and v.place_code >= :lo and v.place_code < :hi
              and v.visited_on >= :from and v.visited_on < :until
            group by v.person_id
            """;

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                sum("party.contact-households", MetricUnit.HOUSEHOLDS, HOMES),
                sum("party.contact-covered", MetricUnit.UNITS, COVERED),
                MetricDefinition.share("party.contact-share", MORE, "party.contact-covered", "party.contact-households")
                        .knownForCertain(),
                sum("party.contact-visits", MetricUnit.TIMES, VISITS.formatted("1")),
                sum("party.contact-visited", MetricUnit.TIMES, VISITS.formatted("v.households")),
                sum("party.contact-visitors", MetricUnit.PEOPLE, VISITORS));
    }

    private static MetricDefinition sum(String code, MetricUnit unit, String rows) {
        return MetricDefinition.sum(code, unit, NEUTRAL, rows).knownForCertain();
    }
}
