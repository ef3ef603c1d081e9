package io.qiangcun.party.screening;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyRules;
import io.qiangcun.party.organisation.PartyRules.PartyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads from the records what a screening should look at: no secretary, no meetings, no new members, nothing
 * published, people dissatisfied, the lowest grade.
 */
@Service
@Transactional(readOnly = true)
public class ScreeningQueries {

    private static final String SUGGESTIONS = """
            select s.place_code, p.name as place_name, t.name as township_name, s.code, s.since, s.many, s.case_id, s.basis
            from (
              select place_code, 'W01' as code, max(ended_on) as since, cast(null as int) as many,
                cast(null as uuid) as case_id, cast(null as text) as basis
              from party_post
              where track = 'PARTY' and role = 'HEAD' and place_code >= :lo and place_code < :hi
              group by place_code
              having bool_and(ended_on is not null)
                and max(ended_on) <= cast(:today as date) - make_interval(months => :months)
              union all
              select place_code, 'W04', null, count(*)::int, null, null from duty
              where place_code >= :lo and place_code < :hi and starts_with(rule_code, 'party.')
                and due_on < :today and due_on >= cast(:today as date) - interval '6 months'
                and fulfilled_on is null and waiver_id is null and archived_at is null
              group by place_code having count(*) >= :duties
              union all
              select place_code, 'W05', max(joined_on), null, null, null from party_member
              where place_code >= :lo and place_code < :hi
              group by place_code
              having max(joined_on) <= cast(:today as date) - make_interval(years => :years)
              union all
              select place_code, 'W08', null, count(*)::int, null, max(concat(basis_source, basis_article, ' ', basis_text))
              from procedure_step
              where place_code >= :lo and place_code < :hi and state = 'OPEN' and latest_on < :today
                and step_code in ('publish-resolution', 'publish-result')
              group by place_code
              union all
              select place_code, 'W10', acted_on, content * 100 / back, case_id, null
              from (
                select distinct on (place_code) place_code, case_id, acted_on, (poll ->> 'back')::int as back,
                  coalesce((poll ->> 'satisfied')::int, 0) + coalesce((poll ->> 'mostly')::int, 0) as content
                from (
                  select a.place_code, a.case_id, a.acted_on, a.recorded_at,
                    case when pg_input_is_valid(e.poll, 'jsonb') then cast(e.poll as jsonb) -> 0 end as poll
                  from procedure_act a cross join lateral (select cast(a.evidence as jsonb) ->> 'poll' as poll) e
                  where a.place_code >= :lo and a.place_code < :hi and a.kind = 'TAKEN' and a.withdrawn_at is null
                    and a.acted_on > cast(:today as date) - interval '1 year' and strpos(a.evidence, 'satisfied') > 0
                    and not exists (select from procedure_step x
                      where x.case_id = a.case_id and x.step_code = a.step_code and x.secret)) polls
                where jsonb_exists(poll, 'satisfied')
                order by place_code, acted_on desc, recorded_at desc) latest
              where back > 0 and content * 100 < :satisfied * back
              union all
              select place_code, 'W11', acted_on, null, case_id, null
              from (
                select distinct on (a.place_code) a.place_code, a.case_id, a.acted_on,
                  cast(a.evidence as jsonb) ->> 'grade' as grade
                from procedure_act a join procedure_case c on c.case_id = a.case_id
                where a.place_code >= :lo and a.place_code < :hi and a.kind = 'TAKEN' and a.withdrawn_at is null
                  and c.template_code in ('party.appraisal', 'party.committee-assessment') and c.state <> 'ABANDONED'
                  and a.step_code in ('grade', 'assess')
                  and a.acted_on > cast(:today as date) - make_interval(months => :grades)
                -- of several on one day, the lowest
                order by a.place_code, a.acted_on desc, cast(a.evidence as jsonb) ->> 'grade' = 'bad' desc nulls last,
                  a.recorded_at desc) graded
              where grade = 'bad'
            ) s
              join place p on p.place_code = s.place_code and p.category in ('VILLAGE', 'COMMUNITY')
              left join place t on t.place_code = left(s.place_code, 9)
            order by s.place_code, s.code
            """;

    /** The number that says when a situation is pointed to; where a step is overdue, its own text says so. */
    private static final Map<String, String> RULES = Map.of(
            "W01", "party.screening-vacant-months",
            "W04", "party.screening-overdue-duties",
            "W05", "party.screening-years-without-member",
            "W10", "party.screening-satisfaction-percent",
            "W11", "party.screening-grade-months");

    private final JdbcClient database;
    private final PartyRules rules;
    private final Clock clock;

    ScreeningQueries(JdbcClient database, PartyRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** Place by place, in the order of their codes and no other. */
    @PreAuthorize("hasAuthority('" + PartyAuthorities.READ_SUGGESTIONS + "')")
    public List<Suggestion> suggestions(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        var numbers = RULES.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> rules.rule(entry.getValue(), today)));
        return database
                .sql(SUGGESTIONS)
                .param("today", today)
                .param("months", number(numbers, "W01"))
                .param("duties", number(numbers, "W04"))
                .param("years", number(numbers, "W05"))
                .param("satisfied", number(numbers, "W10"))
                .param("grades", number(numbers, "W11"))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Suggestion.class)
                .stream()
                .map(row -> row.with(numbers.get(row.code())))
                .toList();
    }

    private static int number(Map<String, PartyRule> numbers, String code) {
        return Objects.requireNonNull(numbers.get(code), code).wholeNumber();
    }
}
