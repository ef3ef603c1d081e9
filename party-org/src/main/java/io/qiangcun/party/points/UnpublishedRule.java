package io.qiangcun.party.points;

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

/** Finds branches with points of the quarter gone by that were not published in time. */
@Service
@Transactional(readOnly = true)
class UnpublishedRule implements WarningRule {

    private final JdbcClient database;
    private final PartyRules rules;

    UnpublishedRule(JdbcClient database, PartyRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "party.points-unpublished";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = rules.rule(code(), today);
        var quarter = Quarter.of(today).before();
        var dueOn = quarter.until().minusDays(1).plusDays(rule.wholeNumber());
        if (dueOn.isAfter(today)) {
            return Stream.empty();
        }
        return database
                .sql("""
                select e.organisation_id, e.place_code, o.name, count(*) as entries
                from party_points_entry e join party_organisation o on o.organisation_id = e.organisation_id
                where e.place_code >= :lo and e.place_code < :hi and e.status <> 'REFUSED' and o.dissolved_on is null
                  and e.fact_on >= :from and e.fact_on < :until
                  and not exists (select from party_points_publication u where u.organisation_id = e.organisation_id
                    and u.quarter_year = :year and u.quarter = :quarter)
                group by e.organisation_id, e.place_code, o.name
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("from", quarter.from())
                .param("until", quarter.until())
                .param("year", quarter.year())
                .param("quarter", quarter.number())
                .query(Unpublished.class)
                .list()
                .stream()
                .map(branch -> new Finding(
                        branch.organisationId() + ":" + quarter,
                        new PlaceCode(branch.placeCode()),
                        List.of(branch.name(), String.valueOf(quarter.year()), String.valueOf(quarter.number())),
                        dueOn,
                        rule.basis(),
                        "/party/points/publications",
                        List.of(new Fact("party.points.fact.entries", String.valueOf(branch.entries())))));
    }

    private record Unpublished(UUID organisationId, String placeCode, String name, int entries) {}
}
