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

    private static final String HOMES = """
            select homes.place_code, cast(:until as date) - 1 as day, 1 as amount, homes.number as label,
              '/core/people/households/' || homes.household_id as href
            from (HOMES) homes
            """.replace("HOMES", ContactQueries.HOMES);

    private static final String COVERED = HOMES + """
            where exists (select from party_contact k where k.household_id = homes.household_id
              and k.since < :until and (k.ended_on is null or k.ended_on >= :until))
            """;

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
                sum("party.contact-households", MetricUnit.UNITS, HOMES),
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
