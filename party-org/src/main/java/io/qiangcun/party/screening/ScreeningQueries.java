package io.qiangcun.party.screening;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the records what a screening should look at: no secretary, no meetings, no new members, nothing published. */
@Service
@Transactional(readOnly = true)
public class ScreeningQueries {

    private static final String SUGGESTIONS = """
            select s.place_code, p.name as place_name, t.name as township_name, s.code, s.since, s.many
            from (
              select place_code, 'W01' as code, max(ended_on) as since, cast(null as int) as many
              from party_post
              where track = 'PARTY' and role = 'HEAD' and place_code >= :lo and place_code < :hi
              group by place_code
              having bool_and(ended_on is not null)
                and max(ended_on) <= cast(:today as date) - make_interval(months => :months)
              union all
              select place_code, 'W04', null, count(*)::int from duty
              where place_code >= :lo and place_code < :hi and starts_with(rule_code, 'party.')
                and due_on < :today and due_on >= cast(:today as date) - interval '6 months'
                and fulfilled_on is null and waiver_id is null and archived_at is null
              group by place_code having count(*) >= :duties
              union all
              select place_code, 'W05', max(joined_on), null from party_member
              where place_code >= :lo and place_code < :hi
              group by place_code
              having max(joined_on) <= cast(:today as date) - make_interval(years => :years)
              union all
              select place_code, 'W08', null, count(*)::int from procedure_step
              where place_code >= :lo and place_code < :hi and state = 'OPEN' and latest_on < :today
                and step_code in ('publish-resolution', 'publish-result')
              group by place_code
            ) s
              join place p on p.place_code = s.place_code and p.category in ('VILLAGE', 'COMMUNITY')
              left join place t on t.place_code = left(s.place_code, 9)
            order by s.place_code, s.code
            """;

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
        return database.sql(SUGGESTIONS)
                .param("today", today)
                .param("months", number("party.screening-vacant-months", today))
                .param("duties", number("party.screening-overdue-duties", today))
                .param("years", number("party.screening-years-without-member", today))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Suggestion.class)
                .list();
    }

    private int number(String code, LocalDate on) {
        return rules.rule(code, on).wholeNumber();
    }
}
