package io.qiangcun.economy.project;

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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What projects are looked at for: late, spent above what came, not accepted, and completed without income. */
@Configuration(proxyBeanMethods = false)
class ProjectRules {

    private static final String COLUMNS = """
            select r.project_id, r.place_code, r.number, r.name, p.name as place_name, %s as value, %s as due_on, %s
            from economy_project r join place p on p.place_code = r.place_code %s
            where r.place_code >= :lo and r.place_code < :hi and %s
            """;

    private static final String DESIGN =
            "'DESIGN' as basis_kind, '' as basis_source, '' as basis_article, '' as basis_text";

    private static final String NUMBER =
            "d.basis as basis_kind, d.source as basis_source, d.article as basis_article, d.wording as basis_text";

    private static String by(String parameter) {
        return """
                cross join lateral (select amount, basis, source, article, wording from rule_parameter
                  where code = '%s' and valid_from <= :today and (valid_to is null or valid_to > :today)
                  order by valid_from desc limit 1) d
                """.formatted(parameter);
    }

    @Bean
    WarningRule projectLate(ProjectFindings findings) {
        return findings.rule(
                "economy.project-late",
                COLUMNS.formatted("""
                        coalesce((select s.name from economy_project_step s where s.project_id = r.project_id and s.done_on is null
                          and not s.dropped and s.planned_on < r.planned_until order by s.planned_on limit 1), '')
                        """, ProjectQueries.LATE, DESIGN, "", "r.state in ('APPROVED', 'RUNNING')"));
    }

    @Bean
    WarningRule projectOverspent(ProjectFindings findings) {
        return findings.rule(
                "economy.project-overspent", COLUMNS.formatted("m.over::text", "m.last", DESIGN, """
                        join lateral (select sum(case y.kind when 'GRANTED' then -y.amount else y.amount end) as over,
                            max(y.on_day) filter (where y.kind <> 'GRANTED') as last
                          from economy_project_money y where y.project_id = r.project_id) m on m.over > 0
                        """, "true"));
    }

    @Bean
    WarningRule projectUnaccepted(ProjectFindings findings) {
        return findings.rule(
                "economy.project-unaccepted",
                COLUMNS.formatted(
                        "r.completed_on::text",
                        """
                        greatest(r.completed_on, (select max(a.put_right_by) from economy_project_acceptance a
                          where a.project_id = r.project_id)) + d.amount::int
                        """,
                        NUMBER,
                        by("economy.project.accept-days"),
                        "r.state = 'COMPLETED'"));
    }

    @Bean
    WarningRule projectWithoutIncome(ProjectFindings findings) {
        return findings.rule(
                "economy.project-no-income",
                COLUMNS.formatted(
                        "r.completed_on::text",
                        "r.completed_on + d.amount::int",
                        NUMBER,
                        by("economy.project.income-days"),
                        """
                        r.state in ('COMPLETED', 'ACCEPTED') and r.no_income_reason = '' and r.completed_on + d.amount::int <= :today
                          and not exists (select from economy_project_income i where i.project_id = r.project_id and i.amount > 0)
                        """));
    }

    /** Asks the database for the findings of a rule. */
    @Component
    @Transactional(readOnly = true)
    static class ProjectFindings {

        private final JdbcClient database;

        ProjectFindings(JdbcClient database) {
            this.database = database;
        }

        WarningRule rule(String code, String sql) {
            return new WarningRule() {
                @Override
                public String code() {
                    return code;
                }

                @Override
                public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
                    return database
                            .sql(sql)
                            .param("lo", jurisdiction.lo())
                            .param("hi", jurisdiction.hi())
                            .param("today", today)
                            .query((row, number) -> finding(row))
                            .list()
                            .stream();
                }
            };
        }

        private static Finding finding(ResultSet row) throws SQLException {
            var id = new ProjectId(row.getObject("project_id", UUID.class));
            return new Finding(
                    id.toString(),
                    new PlaceCode(row.getString("place_code")),
                    List.of(row.getString("name"), row.getString("value"), row.getString("place_name")),
                    row.getObject("due_on", LocalDate.class),
                    Finding.Basis.of(row),
                    id.href(),
                    List.of(new Fact("economy.project.field.number", row.getString("number"))));
        }
    }
}
