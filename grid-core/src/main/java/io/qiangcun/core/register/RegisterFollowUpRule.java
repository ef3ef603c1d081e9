package io.qiangcun.core.register;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds rows that want an entry in a log of theirs. */
@Service
@Transactional(readOnly = true)
public class RegisterFollowUpRule implements WarningRule {

    public static final String CODE = "core.register-follow-up";

    /** Nobody reminds earlier than that; the step table says when. */
    private static final int LOOKAHEAD_DAYS = 20;

    private final JdbcClient database;

    RegisterFollowUpRule(JdbcClient database) {
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
            with followed as materialized (
              select f.county_code, f.code, f.title as register_title, f.definition->>'of' as parent_code,
                f.definition->'followUp' as u,
                (select max(DIGITS) from jsonb_array_elements_text(f.definition->'writtenBy') w) as holder_digits
              from register_in_force f
              where jsonb_typeof(f.definition->'followUp') = 'object' and not (f.definition->>'retired')::boolean)
            select o.row_id, o.title, o.starts_on, f.code, f.register_title, p.name as place_name,
              (select max(r.starts_on) from register_row r
                where r.parent_id = o.row_id and r.register_code = f.code and not r.voided) as last_on,
              (u->>'everyDays')::int as every_days, (u->>'dueDay')::int as due_day, (u->>'since')::date as since,
              u->'basis'->>'kind' as basis_kind, u->'basis'->>'source' as basis_source,
              u->'basis'->>'article' as basis_article, u->'basis'->>'text' as basis_text,
              left(o.place_code, f.holder_digits) as holder
            from followed f
              join register_row o on o.register_code = f.parent_code
                and o.place_code >= f.county_code and o.place_code < f.county_code || ':'
                and o.place_code >= :lo and o.place_code < :hi
                and not o.voided and o.starts_on <= :today and (o.current_to is null or o.current_to >= :today)
              join place p on p.place_code = o.place_code
            """.replace("DIGITS", RegisterGaps.DIGITS.formatted("w")))
                .param("today", today)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> finding(rs))
                .list()
                .stream()
                .filter(finding -> !finding.dueOn().isAfter(today.plusDays(LOOKAHEAD_DAYS))
                        && jurisdiction.covers(finding.place()));
    }

    private static Finding finding(ResultSet rs) throws SQLException {
        var id = new RowId(rs.getObject("row_id", UUID.class));
        var basis = Finding.Basis.of(rs);
        var followUp = new FollowUp(
                rs.getObject("every_days", Integer.class),
                rs.getObject("due_day", Integer.class),
                rs.getObject("since", LocalDate.class),
                basis);
        var last = rs.getObject("last_on", LocalDate.class);
        var due = followUp.dueOn(rs.getObject("starts_on", LocalDate.class), last);
        return new Finding(
                id + ":" + rs.getString("code"),
                new PlaceCode(rs.getString("holder")),
                List.of(rs.getString("title"), rs.getString("register_title"), due.toString()),
                due,
                basis,
                id.href(),
                List.of(
                        new Fact("core.register.fact.register", rs.getString("register_title")),
                        new Fact("core.register.fact.place", rs.getString("place_name")),
                        new Fact("core.register.fact.row", rs.getString("title")),
                        new Fact("core.register.fact.last", Objects.toString(last, "—")),
                        new Fact("core.register.fact.due", due.toString())));
    }
}
