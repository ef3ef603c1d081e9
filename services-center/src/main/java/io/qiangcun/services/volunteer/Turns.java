package io.qiangcun.services.volunteer;

import static java.util.stream.Collectors.groupingBy;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.core.register.RegisterAuthorities;
import io.qiangcun.core.register.RowId;
import io.qiangcun.services.volunteer.Turn.Taker;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the shifts ask for on days, and who takes it. Posts, shifts and hours are rows of registers that a county words. */
@Service
@Transactional(readOnly = true)
public class Turns {

    public static final String POSTS = "services.volunteer-post";
    public static final String SHIFTS = "services.volunteer-shift";
    public static final String HOURS = "services.volunteer-hours";

    private static final String MAY_READ = "hasAuthority('" + RegisterAuthorities.READ + "')";

    /** All turns from one day to another, both counted; says of each how many took it and of how many nobody noted the hours. */
    static final String TURNS = """
            select s.row_id as shift_id, p.row_id as post_id, p.place_code, p.title as post, coalesce(p.cells->>'duty', '') as duty,
              d.day::date as day, s.cells->>'slot' as slot, coalesce(s.cells->>'time', '') as time, (s.cells->>'needs')::int as needs,
              (s.cells->>'hours')::numeric as hours, k.taken, k.untold
            from register_row s join register_row p on p.row_id = s.parent_id
              cross join lateral generate_series(%1$s, %2$s, interval '1 day') d (day)
              cross join lateral (select count(*) as taken, count(*) filter (where h.cells->>'hours' is null) as untold
                from register_row h where h.parent_id = p.row_id and h.register_code = 'services.volunteer-hours'
                  and h.starts_on = d.day and h.cells->>'slot' = s.cells->>'slot' and not h.voided) k
            where s.register_code = 'services.volunteer-shift' and s.place_code >= :lo and s.place_code < :hi
              and s.cells->>'weekday' = 'd' || extract(isodow from d.day) and %3$s
              and not s.voided and s.starts_on <= d.day and (s.current_to is null or s.current_to >= d.day)
              and not p.voided and p.starts_on <= d.day and (p.current_to is null or p.current_to >= d.day)
            """;

    /** In days. */
    static final int LOOKED_BACK = 30;

    private static final String BETWEEN = TURNS.formatted("cast(:from as date)", "cast(:until as date)", "%s");

    private static final String TAKERS = """
            select h.row_id, h.parent_id, h.starts_on, h.cells->>'slot' as slot, h.cells->>'person' as person,
              coalesce(h.names->>'person', '') as name, (h.cells->>'hours')::numeric as hours
            from register_row h
            where h.register_code = 'services.volunteer-hours' and h.place_code >= :lo and h.place_code < :hi
              and h.starts_on >= :from and h.starts_on <= :until and h.cells->>'slot' is not null and not h.voided
            order by h.recorded_at, h.row_id
            """;

    private static final String PERSONS = """
            select h.cells->>'person' as person, max(h.names->>'person') as name, h.place_code, l.name as place_name,
              count(*) as times, sum((h.cells->>'hours')::numeric) as hours,
              coalesce(sum((h.cells->>'people')::numeric), 0) as people
            from register_row h join place l on l.place_code = h.place_code
            where h.register_code = 'services.volunteer-hours' and h.place_code >= :lo and h.place_code < :hi
              and h.starts_on >= :from and h.starts_on < :until and not h.voided and h.cells->>'hours' is not null
            group by h.cells->>'person', h.place_code, l.name
            """;

    private final JdbcClient database;
    private final Clock clock;

    Turns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The turns of a place and of those below it in a week.
     *
     * @param turns how many there are
     * @param needs how many people they ask for
     * @param missing how many of them nobody has taken
     * @param untold turns that are over and of which nobody noted the hours
     */
    public record PlaceWeek(String placeCode, String placeName, long turns, long needs, long missing, long untold) {}

    /** The places one level below, with all that lies within them, in the order of the tree. */
    @PreAuthorize(MAY_READ)
    public List<PlaceWeek> below(Jurisdiction jurisdiction, LocalDate monday) {
        if (jurisdiction.level().digits() >= PlaceKind.VILLAGE.digits()) {
            return List.of();
        }
        return database.sql("""
                        select l.place_code, l.name as place_name, w.turns, w.needs, w.missing, w.untold
                        from (select left(t.place_code, :digits) as below, count(*) as turns, sum(t.needs) as needs,
                            sum(greatest(t.needs - t.taken, 0)) as missing,
                            count(*) filter (where t.day < :today and t.untold > 0) as untold
                          from (%s) t where t.place_code <> :root group by below) w
                          join place l on l.place_code = w.below
                        order by l.place_code
                        """.formatted(BETWEEN.formatted("true")))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("root", jurisdiction.root().value())
                .param("digits", jurisdiction.level().below().digits())
                .param("from", monday)
                .param("until", monday.plusDays(6))
                .param("today", LocalDate.now(clock))
                .query(PlaceWeek.class)
                .list();
    }

    /** What one place asks for in a week, day by day. */
    @PreAuthorize(MAY_READ)
    public List<Turn> week(Jurisdiction jurisdiction, PlaceCode place, LocalDate monday) {
        return between(jurisdiction, monday, monday.plusDays(6), "p.place_code = :only", place.value());
    }

    /** The first day of the last month of a turn that is over and of which nobody noted the hours. */
    @PreAuthorize(MAY_READ)
    public Optional<LocalDate> firstUntold(Jurisdiction jurisdiction) {
        var today = LocalDate.now(clock);
        return database.sql("select min(w.day) from (" + BETWEEN.formatted("p.place_code = :root")
                        + ") w where w.untold > 0")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("root", jurisdiction.root().value())
                .param("from", today.minusDays(LOOKED_BACK))
                .param("until", today.minusDays(1))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** A shift on a day it asks for somebody. */
    @PreAuthorize(MAY_READ)
    public Turn turn(Jurisdiction jurisdiction, RowId shift, LocalDate day) {
        return find(jurisdiction, shift, day).orElseThrow(() -> new TurnNotFound(shift));
    }

    Optional<Turn> find(Jurisdiction jurisdiction, RowId shift, LocalDate day) {
        return between(jurisdiction, day, day, "s.row_id = :only", shift.value()).stream()
                .findFirst();
    }

    private List<Turn> between(
            Jurisdiction jurisdiction, LocalDate from, LocalDate until, String condition, Object only) {
        var takers = database
                .sql(TAKERS)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new Taken(
                        new When(
                                row.getObject("parent_id", UUID.class),
                                row.getObject("starts_on", LocalDate.class),
                                row.getString("slot")),
                        new Taker(
                                new RowId(row.getObject("row_id", UUID.class)),
                                row.getString("person"),
                                row.getString("name"),
                                row.getBigDecimal("hours"))))
                .list()
                .stream()
                .collect(groupingBy(Taken::when));
        return database.sql(
                        "select w.*, l.name as place_name from (" + BETWEEN.formatted(condition)
                                + ") w join place l on l.place_code = w.place_code order by w.day, array_position(array['morning', 'afternoon', 'evening'], w.slot), w.post, w.shift_id")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("from", from)
                .param("until", until)
                .param("only", only)
                .query((row, number) -> turn(
                        row,
                        takers.getOrDefault(
                                new When(
                                        row.getObject("post_id", UUID.class),
                                        row.getObject("day", LocalDate.class),
                                        row.getString("slot")),
                                List.of())))
                .list();
    }

    private static Turn turn(ResultSet row, List<Taken> taken) throws SQLException {
        return new Turn(
                new RowId(row.getObject("shift_id", UUID.class)),
                new RowId(row.getObject("post_id", UUID.class)),
                row.getString("place_code"),
                row.getString("place_name"),
                row.getString("post"),
                row.getString("duty"),
                row.getObject("day", LocalDate.class),
                row.getString("slot"),
                row.getString("time"),
                row.getInt("needs"),
                Objects.requireNonNullElse(row.getBigDecimal("hours"), BigDecimal.ZERO),
                taken.stream().map(Taken::taker).toList());
    }

    private record When(UUID post, LocalDate day, String slot) {}

    private record Taken(When when, Taker taker) {}

    /**
     * What somebody did in a year.
     *
     * @param times how often he was there
     * @param people how many he helped
     */
    public record PersonYear(
            String person,
            String name,
            String placeCode,
            String placeName,
            long times,
            BigDecimal hours,
            BigDecimal people) {}

    /** By place and name: nobody is ranked. */
    @PreAuthorize(MAY_READ)
    public Page<PersonYear> persons(Jurisdiction jurisdiction, Year year, Pageable page) {
        return ScopedList.of(PERSONS, jurisdiction)
                .with("from", year.atDay(1))
                .with("until", year.plusYears(1).atDay(1))
                .page(database, "order by place_code, name, person", page, PersonYear.class);
    }
}
