package io.qiangcun.economy.cooperative;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What cooperatives are looked at for: villages without one, and those that have not settled their four sides. */
@Configuration(proxyBeanMethods = false)
class CooperativeRules {

    private static final String BASIS =
            "d.basis as basis_kind, d.source as basis_source, d.article as basis_article, d.wording as basis_text";

    /** Joins the number in force today that a rule goes by. */
    private static String by(String parameter) {
        return """
                cross join lateral (select amount, basis, source, article, wording, valid_from from rule_parameter
                  where code = '%s' and valid_from <= :today and (valid_to is null or valid_to > :today)
                  order by valid_from desc limit 1) d
                """.formatted(parameter);
    }

    @Bean
    WarningRule cooperativeMissing(CooperativeFindings findings) {
        return findings.rule("economy.cooperative-missing", """
                select p.place_code as subject, p.place_code, p.name, '' as value, d.valid_from + d.amount::int as due_on,
                  '/economy/cooperatives/coverage?place=' || p.place_code as href, %s
                from place p %s
                where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE'
                  and (p.valid_to is null or p.valid_to > :today)
                  and not exists (select from economy_cooperative c where c.place_code = p.place_code
                    and c.kind = 'COOPERATIVE' and c.state = 'ACTIVE')
                """.formatted(BASIS, by("economy.cooperative.cover-days")));
    }

    @Bean
    WarningRule cooperativeIncomplete(CooperativeFindings findings) {
        return findings.rule("economy.cooperative-incomplete", """
                select c.cooperative_id::text as subject, c.place_code, c.name, (4 - %1$s)::text as value,
                  c.founded_on + d.amount::int as due_on, '/economy/cooperatives/' || c.cooperative_id as href, %2$s
                from economy_cooperative c %3$s %4$s
                where c.place_code >= :lo and c.place_code < :hi and c.state = 'ACTIVE' and c.kind = 'COOPERATIVE'
                  and %1$s < 4
                """.formatted(
                CooperativeQueries.SECTIONS, BASIS, CooperativeQueries.LEAST, by("economy.cooperative.section-days")));
    }

    /** Asks the database for the findings of a rule. */
    @Component
    @Transactional(readOnly = true)
    static class CooperativeFindings {

        private final JdbcClient database;

        CooperativeFindings(JdbcClient database) {
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
            return new Finding(
                    row.getString("subject"),
                    new PlaceCode(row.getString("place_code")),
                    List.of(row.getString("name"), row.getString("value")),
                    row.getObject("due_on", LocalDate.class),
                    Finding.Basis.of(row),
                    row.getString("href"),
                    List.of(new Fact("economy.cooperative.field.name", row.getString("name"))));
        }
    }
}
