package io.qiangcun.party.organisation;

import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many organisations there are, as things stand on the last day asked about. */
@Component
class OrganisationMetrics implements MetricSource {

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                MetricDefinition.sum("party.organisations", MetricUnit.UNITS, NEUTRAL, rows("1", "true"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "party.committees",
                                MetricUnit.UNITS,
                                NEUTRAL,
                                rows("1", "kind in ('COMMITTEE', 'WORKING_COMMITTEE')"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "party.general-branches",
                                MetricUnit.UNITS,
                                NEUTRAL,
                                rows("1", "kind = 'GENERAL_BRANCH'"))
                        .knownForCertain(),
                MetricDefinition.sum("party.branches", MetricUnit.UNITS, NEUTRAL, rows("1", "kind = 'BRANCH'"))
                        .knownForCertain());
    }

    private static String rows(String amount, String which) {
        return """
                select place_code, founded_on as day, %s::numeric as amount, name as label,
                  '/party/organisations/' || organisation_id as href
                from party_organisation
                where place_code >= :lo and place_code < :hi and founded_on < :until
                  and (dissolved_on is null or dissolved_on >= :until) and %s
                """.formatted(amount, which);
    }
}
