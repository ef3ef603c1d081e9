package io.qiangcun.core.register;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the rows that the rules of registers are about, for lists, warnings and figures alike. */
final class RegisterGaps {

    /** How long the code of a place of a level is. */
    static final String DIGITS = "case %s when 'COUNTY' then 6 when 'TOWNSHIP' then 9 else 12 end";

    /**
     * All rules of the registers in force, each with those it is about and how many rows they have. The rules are few and are
     * found first; nobody is late before his county began to keep the register.
     */
    private static final String COUNTED =
            """
            with ruled as materialized (
              select f.county_code, f.code, f.title as register_title, f.definition->>'of' as parent_code,
                q.code as rule, q.title as rule_title, q.per, LEVEL_DIGITS as digits, q.categories,
                q."atLeast" as at_least, q."atMost" as at_most, q.severity, q.basis, b.begun_on,
                greatest(q.since, b.begun_on) as since,
                (select max(WRITER_DIGITS) from jsonb_array_elements_text(f.definition->'writtenBy') w) as holder_digits
              from register_in_force f
                cross join lateral jsonb_to_recordset(f.definition->'rules') as q (code text, title text, per text,
                  level text, categories jsonb, "atLeast" int, "atMost" int, since date, severity text, basis jsonb)
                left join register_begun b on b.county_code = f.county_code and b.register_code = f.code
              where not (f.definition->>'retired')::boolean ONLY)
            select u.code, u.register_title, u.rule, u.rule_title, p.place_code, p.name as place_name,
              null::uuid as parent_id, null::text as parent_title, coalesce(k.rows, 0) as rows, u.at_least, u.at_most,
              u.severity, u.basis, u.begun_on, left(p.place_code, u.holder_digits) as holder,
              greatest(u.since, p.valid_from, k.last_day + 1) as due_on
            from ruled u
              join place p on p.place_code >= u.county_code and p.place_code < u.county_code || ':'
                and length(p.place_code) = u.digits and p.place_code >= :lo and p.place_code < :hi
                and (jsonb_array_length(u.categories) = 0 or jsonb_exists(u.categories, p.category))
                and p.valid_from <= ON_DAY and (p.valid_to is null or p.valid_to > ON_DAY)
              left join lateral (
                select count(*) filter (where CURRENT) as rows,
                  max(r.current_to) filter (where r.current_to < ON_DAY) as last_day
                from register_row r
                where r.register_code = u.code and r.place_code = p.place_code and not r.voided) k on true
            where u.per = 'PLACE'
            union all
            select u.code, u.register_title, u.rule, u.rule_title, p.place_code, p.name, o.row_id, o.title,
              coalesce(k.rows, 0), u.at_least, u.at_most, u.severity, u.basis, u.begun_on,
              left(p.place_code, u.holder_digits), greatest(u.since, o.starts_on, k.last_day + 1)
            from ruled u
              join register_row o on o.register_code = u.parent_code
                and o.place_code >= u.county_code and o.place_code < u.county_code || ':'
                and o.place_code >= :lo and o.place_code < :hi
                and not o.voided and o.starts_on <= ON_DAY and (o.current_to is null or o.current_to >= ON_DAY)
              join place p on p.place_code = o.place_code
              left join lateral (
                select count(*) filter (where CURRENT) as rows,
                  max(r.current_to) filter (where r.current_to < ON_DAY) as last_day
                from register_row r
                where r.parent_id = o.row_id and r.register_code = u.code and not r.voided) k on true
            where u.per = 'PARENT'
            """.replace("LEVEL_DIGITS", DIGITS.formatted("q.level")).replace("WRITER_DIGITS", DIGITS.formatted("w"));

    static final String IS_MET = "rows >= coalesce(at_least, 0) and (at_most is null or rows <= at_most)";

    /**
     * What is counted, on the day put in: a parameter, or something made of one.
     *
     * @param only a condition on the registers, beginning with "and", or nothing
     */
    static String countedOn(String day, String only) {
        return COUNTED.replace("CURRENT", Currency.SQL.formatted(day))
                .replace("ON_DAY", day)
                .replace("ONLY", only);
    }

    private RegisterGaps() {}

    static List<RegisterGap> find(
            JdbcClient database, Jurisdiction jurisdiction, LocalDate today, @Nullable String register) {
        return database.sql("""
                select c.*, basis->>'kind' as basis_kind, basis->>'source' as basis_source,
                  basis->>'article' as basis_article, basis->>'text' as basis_text
                from (COUNTED) c where not (IS_MET)
                order by code, place_code, parent_title
                """.replace(
                                "COUNTED",
                                countedOn(
                                        "cast(:today as date)",
                                        "and (cast(:register as text) is null or f.code = :register)"))
                        .replace("IS_MET", IS_MET))
                .param("today", today)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("register", register)
                .query((rs, i) -> gap(rs))
                .list();
    }

    private static RegisterGap gap(ResultSet rs) throws SQLException {
        var parent = rs.getObject("parent_id", UUID.class);
        return new RegisterGap(
                rs.getString("code"),
                rs.getString("register_title"),
                rs.getString("rule"),
                rs.getString("rule_title"),
                new PlaceCode(rs.getString("place_code")),
                rs.getString("place_name"),
                parent == null ? null : new RowId(parent),
                rs.getString("parent_title"),
                new PlaceCode(rs.getString("holder")),
                rs.getLong("rows"),
                rs.getObject("at_least", Integer.class),
                rs.getObject("at_most", Integer.class),
                CountRule.Severity.valueOf(rs.getString("severity")),
                rs.getObject("due_on", LocalDate.class),
                rs.getObject("begun_on", LocalDate.class) != null,
                Finding.Basis.of(rs));
    }
}
