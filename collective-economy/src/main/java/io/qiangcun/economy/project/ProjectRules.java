package io.qiangcun.economy.project;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.QueriedRules;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What projects are looked at for: late, spent above what came, not accepted, and completed without income. */
@Configuration(proxyBeanMethods = false)
class ProjectRules {

    private static final String COLUMNS = """
            select r.project_id, r.place_code, r.number, r.name, p.name as place_name, %s as value, %s as due_on, %s
            from economy_project r join place p on p.place_code = r.place_code %s
            where r.place_code >= :lo and r.place_code < :hi and %s
            """;

    @Bean
    WarningRule projectLate(QueriedRules rules) {
        return rules.rule(
                "economy.project-late",
                COLUMNS.formatted(
                        """
                        coalesce((select s.name from economy_project_step s where s.project_id = r.project_id and s.done_on is null
                          and not s.dropped and s.planned_on < r.planned_until order by s.planned_on limit 1), '')
                        """, ProjectQueries.LATE, QueriedRules.DESIGN, "", "r.state in ('APPROVED', 'RUNNING')"),
                ProjectRules::finding);
    }

    @Bean
    WarningRule projectOverspent(QueriedRules rules) {
        return rules.rule(
                "economy.project-overspent",
                COLUMNS.formatted("m.over::text", "m.last", QueriedRules.DESIGN, """
                        join lateral (select sum(case y.kind when 'GRANTED' then -y.amount else y.amount end) as over,
                            max(y.on_day) filter (where y.kind <> 'GRANTED') as last
                          from economy_project_money y where y.project_id = r.project_id) m on m.over > 0
                        """, "true"),
                ProjectRules::finding);
    }

    @Bean
    WarningRule projectUnaccepted(QueriedRules rules) {
        return rules.rule(
                "economy.project-unaccepted",
                COLUMNS.formatted(
                        "r.completed_on::text",
                        """
                        greatest(r.completed_on, (select max(a.put_right_by) from economy_project_acceptance a
                          where a.project_id = r.project_id)) + d.amount::int
                        """,
                        QueriedRules.BASIS,
                        QueriedRules.by("economy.project.accept-days"),
                        "r.state = 'COMPLETED'"),
                ProjectRules::finding);
    }

    @Bean
    WarningRule projectWithoutIncome(QueriedRules rules) {
        return rules.rule(
                "economy.project-no-income",
                COLUMNS.formatted(
                        "r.completed_on::text",
                        "r.completed_on + d.amount::int",
                        QueriedRules.BASIS,
                        QueriedRules.by("economy.project.income-days"),
                        """
                        r.state in ('COMPLETED', 'ACCEPTED') and r.no_income_reason = '' and r.completed_on + d.amount::int <= :today
                          and not exists (select from economy_project_income i where i.project_id = r.project_id and i.amount > 0)
                        """),
                ProjectRules::finding);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
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
