package io.qiangcun.services.centre;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.services.ServicesAuthorities;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads centres, who works in them, which are examples, and which places have none. */
@Component
@Transactional(readOnly = true)
public class CentreQueries {

    private static final String MAY_READ = "hasAuthority('" + ServicesAuthorities.READ_CENTRES + "')";

    /** The words of its own county where it has any, otherwise those that came with the application. */
    private static final String TITLES = """
            coalesce((select string_agg(f.title, '、' order by f.position, f.function_code) from (
              select distinct on (g.function_code) g.function_code, g.title, g.position from services_function g
                where g.function_code = any (c.functions) and (g.within = '' or g.within = left(c.place_code, 6))
                order by g.function_code, g.within desc) f), '')
            """;

    static final String ROWS = """
            select c.centre_id, c.version, c.place_code, p.name as place_name, t.name as township_name, c.kind, c.name, c.address,
              c.phone, c.open_days, c.open_from, c.open_until, c.open_note, array_to_string(c.functions, ',') as function_codes,
              %s as function_titles, c.state, c.opened_on, c.closed_on, c.closed_reason,
              exists (select from services_centre_tag g where g.centre_id = c.centre_id and g.revoked_on is null) as demonstration
            from services_centre c
              join place p on p.place_code = c.place_code
              left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
            where c.place_code >= :lo and c.place_code < :hi
            """.formatted(TITLES);

    /** Places that should have a centre: county, townships and villages that are there today. */
    static final String PLACES = """
            p.place_code >= :lo and p.place_code < :hi
              and p.category in ('COUNTY', 'TOWNSHIP', 'SUBDISTRICT', 'VILLAGE', 'COMMUNITY')
              and p.valid_from <= :today and (p.valid_to is null or p.valid_to > :today)
            """;

    private static final String HAS_ONE = """
            exists (select from services_centre c where c.place_code = p.place_code and c.kind = 'CENTRE' and c.state = 'IN_USE')
            """;

    private final JdbcClient database;
    private final CurrentAccount account;
    private final Clock clock;

    CentreQueries(JdbcClient database, CurrentAccount account, Clock clock) {
        this.database = database;
        this.account = account;
        this.clock = clock;
    }

    /**
     * What is asked of the list.
     *
     * @param place the place and all that lies in it
     * @param function the code of one
     * @param text part of a name, an address or the name of the place; empty for all
     */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable CentreState state,
            @Nullable CentreKind kind,
            @Nullable String function,
            boolean demonstration,
            String text) {}

    /** The county's first, then township by township; without a state those that are not closed. */
    @PreAuthorize(MAY_READ)
    public Page<CentreView> centres(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        var within = filter.place() == null ? jurisdiction : jurisdiction.narrowedTo(filter.place());
        return ScopedList.of(ROWS, within)
                .and("c.state = :state", "state", filter.state())
                .andIf(filter.state() == null, "c.state <> 'CLOSED'")
                .and("c.kind = :kind", "kind", filter.kind())
                .and("cast(:function as text) = any (c.functions)", "function", filter.function())
                .andIf(
                        filter.demonstration(),
                        "exists (select from services_centre_tag g where g.centre_id = c.centre_id and g.revoked_on is null)")
                .and(
                        "(strpos(c.name, :text) > 0 or strpos(c.address, :text) > 0 or strpos(p.name, :text) > 0)",
                        "text",
                        filter.text().isEmpty() ? null : filter.text())
                .page(database, "order by c.place_code, c.kind, c.name", page, CentreView.class);
    }

    @PreAuthorize(MAY_READ)
    public CentreView find(Jurisdiction jurisdiction, CentreId id) {
        return in(jurisdiction, ROWS + " and c.centre_id = :id")
                .param("id", id.value())
                .query(CentreView.class)
                .optional()
                .orElseThrow(() -> new CentreNotFound(id));
    }

    /** Whether the place itself has a centre, in use or being built. */
    @PreAuthorize(MAY_READ)
    public boolean hasCentre(Jurisdiction jurisdiction, PlaceCode place) {
        return in(jurisdiction, """
                select exists (select from services_centre c where c.place_code = :place and c.kind = 'CENTRE'
                  and c.state <> 'CLOSED' and c.place_code >= :lo and c.place_code < :hi)
                """)
                .param("place", place.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Counted from rows.
     *
     * @param inUse centres and points
     * @param points those of them that are points
     * @param places that should have a centre
     * @param covered those of them that have one in use
     */
    public record Counts(
            String placeCode,
            String placeName,
            long inUse,
            long points,
            long building,
            long demonstration,
            long places,
            long covered) {

        public long missing() {
            return places - covered;
        }
    }

    private static final String COUNTS = """
            select q.place_code, q.name as place_name, coalesce(c.in_use, 0) as in_use, coalesce(c.points, 0) as points,
              coalesce(c.building, 0) as building, coalesce(c.demonstration, 0) as demonstration, q.places, q.covered
            from (select u.place_code, u.name, count(*) as places, count(*) filter (where %s) as covered
                from place p join place u on u.place_code = left(p.place_code, :digits)
                where %s group by u.place_code, u.name) q
              left join (select left(c.place_code, :digits) as within, count(*) filter (where c.state = 'IN_USE') as in_use,
                  count(*) filter (where c.state = 'IN_USE' and c.kind = 'POINT') as points,
                  count(*) filter (where c.state = 'BUILDING') as building,
                  count(*) filter (where c.state <> 'CLOSED' and exists (select from services_centre_tag g
                    where g.centre_id = c.centre_id and g.revoked_on is null)) as demonstration
                from services_centre c where c.place_code >= :lo and c.place_code < :hi group by 1) c on c.within = q.place_code
            order by q.place_code
            """.formatted(HAS_ONE, PLACES);

    /** Of the whole jurisdiction. */
    @PreAuthorize(MAY_READ)
    public Counts total(Jurisdiction jurisdiction) {
        return counted(jurisdiction, jurisdiction.level().digits()).stream()
                .findFirst()
                .orElseGet(() -> new Counts(jurisdiction.root().value(), "", 0, 0, 0, 0, 0, 0));
    }

    /** By townships, the county's own first; a county reads it. */
    @PreAuthorize(MAY_READ)
    public List<Counts> byTownship(Jurisdiction jurisdiction) {
        return counted(jurisdiction, PlaceKind.TOWNSHIP.digits());
    }

    private List<Counts> counted(Jurisdiction jurisdiction, int digits) {
        return in(jurisdiction, COUNTS)
                .param("digits", digits)
                .param("today", LocalDate.now(clock))
                .query(Counts.class)
                .list();
    }

    /**
     * A place without a centre in use.
     *
     * @param building the one that is being built there, if there is one
     */
    public record Missing(
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            @Nullable UUID building) {}

    @PreAuthorize(MAY_READ)
    public List<Missing> missing(Jurisdiction jurisdiction) {
        return in(jurisdiction, """
                select p.place_code, p.name as place_name, t.name as township_name,
                  (select b.centre_id from services_centre b where b.place_code = p.place_code and b.kind = 'CENTRE'
                    and b.state = 'BUILDING') as building
                from place p left join place t on t.place_code = left(p.place_code, 9) and length(p.place_code) > 9
                where %s and not %s order by p.place_code
                """.formatted(PLACES, HAS_ONE))
                .param("today", LocalDate.now(clock))
                .query(Missing.class)
                .list();
    }

    /** Who works, or worked, in a centre. */
    public record Staff(
            UUID staffId,
            String name,
            String duty,
            String phone,
            LocalDate since,
            @Nullable LocalDate until) {}

    @PreAuthorize(MAY_READ)
    public List<Staff> staff(Jurisdiction jurisdiction, CentreId id) {
        return in(jurisdiction, """
                select s.staff_id, s.name, s.duty, s.phone, s.since, s.until from services_centre_staff s
                where s.centre_id = :id and s.place_code >= :lo and s.place_code < :hi
                order by s.until nulls first, s.since, s.name
                """).param("id", id.value()).query(Staff.class).list();
    }

    /** That a centre was made an example. */
    public record Tag(
            UUID tagId,
            LocalDate awardedOn,
            String basis,
            @Nullable LocalDate revokedOn,
            String revokedReason) {}

    @PreAuthorize(MAY_READ)
    public List<Tag> tags(Jurisdiction jurisdiction, CentreId id) {
        return in(jurisdiction, """
                select g.tag_id, g.awarded_on, g.basis, g.revoked_on, g.revoked_reason from services_centre_tag g
                where g.centre_id = :id and g.place_code >= :lo and g.place_code < :hi
                order by g.awarded_on desc, g.recorded_at desc
                """).param("id", id.value()).query(Tag.class).list();
    }

    /** That others came to see a centre. */
    public record Visit(
            UUID visitId,
            LocalDate visitedOn,
            String visitors,
            int people,
            String topic,
            @Nullable LocalDate voidedOn,
            String voidedReason) {}

    @PreAuthorize(MAY_READ)
    public List<Visit> visits(Jurisdiction jurisdiction, CentreId id) {
        return in(jurisdiction, """
                select v.visit_id, v.visited_on, v.visitors, v.people, v.topic, v.voided_on, v.voided_reason
                from services_centre_visit v
                where v.centre_id = :id and v.place_code >= :lo and v.place_code < :hi
                order by v.visited_on desc, v.recorded_at desc
                """).param("id", id.value()).query(Visit.class).list();
    }

    /**
     * What centres may be for.
     *
     * @param own whether the county worded it
     */
    public record CentreFunction(
            String functionCode, int position, String title, String explanation, boolean retired, boolean own) {}

    /** In the words of the county that the jurisdiction lies in. */
    @PreAuthorize(MAY_READ)
    public List<CentreFunction> functions(Jurisdiction jurisdiction) {
        return database.sql("""
                select f.function_code, f.position, f.title, f.explanation, f.retired, f.within <> '' as own from (
                  select distinct on (g.function_code) g.* from services_function g
                    where g.within = '' or g.within = :county order by g.function_code, g.within desc) f
                order by f.retired, f.position, f.function_code
                """)
                .param("county", jurisdiction.root().county().value())
                .query(CentreFunction.class)
                .list();
    }

    /** Whether the account writes centres. */
    public boolean isWriter() {
        return account.may(ServicesAuthorities.WRITE_CENTRES);
    }

    /** Whether the account makes centres examples. */
    public boolean isOverseer() {
        return account.may(ServicesAuthorities.OVERSEE_CENTRES);
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
