package io.qiangcun.grid.network;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.grid.GridAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads who works in grids. */
@Service
@Transactional(readOnly = true)
public class WorkerQueries {

    private static final String MAY_READ = "hasAuthority('" + GridAuthorities.READ_GRIDS + "')";

    private static final String ROW = """
            select s.worker_id, s.person_id, s.place_code, concat_ws(' › ', a.name, p.name) as grid_name,
              v.name as village_name, t.name as township_name, coalesce(h.name, s.name) as name, h.born_on,
              s.post, s.source, s.since, s.vetting, s.vetted_on
            from grid_worker s
              join place p on p.place_code = s.place_code
              join place v on v.place_code = left(s.place_code, 12)
              left join place t on t.place_code = left(s.place_code, 9)
              left join place a on a.place_code = left(s.place_code, 15) and length(s.place_code) = 18
              left join person h on h.person_id = s.person_id
            where s.place_code >= :lo and s.place_code < :hi and s.ended_on is null
            """;

    private static final String IN_ORDER = """
             order by s.place_code, array_position(array['LEADER', 'FULL_TIME', 'PART_TIME', 'AUXILIARY'], s.post),
              s.since, s.worker_id
            """;

    private final JdbcClient database;

    WorkerQueries(JdbcClient database) {
        this.database = database;
    }

    /** A grid that a list may name, also one that is no more. */
    public record Named(String placeCode, String name, boolean open) {}

    record Standing(
            String placeCode, UUID personId, WorkerPost post, WorkerSource source, LocalDate since, Vetting vetting) {}

    /** Grid by grid, the leader first. */
    @PreAuthorize(MAY_READ)
    public Page<StaffRow> list(Jurisdiction jurisdiction, StaffFilter filter, Pageable page) {
        return listed(jurisdiction, filter).page(database, IN_ORDER, page, StaffRow.class);
    }

    /** All of them, handed over while they are read. */
    @PreAuthorize(MAY_READ)
    public void read(Jurisdiction jurisdiction, StaffFilter filter, Consumer<Iterable<StaffRow>> reader) {
        listed(jurisdiction, filter).read(database, IN_ORDER, StaffRow.class, reader);
    }

    private static ScopedList listed(Jurisdiction jurisdiction, StaffFilter filter) {
        var within = filter.within();
        return ScopedList.of(ROW, within == null ? jurisdiction : jurisdiction.narrowedTo(within))
                .and("s.post = :post", "post", filter.post())
                .and("s.vetting = :vetting", "vetting", filter.vetting())
                .and(
                        "strpos(concat_ws(' ', coalesce(h.name, s.name), a.name, p.name, v.name), :text) > 0",
                        "text",
                        filter.text());
    }

    /** Every grid there is or was. */
    @PreAuthorize(MAY_READ)
    public List<Named> grids(Jurisdiction jurisdiction) {
        return bound("""
                select g.place_code, concat_ws('›', a.name, p.name) as name, g.ended_on is null as open
                from grid g join place p on p.place_code = g.place_code
                  left join place a on a.place_code = left(g.place_code, 15) and length(g.place_code) = 18
                where g.place_code >= :lo and g.place_code < :hi
                """, jurisdiction).query(Named.class).list();
    }

    /** Who works where now, as far as a list has to know it. */
    List<Standing> standing(Jurisdiction jurisdiction) {
        return bound("""
                select place_code, person_id, post, source, since, vetting from grid_worker
                where place_code >= :lo and place_code < :hi and ended_on is null
                """, jurisdiction).query(Standing.class).list();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}
