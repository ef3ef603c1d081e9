package io.qiangcun.economy.contract;

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

/** What contracts are looked at for: running out, money owed, too long, cheaper than before, decided by nobody. */
@Configuration(proxyBeanMethods = false)
class ContractRules {

    static final String NOTICE_DAYS = "economy.contract.notice-days";

    private static final String COLUMNS = """
            select c.contract_id, c.place_code, c.name, c.number, c.party, c.object_name,
              %s as value, %s as due_on, %s from economy_contract c %s
            where c.place_code >= :lo and c.place_code < :hi and %s
            """;

    @Bean
    WarningRule contractExpiring(QueriedRules rules) {
        return rules.rule(
                "economy.contract-expiring",
                COLUMNS.formatted(
                        "c.until_on::text",
                        "c.until_on",
                        QueriedRules.BASIS,
                        QueriedRules.by(NOTICE_DAYS),
                        "c.state = 'IN_FORCE' and c.until_on <= cast(:today as date) + d.amount::int"),
                ContractRules::finding);
    }

    @Bean
    WarningRule contractArrears(QueriedRules rules) {
        return rules.rule(
                "economy.contract-arrears",
                COLUMNS.formatted(
                        "a.owed::text",
                        "a.oldest + d.amount::int",
                        QueriedRules.BASIS,
                        QueriedRules.by("economy.contract.arrears-days") + """
                                join (select r.contract_id, sum(r.amount - r.paid) as owed, min(r.due_on) as oldest
                                  from economy_contract_rent r
                                  where r.place_code >= :lo and r.place_code < :hi and r.dropped_by is null and r.due_on < :today
                                    and r.paid < r.amount
                                  group by r.contract_id) a on a.contract_id = c.contract_id
                                """,
                        "c.state <> 'DISCARDED'"),
                ContractRules::finding);
    }

    @Bean
    WarningRule contractOverlong(QueriedRules rules) {
        return rules.rule(
                "economy.contract-overlong",
                COLUMNS.formatted(
                        "t.years::text",
                        "c.in_force_on",
                        "t.basis_kind, t.basis_source, t.basis_article, t.basis_text",
                        """
                                cross join lateral (select * from economy_contract_term m
                                  where m.kind = c.kind and (m.object_kind = c.object_kind or m.object_kind is null)
                                    and m.valid_from <= :today
                                  order by m.object_kind nulls last, m.valid_from desc limit 1) t
                                """,
                        "c.state = 'IN_FORCE' and c.until_on >= c.from_on + make_interval(years => t.years)"),
                ContractRules::finding);
    }

    @Bean
    WarningRule contractCheaper(QueriedRules rules) {
        return rules.rule(
                "economy.contract-cheaper",
                COLUMNS.formatted(
                        "trim_scale(o.price)::text",
                        "c.in_force_on",
                        QueriedRules.BASIS,
                        QueriedRules.by("economy.contract.cheaper-percent") + """
                                join economy_contract_edition e on e.contract_id = c.contract_id and e.edition = 1
                                cross join lateral (
                                  select round(l.yearly / case when c.area is null then 1 else coalesce(b.area, c.area) end
                                    * coalesce(c.area, 1), 2) as price
                                  from economy_contract b join economy_contract_edition l
                                    on l.contract_id = b.contract_id and l.edition = b.edition
                                  where b.place_code = c.place_code and b.object_kind = c.object_kind
                                    and b.object_name = c.object_name and b.contract_id <> c.contract_id
                                    and b.state in ('IN_FORCE', 'ENDED', 'TERMINATED')
                                    and coalesce(b.ended_on, b.until_on) < c.from_on
                                  order by b.until_on desc limit 1) o
                                """,
                        "c.state = 'IN_FORCE' and e.yearly < o.price * (1 - d.amount / 100)"),
                ContractRules::finding);
    }

    @Bean
    WarningRule contractUndecided(QueriedRules rules) {
        return rules.rule(
                "economy.contract-undecided",
                COLUMNS.formatted(
                        "c.in_force_on::text",
                        "c.in_force_on + d.amount::int",
                        QueriedRules.BASIS,
                        QueriedRules.by("economy.contract.decision-days"),
                        "c.state = 'IN_FORCE' and c.decision_case is null and c.decision_note = ''"),
                ContractRules::finding);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        var id = new ContractId(row.getObject("contract_id", UUID.class));
        return new Finding(
                id.toString(),
                new PlaceCode(row.getString("place_code")),
                List.of(row.getString("name"), row.getString("value")),
                row.getObject("due_on", LocalDate.class),
                Finding.Basis.of(row),
                id.href(),
                List.of(
                        new Fact("economy.contract.field.number", row.getString("number")),
                        new Fact("economy.contract.field.party", row.getString("party")),
                        new Fact("economy.contract.field.object", row.getString("object_name"))));
    }
}
