package io.qiangcun.party.standard;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.party.organisation.PartyRules;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds branches with items that were not met and are not put right in time: one warning for each check. */
@Service
@Transactional(readOnly = true)
class UnfixedRule implements WarningRule {

    private static final int REMINDER_DAYS = 30;

    private final JdbcClient database;
    private final PartyRules rules;

    UnfixedRule(JdbcClient database, PartyRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "party.standard-unfixed";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = rules.rule(code(), today);
        return database
                .sql("""
                select a.check_id, a.place_code, o.name, min(a.fix_by) as fix_by, count(*) as items,
                  string_agg(a.title, '；' order by a.position) as titles
                from party_standard_answer a join party_standard_check c on c.check_id = a.check_id
                  join party_organisation o on o.organisation_id = c.organisation_id
                where a.place_code >= :lo and a.place_code < :hi and not a.counted and a.fixed_on is null
                  and a.fix_by <= :horizon and o.dissolved_on is null
                group by a.check_id, a.place_code, o.name
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("horizon", today.plusDays(REMINDER_DAYS))
                .query(Unfixed.class)
                .list()
                .stream()
                .map(check -> new Finding(
                        check.checkId().toString(),
                        new PlaceCode(check.placeCode()),
                        List.of(check.name(), String.valueOf(check.items())),
                        check.fixBy(),
                        rule.basis(),
                        "/party/standards/checks/" + check.checkId(),
                        List.of(
                                new Fact("party.standard.field.items", check.titles()),
                                new Fact(
                                        "party.standard.field.fixBy",
                                        check.fixBy().toString()))));
    }

    private record Unfixed(UUID checkId, String placeCode, String name, LocalDate fixBy, int items, String titles) {}
}
