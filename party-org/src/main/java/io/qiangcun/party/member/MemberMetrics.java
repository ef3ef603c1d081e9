package io.qiangcun.party.member;

import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How many members there are on the last day asked about: those recorded one by one, and for a branch that has recorded
 * none yet the number it declares. A member counts in the branch he belongs to now.
 */
@Component
class MemberMetrics implements MetricSource {

    private static final String YOUNG = """
            h.born_on > cast(:until as date) - 1 - make_interval(years => 1 + (select max(amount)::int from party_rule
              where code = 'party.member.young-age' and valid_from < :until and (valid_to is null or valid_to >= :until)))
            """;

    @Override
    public List<MetricDefinition> metrics() {
        return List.of(
                headcount("party.members", "true", "member_count"),
                headcount("party.full-members", "m.full_on < :until", "full_member_count"),
                headcount("party.women-members", "h.sex = 'FEMALE'", "0"),
                headcount("party.young-members", YOUNG, "0"),
                headcount("party.floating-members", "m.floating_since < :until", "0"));
    }

    private static MetricDefinition headcount(String code, String which, String declared) {
        return MetricDefinition.sum(code, MetricUnit.PEOPLE, NEUTRAL, """
                select o.place_code, o.founded_on as day,
                  coalesce(k.matching, o.%s)::numeric as amount, o.name as label,
                  '/party/members?organisation=' || o.organisation_id as href
                from party_organisation o
                  left join (
                    select m.organisation_id, count(*) filter (where %s) as matching
                    from party_member m left join person h on h.person_id = m.person_id
                    where m.place_code >= :lo and m.place_code < :hi
                      and m.joined_on < :until and (m.ended_on is null or m.ended_on >= :until)
                    group by m.organisation_id
                  ) k on k.organisation_id = o.organisation_id
                where o.place_code >= :lo and o.place_code < :hi and o.founded_on < :until
                  and (o.dissolved_on is null or o.dissolved_on >= :until) and o.kind = 'BRANCH'
                """.formatted(declared, which)
                        .replace("o.0)", "0)"))
                .knownForCertain();
    }
}
