package io.qiangcun.party.cadre;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.core.procedure.ProcedureAuthorities;
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

/** Reads the cases of the three tracks, by year and one by one; a list of facts, in no order of merit. */
@Service
@Transactional(readOnly = true)
@PreAuthorize("hasAuthority('" + ProcedureAuthorities.READ + "')")
public class CadreQueries {

    private static final String TRACKS = """
            (values ('REWARD', 'party.cadre-reward', 'decide'), ('SUSPENSION', 'party.cadre-suspension', 'decide'),
              ('EXIT', 'party.cadre-exit', 'filing')) k (track, template, step)
            """;

    private static final String ROW = """
            select c.case_id, k.track, p.name as place_name, t.name as township_name, c.subject_name, s.done_on,
              c.state, c.result,
              (select choice ->> 'label'
                from procedure_act a,
                  jsonb_path_query(v.definition, '$.steps[*].evidence[*] ? (@.code == "condition").choices[*]') choice
                where a.case_id = c.case_id and a.step_code = 'report' and a.withdrawn_at is null
                  and choice ->> 'code' = cast(a.evidence as jsonb) ->> 'condition'
                order by a.number desc limit 1) as condition
            from procedure_case c
              join """ + TRACKS + """
                on k.template = c.template_code
              join procedure_step s on s.case_id = c.case_id and s.step_code = k.step and s.state = 'DONE'
              join procedure_template v on v.template_id = c.template_id
              join place p on p.place_code = c.place_code
              left join place t on t.place_code = left(c.place_code, 9) and length(c.place_code) > 9
            where c.place_code >= :lo and c.place_code < :hi
            """;

    private final JdbcClient database;

    CadreQueries(JdbcClient database) {
        this.database = database;
    }

    /** The latest year first. */
    public List<CadreYear> years(Jurisdiction jurisdiction) {
        return database.sql("""
                select extract(year from s.done_on)::int as year,
                  count(*) filter (where k.track = 'REWARD') as rewarded,
                  count(*) filter (where k.track = 'SUSPENSION') as suspended,
                  count(*) filter (where k.track = 'EXIT') as exited
                from procedure_case c
                  join """ + TRACKS + """
                    on k.template = c.template_code
                  join procedure_step s on s.case_id = c.case_id and s.step_code = k.step and s.state = 'DONE'
                where c.place_code >= :lo and c.place_code < :hi
                group by 1 order by 1 desc
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(CadreYear.class)
                .list();
    }

    public Page<CadreRow> list(
            Jurisdiction jurisdiction, @Nullable CadreTrack track, @Nullable Integer year, Pageable page) {
        return ScopedList.of(ROW, jurisdiction)
                .and("k.track = :track", "track", track)
                .and("extract(year from s.done_on) = :year", "year", year)
                .page(
                        database,
                        "order by s.done_on desc, c.case_id",
                        page,
                        (row, number) -> new CadreRow(
                                row.getObject("case_id", UUID.class),
                                CadreTrack.valueOf(row.getString("track")),
                                row.getString("place_name"),
                                row.getString("township_name"),
                                row.getString("subject_name"),
                                row.getString("condition"),
                                row.getObject("done_on", LocalDate.class),
                                row.getString("state"),
                                row.getString("result")));
    }
}
