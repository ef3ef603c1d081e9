package io.qiangcun.party.recruiting;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who joined the Party in a month, and who of them was young on that day. */
@Component
class RecruitingMetrics implements MetricSource {

    private static final String JOINED = """
            select m.place_code, m.joined_on as day, 1 as amount, coalesce(h.name, '—') as label,
              '/party/members/' || m.member_id as href
            from party_member m left join person h on h.person_id = m.person_id
            where m.place_code >= :lo and m.place_code < :hi and m.joined_on >= :from and m.joined_on < :until
            """;

    private static final String YOUNG = """
             and h.born_on > m.joined_on - make_interval(years => 1 + (select max(amount)::int from party_rule
               where code = 'party.member.young-age' and valid_from < :until and (valid_to is null or valid_to >= :until)))
            """;

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                MetricDefinition.sum("party.recruited", MetricUnit.PEOPLE, Better.NEUTRAL, JOINED)
                        .knownForCertain(),
                MetricDefinition.sum("party.recruited-young", MetricUnit.PEOPLE, Better.MORE, JOINED + YOUNG)
                        .knownForCertain(),
                MetricDefinition.share(
                                "party.recruited-young-share", Better.MORE, "party.recruited-young", "party.recruited")
                        .knownForCertain());
    }
}
