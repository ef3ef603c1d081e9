package io.qiangcun.economy.cooperative;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.QueriedRules;
import io.qiangcun.core.warning.WarningRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cooperatives are looked at for: villages without one, and those that have not settled their four sides. */
@Configuration(proxyBeanMethods = false)
class CooperativeRules {

    @Bean
    WarningRule cooperativeMissing(QueriedRules rules) {
        return rules.rule(
                "economy.cooperative-missing",
                """
                select p.place_code as subject, p.place_code, p.name, '' as value, d.valid_from + d.amount::int as due_on,
                  '/economy/cooperatives/coverage?place=' || p.place_code as href, %s
                from place p %s
                where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE'
                  and (p.valid_to is null or p.valid_to > :today)
                  and not exists (select from economy_cooperative c where c.place_code = p.place_code
                    and c.kind = 'COOPERATIVE' and c.state = 'ACTIVE')
                """.formatted(QueriedRules.BASIS, QueriedRules.by("economy.cooperative.cover-days")),
                CooperativeRules::finding);
    }

    @Bean
    WarningRule cooperativeIncomplete(QueriedRules rules) {
        return rules.rule(
                "economy.cooperative-incomplete",
                """
                select c.cooperative_id::text as subject, c.place_code, c.name, (4 - %1$s)::text as value,
                  c.founded_on + d.amount::int as due_on, '/economy/cooperatives/' || c.cooperative_id as href, %2$s
                from economy_cooperative c %3$s %4$s
                where c.place_code >= :lo and c.place_code < :hi and c.state = 'ACTIVE' and c.kind = 'COOPERATIVE'
                  and %1$s < 4
                """.formatted(
                                CooperativeQueries.SECTIONS,
                                QueriedRules.BASIS,
                                CooperativeQueries.LEAST,
                                QueriedRules.by("economy.cooperative.section-days")),
                CooperativeRules::finding);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
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
