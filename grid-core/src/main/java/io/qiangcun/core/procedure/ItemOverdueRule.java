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

/** Finds what was promised in a list of a case by a day that comes or is past: problems to be put right, promises. */
@Service
@Transactional(readOnly = true)
class ItemOverdueRule implements WarningRule {

    private static final int LOOKAHEAD_DAYS = 100;

    private final JdbcClient database;

    ItemOverdueRule(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "core.procedure-item-overdue";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        return database
                .sql("""
            select i.case_id, i.step_code, i.field, i.number, i.actor_place, i.list, i.title as item, i.owner, i.due_on,
              c.subject_name, v.title, p.name as place_name
            from procedure_item i
              join procedure_case c on c.case_id = i.case_id
              join procedure_template v on v.template_id = c.template_id
              join place p on p.place_code = i.place_code
            where i.stands and i.done_on is null and c.state = 'OPEN' and i.due_on <= :until
              and i.place_code >= :lo and i.place_code < :hi and i.actor_place >= :lo and i.actor_place < :hi
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
        var item = rs.getString("item");
        return new Finding(
                id + ":" + step + ":" + rs.getString("field") + ":" + rs.getInt("number"),
                new PlaceCode(rs.getString("actor_place")),
                List.of(rs.getString("title"), rs.getString("subject_name"), item),
                rs.getObject("due_on", LocalDate.class),
                new Finding.Basis("DESIGN", rs.getString("list"), "", rs.getString("due_on")),
                id.href() + "#step-" + step,
                List.of(
                        new Fact("core.procedure.fact.procedure", rs.getString("title")),
                        new Fact("core.procedure.fact.subject", rs.getString("subject_name")),
                        new Fact("core.procedure.fact.place", rs.getString("place_name")),
                        new Fact("core.procedure.fact.item", item),
                        new Fact("core.procedure.fact.owner", rs.getString("owner")),
                        new Fact("core.procedure.fact.latest", rs.getString("due_on"))));
    }
}
