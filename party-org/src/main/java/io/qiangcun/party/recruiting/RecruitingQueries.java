package io.qiangcun.party.recruiting;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads where applicants stand, whom the Party admitted, and what quotas are left. */
@Service
@Transactional(readOnly = true)
public class RecruitingQueries {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_MEMBERS + "')";
    private static final int YEARS_SHOWN = 5;

    /** By how many digits the codes of places below are longer, from the county down. */

    /** Who counts as full became so within the year asked about. */
    private static final String CASES = """
            select c.case_id, c.subject_name, t.name as township_name, p.name as place_name, c.started_on, c.ended_on,
              d.stage, n.title as next
            from procedure_case c
              join place p on p.place_code = c.place_code
              left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
              cross join lateral (
                select case
                  when c.state = 'DONE' then 'FULL'
                  when bool_or(s.step_code = 'admission-approval' and s.state = 'DONE') then 'PROBATIONARY'
                  when bool_or(s.step_code = 'candidate-filing' and s.state = 'DONE') then 'CANDIDATE'
                  when bool_or(s.step_code = 'activist-filing' and s.state = 'DONE') then 'ACTIVIST'
                  else 'APPLICANT' end as stage
                from procedure_step s where s.case_id = c.case_id) d
              left join lateral (
                select s.title from procedure_step s
                where s.case_id = c.case_id and s.state in ('OPEN', 'PUBLIC')
                order by s.latest_on nulls last, s.number limit 1) n on c.state = 'OPEN'
            where c.place_code >= :lo and c.place_code < :hi and c.template_code = 'party.membership'
              and (c.state = 'OPEN' or c.state = 'DONE' and extract(year from c.ended_on) = :year)
            """;

    private static final String RECRUITED = """
            select m.member_id, h.name, t.name as township_name, p.name as place_name, m.joined_on,
              extract(year from age(m.joined_on, h.born_on))::int as age, h.sex, h.education
            from party_member m
              join place p on p.place_code = m.place_code
              left join place t on t.place_code = left(m.place_code, 9) and length(m.place_code) > 9
              left join person h on h.person_id = m.person_id
            where m.place_code >= :lo and m.place_code < :hi
            """;

    /** Villages in which members are recorded, with the last day on which a young one joined. */
    static final String WITHOUT_YOUNG = """
            select p.place_code, p.name as place_name, t.name as township_name, y.last_on,
              (coalesce(y.last_on, y.founded_on) + make_interval(years => :years))::date as due_on
            from place p
              left join place t on t.place_code = left(p.place_code, 9)
              cross join lateral (
                select max(m.joined_on) filter (
                    where h.born_on > m.joined_on - make_interval(years => :age + 1)) as last_on,
                  min(o.founded_on) as founded_on
                from party_organisation o
                  join party_member m on m.organisation_id = o.organisation_id
                  left join person h on h.person_id = m.person_id
                where o.place_code = p.place_code and o.dissolved_on is null and m.joined_on <= :today
                having count(*) > 0) y
            where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE' and p.valid_to is null
              and coalesce(y.last_on, y.founded_on) + make_interval(years => :years) <= :until
            order by p.place_code
            """;

    private final JdbcClient database;
    private final PartyRules rules;
    private final Clock clock;

    RecruitingQueries(JdbcClient database, PartyRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    /** How many stand at each stage now; full are those who became so in the year. */
    @PreAuthorize(MAY_READ)
    public Map<RecruitingStage, Long> funnel(Jurisdiction jurisdiction, int year) {
        var counts = new EnumMap<RecruitingStage, Long>(RecruitingStage.class);
        Arrays.stream(RecruitingStage.values()).forEach(stage -> counts.put(stage, 0L));
        database.sql("select stage, count(*) as people from (" + CASES + ") c group by stage")
                .param("year", year)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((row, number) ->
                        counts.put(RecruitingStage.valueOf(row.getString("stage")), row.getLong("people")))
                .list();
        return counts;
    }

    @PreAuthorize(MAY_READ)
    public Page<RecruitingRow> list(
            Jurisdiction jurisdiction, @Nullable RecruitingStage stage, int year, Pageable page) {
        return ScopedList.of(CASES, jurisdiction)
                .with("year", year)
                .and("d.stage = :stage", "stage", stage)
                .page(database, "order by c.place_code, c.started_on, c.case_id", page, RecruitingRow.class);
    }

    /** The mix of those admitted, year by year, the latest first. */
    @PreAuthorize(MAY_READ)
    public List<RecruitedYear> years(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        return database.sql("""
                select extract(year from m.joined_on)::int as year, count(*) as people,
                  count(*) filter (where h.born_on > m.joined_on - make_interval(years => :age + 1)) as young,
                  count(*) filter (where h.sex = 'FEMALE') as women,
                  count(*) filter (where h.education in ('COLLEGE', 'BACHELOR', 'MASTER')) as graduates
                from party_member m left join person h on h.person_id = m.person_id
                where m.place_code >= :lo and m.place_code < :hi and m.joined_on >= :from and m.joined_on <= :today
                group by 1 order by 1 desc
                """)
                .param("age", youngAge(today))
                .param("from", LocalDate.of(today.getYear() - YEARS_SHOWN + 1, 1, 1))
                .param("today", today)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(RecruitedYear.class)
                .list();
    }

    /** Those admitted in a year, one by one. */
    @PreAuthorize(MAY_READ)
    public Page<RecruitedRow> recruited(Jurisdiction jurisdiction, int year, Pageable page) {
        return ScopedList.of(RECRUITED, jurisdiction)
                .and("extract(year from m.joined_on) = :year", "year", year)
                .page(database, "order by m.joined_on, m.member_id", page, RecruitedRow.class);
    }

    /** Villages without a young member admitted in the time that the rule gives. */
    @PreAuthorize(MAY_READ)
    public List<VillageWithoutYoung> withoutYoung(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        return withoutYoung(jurisdiction, today, today);
    }

    List<VillageWithoutYoung> withoutYoung(Jurisdiction jurisdiction, LocalDate today, LocalDate until) {
        return database.sql(WITHOUT_YOUNG)
                .param("years", rules.rule("party.young-member-years", today).wholeNumber())
                .param("age", youngAge(today))
                .param("today", today)
                .param("until", until)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(VillageWithoutYoung.class)
                .list();
    }

    /** The quota of the jurisdiction's own place and of the places right below it; grids recruit nobody. */
    @PreAuthorize(MAY_READ)
    public List<QuotaRow> quotas(Jurisdiction jurisdiction, int year) {
        return database.sql("""
                select p.place_code, p.name as place_name, q.amount, (
                    select count(*) from procedure_case c
                      join procedure_step s on s.case_id = c.case_id and s.step_code = 'pre-review' and s.state = 'DONE'
                    where c.template_code = 'party.membership' and c.state in ('OPEN', 'DONE')
                      and starts_with(c.place_code, p.place_code) and extract(year from s.done_on) = :year
                      and c.place_code >= :lo and c.place_code < :hi) as used
                from place p
                  left join party_recruiting_quota q on q.place_code = p.place_code and q.year = :year
                where p.place_code >= :lo and p.place_code < :hi and p.valid_to is null
                  and (p.place_code = :own or length(p.place_code) = :digits)
                order by length(p.place_code), p.place_code
                """)
                .param("year", year)
                .param("own", jurisdiction.root().value())
                .param(
                        "digits",
                        jurisdiction.level() == PlaceKind.COUNTY
                                ? PlaceKind.TOWNSHIP.digits()
                                : PlaceKind.VILLAGE.digits())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(QuotaRow.class)
                .list();
    }

    /** The quota of one place; nothing where none was set. */
    @Nullable
    QuotaRow quota(PlaceCode place, int year) {
        return quotas(Jurisdiction.within(place), year).stream()
                .filter(row -> row.placeCode().equals(place.value()) && row.amount() != null)
                .findFirst()
                .orElse(null);
    }

    private int youngAge(LocalDate on) {
        return rules.rule("party.member.young-age", on).wholeNumber();
    }
}
