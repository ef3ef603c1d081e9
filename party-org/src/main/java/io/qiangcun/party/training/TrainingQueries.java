package io.qiangcun.party.training;

import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.party.PartyAuthorities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads classes, who took part in one, and how far everybody is with his hours of the year. */
@Service
@Transactional(readOnly = true)
public class TrainingQueries {

    private static final String MAY_READ = "hasAuthority('" + PartyAuthorities.READ_TRAINING + "')";
    private static final int MOST_CANDIDATES = 400;

    private static final String CLASS = """
            select c.class_id, c.version, c.place_code, p.name as place_name, c.title, c.kind, c.held_from, c.held_to,
              c.hours, c.note,
              (select count(*) from party_training_attendance a
                where a.class_id = c.class_id and a.withdrawn_at is null) as people
            from party_training_class c join place p on p.place_code = c.place_code
            where c.place_code >= :lo and c.place_code < :hi
            """;

    /** Every member with his hours of the year; who sits in a committee of the Party owes more. */
    static final String STUDY = """
            select m.person_id, h.name, m.place_code, p.name as place_name, t.name as township_name,
              u.audience, u.hours as target, coalesce(k.hours, 0) as hours, u.warn_month,
              u.basis_kind, u.basis_source, u.basis_text
            from party_member m
              join person h on h.person_id = m.person_id
              join place p on p.place_code = m.place_code
              left join place t on t.place_code = left(m.place_code, 9) and length(m.place_code) > 9
              join party_study_target u on u.valid_from <= :on_day and (u.valid_to is null or u.valid_to > :on_day)
                and u.audience = case when exists (select from party_post s
                  where s.person_id = m.person_id and s.track = 'PARTY' and s.since <= :on_day
                    and (s.ended_on is null or s.ended_on >= :on_day))
                  then 'COMMITTEE' else 'MEMBER' end
              cross join lateral (
                select sum(a.hours) as hours from party_training_attendance a
                where a.person_id = m.person_id and a.withdrawn_at is null
                  and a.held_on >= date_trunc('year', cast(:on_day as date)) and a.held_on <= :on_day) k
            where m.joined_on <= :on_day and (m.ended_on is null or m.ended_on > :on_day)
              and m.place_code >= :lo and m.place_code < :hi
            """;

    private static final String LISTED =
            "select s.* from (" + STUDY + ") s where s.place_code >= :lo and s.place_code < :hi";

    private final JdbcClient database;
    private final Clock clock;

    TrainingQueries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The latest first. */
    @PreAuthorize(MAY_READ)
    public Page<ClassRow> classes(Jurisdiction jurisdiction, @Nullable ClassKind kind, int year, Pageable page) {
        return ScopedList.of(CLASS, jurisdiction)
                .and("c.kind = :kind", "kind", kind)
                .and("c.held_from >= :first", "first", LocalDate.of(year, 1, 1))
                .and("c.held_from < :last", "last", LocalDate.of(year + 1, 1, 1))
                .page(database, "order by held_from desc, class_id", page, ClassRow.class);
    }

    @PreAuthorize(MAY_READ)
    public ClassRow find(Jurisdiction jurisdiction, ClassId id) {
        return ScopedList.of(CLASS, jurisdiction)
                .and("c.class_id = :id", "id", id.value())
                .page(database, "", Pageable.unpaged(), ClassRow.class)
                .stream()
                .findFirst()
                .orElseThrow(() -> new ClassNotFound(id));
    }

    /** Who took part, place by place. */
    @PreAuthorize(MAY_READ)
    public List<Participant> participants(Jurisdiction jurisdiction, ClassId id) {
        return database.sql("""
                select a.person_id, h.name, p.name as place_name, a.hours
                from party_training_attendance a
                  join person h on h.person_id = a.person_id join place p on p.place_code = a.place_code
                where a.class_id = :id and a.withdrawn_at is null and a.place_code >= :lo and a.place_code < :hi
                order by a.place_code, h.name
                """)
                .param("id", id.value())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Participant.class)
                .list();
    }

    /** Whom a page offers to be named: those of the sort who are not named yet. */
    @PreAuthorize(MAY_READ)
    public List<Participant> candidates(
            Jurisdiction jurisdiction,
            ClassId id,
            Audience audience,
            @Nullable PlaceCode place,
            @Nullable String text) {
        var within = place == null ? jurisdiction : jurisdiction.narrowedTo(place);
        return ScopedList.of("""
                select m.person_id, h.name, p.name as place_name, 0.0 as hours, m.place_code
                from party_member m
                  join person h on h.person_id = m.person_id join place p on p.place_code = m.place_code
                where m.ended_on is null and m.place_code >= :lo and m.place_code < :hi
                  and not exists (select from party_training_attendance a
                    where a.class_id = :id and a.person_id = m.person_id and a.withdrawn_at is null)
                """, within)
                .with("id", id.value())
                .and("strpos(h.name, :text) > 0", "text", text)
                .andIf(audience == Audience.HEADS, posted("and s.role = 'HEAD'"))
                .andIf(audience == Audience.COMMITTEES, posted(""))
                .first(
                        database,
                        "order by m.place_code, h.name",
                        MOST_CANDIDATES,
                        (rs, i) -> new Participant(
                                rs.getObject("person_id", UUID.class),
                                rs.getString("name"),
                                rs.getString("place_name"),
                                rs.getBigDecimal("hours")));
    }

    private static String posted(String which) {
        return "exists (select from party_post s where s.person_id = m.person_id and s.track = 'PARTY'"
                + " and s.ended_on is null " + which + ")";
    }

    /** Members and their hours, those who lack most first. */
    @PreAuthorize(MAY_READ)
    public Page<StudyRow> study(Jurisdiction jurisdiction, StudyFilter filter, Pageable page) {
        var within = filter.place() == null ? jurisdiction : jurisdiction.narrowedTo(filter.place());
        return ScopedList.of(LISTED, within)
                .with("on_day", lastDay(filter.year()))
                .and("s.audience = :audience", "audience", filter.audience())
                .and("strpos(s.name, :text) > 0", "text", filter.text())
                .andIf(filter.behind(), "s.hours < s.target")
                .page(database, "order by s.hours - s.target, s.place_code, s.name, s.person_id", page, StudyRow.class);
    }

    /** How many there are, how many have their hours, by audience. */
    @PreAuthorize(MAY_READ)
    public List<StudySum> sums(Jurisdiction jurisdiction, int year) {
        return database.sql("""
                select audience, target, count(*) as people, count(*) filter (where hours >= target) as met
                from (STUDY) s group by audience, target order by audience
                """.replace("STUDY", STUDY))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("on_day", lastDay(year))
                .query(StudySum.class)
                .list();
    }

    /** How many secretaries there are, and how many went through a rotation class in the year. */
    @PreAuthorize(MAY_READ)
    public Coverage rotation(Jurisdiction jurisdiction, int year) {
        return database.sql("""
                select count(distinct s.person_id) as people, count(distinct a.person_id) as covered
                from party_post s
                  left join party_training_attendance a on a.person_id = s.person_id and a.withdrawn_at is null
                    and a.class_kind = 'ROTATION' and a.held_on >= :first and a.held_on < :last
                where s.track = 'PARTY' and s.role = 'HEAD' and s.ended_on is null
                  and s.place_code >= :lo and s.place_code < :hi
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("first", LocalDate.of(year, 1, 1))
                .param("last", LocalDate.of(year + 1, 1, 1))
                .query(Coverage.class)
                .single();
    }

    /** What a person studied, the latest first, and what a member owes this year; in one question, his page asks many. */
    @PreAuthorize(MAY_READ)
    public List<Studied> of(Jurisdiction jurisdiction, PersonId person) {
        return database.sql("""
                select a.class_title, a.held_on, a.hours, s.hours as year_hours, s.target as year_target
                from (select cast(:person as uuid) as person_id) x
                  left join party_training_attendance a on a.person_id = x.person_id and a.withdrawn_at is null
                    and a.place_code >= :lo and a.place_code < :hi
                  left join (LISTED and s.person_id = :person) s on s.person_id = x.person_id
                where a.class_id is not null or s.person_id is not null
                order by a.held_on desc
                """.replace("LISTED", LISTED))
                .param("person", person.value())
                .param("on_day", LocalDate.now(clock))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Studied.class)
                .list();
    }

    private LocalDate lastDay(int year) {
        var today = LocalDate.now(clock);
        return year >= today.getYear() ? today : LocalDate.of(year, 12, 31);
    }

    /** Who is offered to be named. */
    public enum Audience {
        HEADS,
        COMMITTEES,
        MEMBERS
    }

    /** A class in the list. */
    public record ClassRow(
            UUID classId,
            long version,
            String placeCode,
            String placeName,
            String title,
            ClassKind kind,
            LocalDate heldFrom,
            LocalDate heldTo,
            BigDecimal hours,
            String note,
            long people) {

        public String href() {
            return new ClassId(classId).href();
        }
    }

    /** Somebody who took part, or might. */
    public record Participant(UUID personId, String name, String placeName, BigDecimal hours) {}

    /** What is asked of members and their hours. */
    public record StudyFilter(
            int year,
            @Nullable PlaceCode place,
            @Nullable String audience,
            boolean behind,
            @Nullable String text) {}

    /** A member and his hours of the year. */
    public record StudyRow(
            UUID personId,
            String name,
            String placeName,
            @Nullable String townshipName,
            String audience,
            BigDecimal hours,
            BigDecimal target) {

        public BigDecimal missing() {
            return target.subtract(hours).max(BigDecimal.ZERO);
        }
    }

    /** Those of one audience. */
    public record StudySum(String audience, BigDecimal target, long people, long met) {}

    /** Of how many how many. */
    public record Coverage(long people, long covered) {}

    /** One class that somebody took part in, if any, and the hours he has and owes this year, if he is a member. */
    public record Studied(
            @Nullable String classTitle,
            @Nullable LocalDate heldOn,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal yearHours,
            @Nullable BigDecimal yearTarget) {}
}
