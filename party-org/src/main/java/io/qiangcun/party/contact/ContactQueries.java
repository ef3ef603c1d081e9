package io.qiangcun.party.contact;

import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import io.qiangcun.party.organisation.PartyRules;
import io.qiangcun.party.organisation.PartyRules.PartyRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who keeps contact with which household, visits, and where nobody does. */
@Service
@Transactional(readOnly = true)
public class ContactQueries {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_CONTACTS + "')";

    /** Whom a page offers as visitors; nobody reads a longer list. */
    private static final int MOST_VISITORS = 400;

    /**
     * Households in which somebody lives, or of which nobody was recorded yet, and who keeps contact with them: laid together
     * instead of joined, for behind the fence the planner expects one row of each and would look through all for every one.
     */
    static final String HOMES = """
            select household_id, max(place_code) as place_code, max(number) as number, max(address) as address,
              max(grid_code) as grid_code, (array_agg(name order by born_on) filter (where here))[1] as eldest,
              count(*) filter (where here) as people, (array_agg(keeper) filter (where keeper is not null))[1] as person_id,
              max(since) as since
            from (
              select household_id, place_code, number, address, grid_code, null as name, null::date as born_on,
                null::boolean as here, null::uuid as keeper, null::date as since
              from household where place_code >= :lo and place_code < :hi
              union all
              select household_id, null, null, null, null, name, born_on, left_on is null and died_on is null, null, null
              from person where place_code >= :lo and place_code < :hi and household_id is not null
              union all
              select household_id, null, null, null, null, null, null, null, person_id, since
              from party_contact where place_code >= :lo and place_code < :hi and ended_on is null
            ) laid_together
            group by household_id
            having max(place_code) is not null and (count(here) = 0 or bool_or(here))
            """;

    /** Households from which all have gone: few, so that the others are counted without laying anything together. */
    static final String EMPTY = """
            select household_id from person
            where place_code >= :lo and place_code < :hi and household_id is not null
            group by household_id having not bool_or(left_on is null and died_on is null)
            """;

    private static final String VILLAGE = """
            select v.place_code, v.name, t.name as township_name, coalesce(m.members, 0) as members,
              coalesce(m.below, 0) as below, coalesce(m.above, 0) as above,
              coalesce(h.households, 0) as households, coalesce(h.covered, 0) as covered
            from place v
              left join place t on t.place_code = left(v.place_code, 9)
              left join (
                with counted as materialized (
                  select village, count(*) as members, count(*) filter (where not floating and kept < :least) as below,
                    count(*) filter (where kept > :most) as above
                  from (
                    select left(place_code, 12) as village, bool_or(floating) as floating, sum(kept) as kept
                    from (
                      select place_code, person_id, floating_since is not null as floating, 0 as kept from party_member
                      where place_code >= :lo and place_code < :hi and ended_on is null
                      union all
                      select place_code, person_id, null, 1 from party_contact
                      where place_code >= :lo and place_code < :hi and ended_on is null
                    ) each_once
                    group by person_id, left(place_code, 12)
                    having bool_or(floating) is not null
                  ) members
                  group by village
                ) select * from counted
              ) m on m.village = v.place_code
              left join (
                with counted as materialized (
                  select village, sum(households) as households, sum(covered) as covered
                  from (
                    select left(place_code, 12) as village, 1 as households, 0 as covered from household
                    where place_code >= :lo and place_code < :hi and household_id not in (EMPTY)
                    union all
                    select left(place_code, 12), 0, 1 from party_contact
                    where place_code >= :lo and place_code < :hi and ended_on is null and household_id not in (EMPTY)
                  ) each_once
                  group by village
                ) select * from counted
              ) h on h.village = v.place_code
            where v.category in ('VILLAGE', 'COMMUNITY') and length(v.place_code) = 12
              and v.valid_from <= :today and (v.valid_to is null or v.valid_to > :today)
              and v.place_code >= :lo and v.place_code < :hi
            """.replace("EMPTY", EMPTY);

    private static final String HOME = """
            select f.household_id, f.number, f.address, f.eldest, f.people, g.name as grid_name, f.grid_code,
              g.valid_to <= :today as grid_ended, f.person_id, k.name as keeper, f.since, m.member_id is not null as by_member
            from (HOMES) f
              left join place g on g.place_code = f.grid_code
              left join person k on k.person_id = f.person_id
              left join party_member m on m.person_id = f.person_id and m.ended_on is null
                and m.place_code >= :lo and m.place_code < :hi
            where f.place_code >= :lo and f.place_code < :hi
            """.replace("HOMES", HOMES);

    private static final String KEEPER = """
            select m.person_id, h.name, o.name as organisation_name, m.floating_since is not null as floating,
              (select s.track || '.' || s.role from party_post s
                where s.person_id = m.person_id and s.place_code = m.place_code and s.ended_on is null and s.since <= :today
                order by s.track, s.role = 'ORDINARY', s.role = 'DEPUTY' limit 1) as post,
              (select count(*) from party_contact c where c.person_id = m.person_id
                and c.place_code >= :lo and c.place_code < :hi and c.ended_on is null) as households,
              a.person_id is not null as phone
            from party_member m
              join party_organisation o on o.organisation_id = m.organisation_id
              join person h on h.person_id = m.person_id
              left join party_contact_phone a on a.person_id = m.person_id and a.withdrawn_at is null
            where m.place_code >= :lo and m.place_code < :hi and m.ended_on is null
            """;

    private static final String VISIT = """
            select v.visit_id, v.place_code, p.name as place_name, v.visited_on, v.person_id, v.visitor, s.label as subject,
              v.households, v.note, v.asked, v.recorded_by_person, v.withdrawn_at is not null as withdrawn, v.withdrawn_reason
            from party_contact_visit v
              join party_contact_subject s on s.code = v.subject join place p on p.place_code = v.place_code
            where v.place_code >= :lo and v.place_code < :hi
            """;

    private final PartyRules rules;
    private final JdbcClient database;
    private final Clock clock;

    ContactQueries(PartyRules rules, JdbcClient database, Clock clock) {
        this.rules = rules;
        this.database = database;
        this.clock = clock;
    }

    /** Village by village. What stands in one is counted for all at once, so the page is cut from the whole. */
    @PreAuthorize(MAY_READ)
    public Page<VillageRow> villages(Jurisdiction jurisdiction, VillageFilter filter, Pageable page) {
        var within = filter.place();
        var guide = guide();
        var rows = ScopedList.of(VILLAGE, within == null ? jurisdiction : jurisdiction.narrowedTo(within))
                .with("least", guide.least())
                .with("most", guide.most())
                .with("today", today())
                .andIf(filter.uncovered(), "h.households > h.covered")
                .and("strpos(v.name, :text) > 0", "text", filter.text())
                .page(database, " order by v.place_code", Pageable.unpaged(), VillageRow.class)
                .getContent();
        return page.isUnpaged() ? new PageImpl<>(rows) : cut(rows, page);
    }

    private static <T> Page<T> cut(List<T> rows, Pageable page) {
        var from = (int) Math.min(page.getOffset(), rows.size());
        return new PageImpl<>(rows.subList(from, Math.min(from + page.getPageSize(), rows.size())), page, rows.size());
    }

    /** How many households one should have, as the county or else the house says. */
    @PreAuthorize(MAY_READ)
    public Guide guide() {
        var least = rules.rule("party.contact-least", today());
        var most = rules.rule("party.contact-most", today());
        return new Guide(least.wholeNumber(), most.wholeNumber(), least);
    }

    /** The members of a place: first those who hold posts, then by name. */
    @PreAuthorize(MAY_READ)
    public List<KeeperRow> keepers(Jurisdiction here) {
        return bound("select * from (" + KEEPER + ") k order by k.post is null, k.name, k.person_id", here)
                .param("today", today())
                .query(KeeperRow.class)
                .list();
    }

    /** The households of a place, by number. */
    @PreAuthorize(MAY_READ)
    public List<HomeRow> homes(Jurisdiction here) {
        return bound(HOME + " order by length(f.number), f.number", here)
                .param("today", today())
                .query(HomeRow.class)
                .list();
    }

    /** What a place has to tell whoever takes it over; visits since the day. */
    @PreAuthorize(MAY_READ)
    public PlaceSum sumOf(Jurisdiction here, LocalDate since) {
        return bound("""
                select
                  (select count(*) from household where place_code >= :lo and place_code < :hi
                    and household_id not in (EMPTY)) as households,
                  (select count(*) from party_contact where place_code >= :lo and place_code < :hi and ended_on is null
                    and household_id not in (EMPTY)) as covered,
                  (select count(*) from party_contact_visit where place_code >= :lo and place_code < :hi
                    and withdrawn_at is null and visited_on >= :since) as visits
                """.replace("EMPTY", EMPTY), here)
                .param("since", since)
                .query(PlaceSum.class)
                .single();
    }

    /** What somebody does: with how many households he keeps contact and where, and his visits since the day. */
    @PreAuthorize(MAY_READ)
    public PersonSum sumOf(Jurisdiction jurisdiction, PersonId person, LocalDate since) {
        return bound("""
                select sum(kept) as households, max(place_code) as place_code, sum(visits) as visits, max(visited_on) as last
                from (
                  select 1 as kept, place_code, 0 as visits, null::date as visited_on from party_contact
                  where person_id = :person and ended_on is null and place_code >= :lo and place_code < :hi
                  union all
                  select 0, null, 1, visited_on from party_contact_visit
                  where person_id = :person and withdrawn_at is null and visited_on >= :since
                    and place_code >= :lo and place_code < :hi
                  union all select 0, null, 0, null
                ) laid_together
                """, jurisdiction)
                .param("person", person.value())
                .param("since", since)
                .query(PersonSum.class)
                .single();
    }

    /** With whom somebody kept contact before. */
    @PreAuthorize(MAY_READ)
    public List<EndedRow> ended(Jurisdiction here, PersonId keeper) {
        return bound("""
                select f.number, c.since, c.ended_on, c.ended_reason
                from party_contact c join household f on f.household_id = c.household_id
                where c.person_id = :person and c.ended_on is not null and c.place_code >= :lo and c.place_code < :hi
                order by c.ended_on desc, f.number
                """, here)
                .param("person", keeper.value())
                .query(EndedRow.class)
                .list();
    }

    /** The latest first; those withdrawn stay to be seen. */
    @PreAuthorize(MAY_READ)
    public Page<VisitRow> visits(Jurisdiction jurisdiction, VisitFilter filter, Pageable page) {
        var within = filter.place();
        return ScopedList.of(VISIT, within == null ? jurisdiction : jurisdiction.narrowedTo(within))
                .and("v.subject = :subject", "subject", filter.subject())
                .and("v.person_id = :person", "person", filter.visitor())
                .and("v.visited_on >= :first", "first", filter.first())
                .and("v.visited_on < :last", "last", filter.last())
                .page(database, " order by v.visited_on desc, v.visit_id", page, VisitRow.class);
    }

    /** What the visits of the list come to: how many people went and how many households they visited. */
    @PreAuthorize(MAY_READ)
    public VisitSum sum(Jurisdiction jurisdiction, VisitFilter filter) {
        var within = filter.place();
        return ScopedList.of(
                        VISIT + " and v.withdrawn_at is null",
                        within == null ? jurisdiction : jurisdiction.narrowedTo(within))
                .and("v.subject = :subject", "subject", filter.subject())
                .and("v.person_id = :person", "person", filter.visitor())
                .and("v.visited_on >= :first", "first", filter.first())
                .and("v.visited_on < :last", "last", filter.last())
                .grouped(
                        database,
                        "select count(*) as visits, count(distinct person_id) as visitors,"
                                + " coalesce(sum(households), 0) as households from (",
                        "",
                        ") visits",
                        new DataClassRowMapper<>(VisitSum.class))
                .get(0);
    }

    @PreAuthorize(MAY_READ)
    public VisitRow visit(Jurisdiction jurisdiction, VisitId id) {
        return bound(VISIT + " and v.visit_id = :id", jurisdiction)
                .param("id", id.value())
                .query(VisitRow.class)
                .optional()
                .orElseThrow(() -> new VisitNotFound(id));
    }

    /** The households that were named with the visit. */
    @PreAuthorize(MAY_READ)
    public List<VisitedRow> visited(Jurisdiction jurisdiction, VisitId id) {
        return bound("""
                select f.household_id, f.number, f.address
                from party_contact_visited n join household f on f.household_id = n.household_id
                where n.visit_id = :id and n.place_code >= :lo and n.place_code < :hi
                order by length(f.number), f.number
                """, jurisdiction)
                .param("id", id.value())
                .query(VisitedRow.class)
                .list();
    }

    /** What visits may be about. */
    @PreAuthorize(MAY_READ)
    public List<Subject> subjects() {
        return database.sql("select code, label from party_contact_subject order by position")
                .query(Subject.class)
                .list();
    }

    /**
     * Who may have visited a place: its own members and committees, and for a level above also the members there, for
     * cadres are sent from offices.
     */
    @PreAuthorize(MAY_READ)
    public List<VisitorRow> visitors(Jurisdiction jurisdiction, PlaceCode place) {
        return bound(VISITORS + " order by u.place_code < :from, h.name, h.born_on limit :limit", jurisdiction)
                .param("from", place.lo())
                .param("to", place.hi())
                .param("today", today())
                .param("limit", MOST_VISITORS)
                .query(VisitorRow.class)
                .list();
    }

    private static final String VISITORS = """
            select h.person_id, h.name, u.name as place_name
            from person h join place u on u.place_code = h.place_code
            where h.place_code >= :lo and h.place_code < :hi and h.left_on is null and h.died_on is null
              and (h.place_code >= :from and h.place_code < :to or u.category in ('ORGANS', 'UNIT', 'TOWNSHIP', 'COUNTY'))
              and (exists (select from party_member m where m.person_id = h.person_id and m.ended_on is null)
                or exists (select from party_post s where s.person_id = h.person_id and s.since <= :today and s.ended_on is null))
            """;

    /** His name, if he may have visited the place. */
    Optional<String> visitor(Jurisdiction jurisdiction, PlaceCode place, PersonId person) {
        return bound("select name from (" + VISITORS + " and h.person_id = :person) visitor", jurisdiction)
                .param("from", place.lo())
                .param("to", place.hi())
                .param("today", today())
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    boolean isSubject(String code) {
        return database.sql("select exists (select from party_contact_subject where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    boolean isMember(Jurisdiction here, PersonId person) {
        return bound("""
                select exists (select from party_member where place_code >= :lo and place_code < :hi
                  and person_id = :person and ended_on is null)
                """, here)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    boolean isKeptByAnother(Jurisdiction here, PersonId keeper, List<HouseholdId> households) {
        return bound("""
                select exists (select from party_contact where place_code >= :lo and place_code < :hi
                  and household_id in (:households) and person_id <> :person and ended_on is null)
                """, here)
                .param("households", households.stream().map(HouseholdId::value).toList())
                .param("person", keeper.value())
                .query(Boolean.class)
                .single();
    }

    boolean beganAfter(Jurisdiction here, PersonId keeper, List<HouseholdId> households, LocalDate day) {
        return bound("""
                select exists (select from party_contact where place_code >= :lo and place_code < :hi
                  and household_id in (:households) and person_id = :person and ended_on is null and since > :day)
                """, here)
                .param("households", households.stream().map(HouseholdId::value).toList())
                .param("person", keeper.value())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What is asked of the list of villages. */
    public record VillageFilter(
            @Nullable PlaceCode place,
            boolean uncovered,
            @Nullable String text) {}

    /** What is asked of the list of visits. */
    public record VisitFilter(
            @Nullable PlaceCode place,
            @Nullable String subject,
            @Nullable UUID visitor,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /** From how many to how many households a member should have, and who says so. */
    public record Guide(int least, int most, PartyRule rule) {

        /** Which side of the guide so many are on. */
        public Fit fit(int households) {
            return households < least ? Fit.UNDER : households > most ? Fit.OVER : Fit.WITHIN;
        }
    }

    /** How many households somebody has, measured by the guide. */
    public enum Fit {
        UNDER,
        WITHIN,
        OVER
    }

    /** A village in numbers. */
    public record VillageRow(
            String placeCode,
            String name,
            @Nullable String townshipName,
            int members,
            int below,
            int above,
            int households,
            int covered) {

        public int uncovered() {
            return households - covered;
        }
    }

    /** A member who may keep contact, and with how many households he does. */
    public record KeeperRow(
            UUID personId,
            String name,
            String organisationName,
            boolean floating,
            @Nullable String post,
            int households,
            boolean phone) {}

    /** A household and who keeps contact with it. */
    public record HomeRow(
            UUID householdId,
            String number,
            String address,
            @Nullable String eldest,
            int people,
            @Nullable String gridName,
            @Nullable String gridCode,
            @Nullable Boolean gridEnded,
            @Nullable UUID personId,
            @Nullable String keeper,
            @Nullable LocalDate since,
            boolean byMember) {

        public boolean isCovered() {
            return personId != null;
        }

        /** It has no grid, or one that is no more. */
        public boolean lacksGrid() {
            return gridCode == null || Boolean.TRUE.equals(gridEnded);
        }
    }

    /** A contact that ended. */
    public record EndedRow(String number, LocalDate since, LocalDate endedOn, String endedReason) {}

    /** A visit. */
    public record VisitRow(
            UUID visitId,
            String placeCode,
            String placeName,
            LocalDate visitedOn,
            UUID personId,
            String visitor,
            String subject,
            int households,
            String note,
            String asked,
            String recordedByPerson,
            boolean withdrawn,
            @Nullable String withdrawnReason) {

        public String href() {
            return new VisitId(visitId).href();
        }
    }

    /** A household that was visited. */
    public record VisitedRow(UUID householdId, String number, String address) {}

    /** A place in sum. */
    public record PlaceSum(long households, long covered, long visits) {}

    /** A person in sum. */
    public record PersonSum(
            int households,
            @Nullable String placeCode,
            int visits,
            @Nullable LocalDate last) {}

    /** Visits in sum. */
    public record VisitSum(int visits, int visitors, int households) {}

    /** What a visit may be about. */
    public record Subject(String code, String label) {}

    /** Who may have visited. */
    public record VisitorRow(UUID personId, String name, String placeName) {}
}
