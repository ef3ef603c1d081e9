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
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds rows whose last day comes near, or is over without anybody having said what became of them. */
@Service
@Transactional(readOnly = true)
public class RegisterEndingRule implements WarningRule {

    public static final String CODE = "core.register-ending";

    private final JdbcClient database;

    RegisterEndingRule(JdbcClient database) {
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
            with reminded as materialized (
              select f.county_code, f.code, f.title as register_title, f.definition->'basis' as basis,
                (f.definition->>'remindDays')::int as days,
                (select max(DIGITS) from jsonb_array_elements_text(f.definition->'writtenBy') w) as holder_digits
              from register_in_force f where f.definition->>'remindDays' is not null)
            select r.row_id, r.title, r.until_on, f.register_title, p.name as place_name,
              coalesce(f.basis->>'kind', 'DESIGN') as basis_kind, f.basis->>'source' as basis_source,
              f.basis->>'article' as basis_article, f.basis->>'text' as basis_text,
              left(r.place_code, f.holder_digits) as holder
            from reminded f
              join register_row r on r.register_code = f.code
                and r.place_code >= f.county_code and r.place_code < f.county_code || ':'
                and r.place_code >= :lo and r.place_code < :hi
                and not r.voided and r.closed_on is null and r.until_on <= cast(:today as date) + f.days
              join place p on p.place_code = r.place_code
            """.replace("DIGITS", RegisterGaps.DIGITS.formatted("w")))
                .param("today", today)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> finding(rs))
                .list()
                .stream()
                .filter(finding -> jurisdiction.covers(finding.place()));
    }

    private static Finding finding(ResultSet rs) throws SQLException {
        var id = new RowId(rs.getObject("row_id", UUID.class));
        var until = rs.getObject("until_on", LocalDate.class);
        return new Finding(
                id.toString(),
                new PlaceCode(rs.getString("holder")),
                List.of(rs.getString("register_title"), rs.getString("title"), until.toString()),
                until,
                Finding.Basis.of(rs),
                id.href(),
                List.of(
                        new Fact("core.register.fact.register", rs.getString("register_title")),
                        new Fact("core.register.fact.place", rs.getString("place_name")),
                        new Fact("core.register.fact.row", rs.getString("title")),
                        new Fact("core.register.fact.until", until.toString())));
    }
}
