package io.qiangcun.core.procedure;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds open steps with a latest day: the one rule behind the reminders and escalations of all procedures. */
@Service
@Transactional(readOnly = true)
public class ProcedureOverdueRule implements WarningRule {

    public static final String CODE = "core.procedure-overdue";

    /** Nobody reminds earlier than that; the step table says when. */
    private static final int LOOKAHEAD_DAYS = 100;

    private final JdbcClient database;

    ProcedureOverdueRule(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        return database
                .sql("""
            select s.case_id, s.step_code, s.actor_place, s.title as step, s.opened_on, s.latest_on, s.basis_kind,
              s.basis_source, s.basis_article, s.basis_text, c.subject_name, v.title, p.name as place_name
            from procedure_step s
              join procedure_case c on c.case_id = s.case_id
              join procedure_template v on v.template_id = c.template_id
              join place p on p.place_code = s.place_code
            where s.state = 'OPEN' and c.state = 'OPEN' and s.latest_on <= :until
              and s.place_code >= :lo and s.place_code < :hi and s.actor_place >= :lo and s.actor_place < :hi
            """)
                .param("until", today.plusDays(LOOKAHEAD_DAYS))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> finding(rs))
                .list()
                .stream();
    }

    private static Finding finding(ResultSet rs) throws SQLException {
        var id = new CaseId(rs.getObject("case_id", UUID.class));
        var step = rs.getString("step_code");
        return new Finding(
                id + ":" + step,
                new PlaceCode(rs.getString("actor_place")),
                List.of(rs.getString("title"), rs.getString("subject_name"), rs.getString("step")),
                rs.getObject("latest_on", LocalDate.class),
                Finding.Basis.of(rs),
                id.href() + "/steps/" + step,
                List.of(
                        new Fact("core.procedure.fact.procedure", rs.getString("title")),
                        new Fact("core.procedure.fact.subject", rs.getString("subject_name")),
                        new Fact("core.procedure.fact.place", rs.getString("place_name")),
                        new Fact("core.procedure.fact.step", rs.getString("step")),
                        new Fact("core.procedure.fact.opened", rs.getString("opened_on")),
                        new Fact("core.procedure.fact.latest", rs.getString("latest_on"))));
    }
}
