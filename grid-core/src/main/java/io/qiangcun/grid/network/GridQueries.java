package io.qiangcun.grid.network;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.Point;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.grid.GridAuthorities;
import io.qiangcun.grid.network.GridView.Kin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the net of grids. */
@Service
@Transactional(readOnly = true)
public class GridQueries {

    private static final String MAY_READ = "hasAuthority('" + GridAuthorities.READ_GRIDS + "')";

    private static final String ROW = """
            select g.place_code, p.name, v.name as village_name, t.name as township_name, a.name as grid_name,
              g.type, g.households, g.people, w.leader, coalesce(w.workers, 0) as workers, coalesce(m.parts, 0) as parts
            from grid g
              join place p on p.place_code = g.place_code
              join place v on v.place_code = left(g.place_code, 12)
              left join place t on t.place_code = left(g.place_code, 9)
              left join place a on a.place_code = left(g.place_code, 15) and length(g.place_code) = 18
              left join (
                select s.place_code, count(*) as workers, max(coalesce(h.name, s.name)) filter (where s.post = 'LEADER') as leader
                from grid_worker s left join person h on h.person_id = s.person_id
                where s.place_code >= :lo and s.place_code < :hi and s.ended_on is null group by s.place_code
              ) w on w.place_code = g.place_code
              left join (
                select left(place_code, 15) as place_code, count(*) as parts from grid
                where place_code >= :lo and place_code < :hi and length(place_code) = 18 and ended_on is null group by 1
              ) m on m.place_code = g.place_code
            where g.place_code >= :lo and g.place_code < :hi and g.ended_on is null
            """;

    private static final String IN_ORDER = " order by g.place_code";

    private final JdbcClient database;

    GridQueries(JdbcClient database) {
        this.database = database;
    }

    /** In the order of their codes: each micro-grid after its grid. */
    @PreAuthorize(MAY_READ)
    public Page<GridRow> list(Jurisdiction jurisdiction, GridFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, IN_ORDER, page, GridRow.class);
    }

    /** All of them, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, GridFilter filter, Consumer<Iterable<GridRow>> reader) {
        listed(jurisdiction, filter).read(database, IN_ORDER, GridRow.class, reader);
    }

    private static ScopedList listed(Jurisdiction jurisdiction, GridFilter filter) {
        var lack = filter.lack();
        var within = filter.within();
        return ScopedList.of(ROW, within == null ? jurisdiction : jurisdiction.narrowedTo(within))
                .and("g.type = :type", "type", filter.type())
                .and("strpos(concat_ws(' ', p.name, v.name, w.leader), :text) > 0", "text", filter.text())
                .andIf(lack == GridFilter.Lack.LEADER, "w.leader is null")
                .andIf(lack == GridFilter.Lack.WORKERS, "w.workers is null")
                .andIf(lack == GridFilter.Lack.HOUSEHOLDS, "g.households is null");
    }

    /** The net place by place of the level below: townships of a county, villages of a township. */
    @PreAuthorize(MAY_READ)
    public List<NetCount> net(Jurisdiction jurisdiction, LocalDate today) {
        return bound("""
                with below as (
                  select place_code, name from place
                  where place_code >= :lo and place_code < :hi and length(place_code) = :digits
                    and category not in ('ORGANS', 'UNIT')
                    and valid_from <= :today and (valid_to is null or valid_to > :today)
                ), villages as (
                  select left(place_code, :digits) as place_code, count(*) as villages from place
                  where place_code >= :lo and place_code < :hi and category in ('VILLAGE', 'COMMUNITY')
                    and valid_from <= :today and (valid_to is null or valid_to > :today)
                  group by 1
                ), nets as (
                  select left(g.place_code, :digits) as place_code, count(distinct left(g.place_code, 12)) as covered,
                    count(*) filter (where length(g.place_code) = 15) as grids,
                    count(*) filter (where length(g.place_code) = 18) as micro_grids,
                    sum(g.households) filter (where length(g.place_code) = 15) as households,
                    count(*) filter (where l.place_code is null) as unled
                  from grid g
                    left join grid_worker l on l.place_code = g.place_code and l.post = 'LEADER' and l.ended_on is null
                  where g.place_code >= :lo and g.place_code < :hi and g.ended_on is null
                  group by 1
                ), staff as (
                  select left(place_code, :digits) as place_code,
                    count(distinct person_id) filter (where post = 'LEADER') as leaders,
                    count(distinct person_id) filter (where post = 'FULL_TIME') as full_time,
                    count(distinct person_id) filter (where post = 'PART_TIME') as part_time,
                    count(distinct person_id) filter (where post = 'AUXILIARY') as auxiliary
                  from grid_worker where place_code >= :lo and place_code < :hi and ended_on is null
                  group by 1
                )
                select b.place_code, b.name, coalesce(v.villages, 0) as villages, coalesce(n.covered, 0) as covered,
                  coalesce(n.grids, 0) as grids, coalesce(n.micro_grids, 0) as micro_grids,
                  coalesce(n.households, 0) as households, coalesce(s.leaders, 0) as leaders,
                  coalesce(s.full_time, 0) as full_time, coalesce(s.part_time, 0) as part_time,
                  coalesce(s.auxiliary, 0) as auxiliary, coalesce(n.unled, 0) as unled
                from below b left join villages v using (place_code) left join nets n using (place_code)
                  left join staff s using (place_code)
                order by b.place_code
                """, jurisdiction)
                .param("digits", jurisdiction.level().below().digits())
                .param("today", today)
                .query(NetCount.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Optional<GridView> find(Jurisdiction jurisdiction, PlaceCode place) {
        return bound("""
                select g.*, p.name, p.successor, n.name as successor_name
                from grid g join place p on p.place_code = g.place_code left join place n on n.place_code = p.successor
                where g.place_code >= :lo and g.place_code < :hi and g.place_code = :place
                """, jurisdiction)
                .param("place", place.value())
                .query((row, number) -> view(
                        row,
                        workers(jurisdiction, place),
                        kin(jurisdiction, place, "origin", "place_code"),
                        kin(jurisdiction, place, "place_code", "origin")))
                .optional();
    }

    /** The open grids and whether a Party organisation is known in each, for slices that look who answers there. */
    @PreAuthorize(MAY_READ)
    public List<GridUnit> units(Jurisdiction jurisdiction) {
        return bound("""
                select g.place_code, p.name, g.unit is not null as has_unit
                from grid g join place p on p.place_code = g.place_code
                where g.place_code >= :lo and g.place_code < :hi and g.ended_on is null and length(g.place_code) = 15
                order by g.place_code
                """, jurisdiction).query(GridUnit.class).list();
    }

    /** A grid, and whether a Party organisation is in it. */
    public record GridUnit(String placeCode, String name, boolean hasUnit) {}

    /** Grids a grid may be merged into: those beside it. */
    @PreAuthorize(MAY_READ)
    public List<Kin> neighbours(Jurisdiction jurisdiction, PlaceCode place) {
        return bound("""
                select g.place_code, p.name from grid g join place p on p.place_code = g.place_code
                where g.place_code >= :lo and g.place_code < :hi and g.ended_on is null
                  and g.place_code like :within || '___' and g.place_code <> :place
                order by g.place_code
                """, jurisdiction)
                .param("within", place.parent().orElseThrow().value())
                .param("place", place.value())
                .query(Kin.class)
                .list();
    }

    @PreAuthorize(MAY_READ)
    public Page<PendingWorker> pending(Jurisdiction jurisdiction, Pageable page) {
        return ScopedList.of("""
                select s.worker_id, s.place_code, p.name as grid_name, v.name as village_name, coalesce(h.name, s.name) as name, s.post, s.source, s.since
                from grid_worker s join place p on p.place_code = s.place_code
                  join place v on v.place_code = left(s.place_code, 12)
                  left join person h on h.person_id = s.person_id
                where s.vetting = 'PENDING' and s.ended_on is null and s.place_code >= :lo and s.place_code < :hi
                """, jurisdiction)
                .page(database, " order by s.place_code, s.since", page, PendingWorker.class);
    }

    /** The person's work in grids, now and before. */
    List<PersonsGrid> of(Jurisdiction jurisdiction, UUID person) {
        return bound("""
                select s.place_code, p.name, s.post, s.since, s.ended_on
                from grid_worker s join place p on p.place_code = s.place_code
                where s.place_code >= :lo and s.place_code < :hi and s.person_id = :person
                order by s.since
                """, jurisdiction)
                .param("person", person)
                .query(PersonsGrid.class)
                .list();
    }

    /** Until the transaction ends, nobody else gives numbers there; always in one order, so that nobody waits for ever. */
    void lockNumbersOf(Collection<PlaceCode> within) {
        database.sql("""
                select pg_advisory_xact_lock(hashtext('grid'), place) from (
                  select hashtext(place) as place from unnest(cast(:within as text[])) place order by 1
                ) places
                """)
                .param("within", within.stream().map(PlaceCode::value).toArray(String[]::new))
                .query(rows -> {});
    }

    /** Numbers are never used twice, whatever has become of their grids. */
    String nextNumber(PlaceCode within) {
        var last = database.sql("select max(place_code) from place where place_code like :within || '___'")
                .param("within", within.value())
                .query(String.class)
                .optional()
                .map(code -> Integer.parseInt(code.substring(within.value().length())))
                .orElse(0);
        return "%03d".formatted(last + 1);
    }

    boolean isTaken(PlaceCode code) {
        return database.sql("select exists (select from place where place_code = :code)")
                .param("code", code.value())
                .query(Boolean.class)
                .single();
    }

    boolean isNamed(PlaceCode within, PlaceCode except, String name) {
        return database.sql("""
                select exists (select from place
                  where place_code like :within || '___' and place_code <> :except and name = :name and valid_to is null)
                """)
                .param("within", within.value())
                .param("except", except.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    boolean hasParts(Jurisdiction jurisdiction, PlaceCode place) {
        return place.kind() == PlaceKind.GRID
                && bound("""
                        select exists (select from grid where place_code >= :lo and place_code < :hi
                          and place_code like :place || '___' and ended_on is null)
                        """, jurisdiction)
                        .param("place", place.value())
                        .query(Boolean.class)
                        .single();
    }

    /** Whether the person behind the work already works in the grid too. */
    boolean works(Jurisdiction jurisdiction, PlaceCode grid, WorkerId other) {
        return bound("""
                select exists (select from grid_worker a join grid_worker b on b.person_id = a.person_id
                  where a.worker_id = :other and b.place_code = :grid and b.ended_on is null
                    and b.place_code >= :lo and b.place_code < :hi)
                """, jurisdiction)
                .param("other", other.value())
                .param("grid", grid.value())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void remember(PlaceCode place, List<PlaceCode> origins) {
        origins.forEach(origin -> database.sql("insert into grid_origin (place_code, origin) values (:place, :origin)")
                .param("place", place.value())
                .param("origin", origin.value())
                .update());
    }

    private List<WorkerRow> workers(Jurisdiction jurisdiction, PlaceCode place) {
        return bound("""
                select s.worker_id, s.place_code, s.version, s.person_id, s.post, s.source, s.since, s.vetting, s.proposed_by, s.vetted_by,
                  s.vetted_on, s.vetting_note, s.ended_on, s.ended_reason, coalesce(h.name, s.name) as name
                from grid_worker s left join person h on h.person_id = s.person_id
                where s.place_code >= :lo and s.place_code < :hi and s.place_code = :place
                order by s.ended_on desc nulls first,
                  array_position(array['LEADER', 'FULL_TIME', 'PART_TIME', 'AUXILIARY'], s.post), s.since
                """, jurisdiction)
                .param("place", place.value())
                .query(WorkerRow.class)
                .list();
    }

    private List<Kin> kin(Jurisdiction jurisdiction, PlaceCode place, String other, String self) {
        return bound("""
                select o.%s as place_code, p.name from grid_origin o join place p on p.place_code = o.%s
                where o.place_code >= :lo and o.place_code < :hi and o.%s = :place order by 1
                """.formatted(other, other, self), jurisdiction)
                .param("place", place.value())
                .query(Kin.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }

    private static GridView view(ResultSet row, List<WorkerRow> workers, List<Kin> origins, List<Kin> offspring)
            throws SQLException {
        var longitude = row.getBigDecimal("longitude");
        var successor = row.getString("successor");
        var ending = row.getString("ending");
        return new GridView(
                new PlaceCode(row.getString("place_code")),
                row.getLong("version"),
                row.getString("name"),
                new GridDetails(
                        GridType.valueOf(row.getString("type")),
                        row.getObject("households", Integer.class),
                        row.getObject("people", Integer.class),
                        row.getObject("unit", UUID.class),
                        longitude == null ? null : new Point(longitude, row.getBigDecimal("latitude"))),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                ending == null ? null : GridEnding.valueOf(ending),
                workers,
                origins,
                offspring,
                successor == null ? null : new Kin(successor, row.getString("successor_name")));
    }

    /** Somebody who waits to be agreed to. */
    public record PendingWorker(
            UUID workerId,
            String placeCode,
            String gridName,
            String villageName,
            @Nullable String name,
            WorkerPost post,
            WorkerSource source,
            LocalDate since) {}

    record PersonsGrid(
            String placeCode,
            String name,
            WorkerPost post,
            LocalDate since,
            @Nullable LocalDate endedOn) {}
}
