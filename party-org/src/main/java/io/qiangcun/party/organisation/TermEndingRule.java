package io.qiangcun.party.organisation;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds terms that end soon or have ended without an election or an approved extension (PO-04, PO-05: one cause). */
@Service
@Transactional(readOnly = true)
class TermEndingRule implements WarningRule {

    private final JdbcClient database;
    private final PartyRules rules;

    TermEndingRule(JdbcClient database, PartyRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "party.term-ending";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var basis = rules.rule("party.term-extension-years", today).basis();
        var days = rules.rule("party.term-reminder-days", today).wholeNumber();
        return database
                .sql("""
                select o.organisation_id, o.place_code, o.name, t.starts_on, t.last_day
                from party_organisation o
                  join lateral (select starts_on, coalesce(extended_to, ends_on) as last_day from party_term
                    where organisation_id = o.organisation_id order by starts_on desc limit 1) t on true
                where o.place_code >= :lo and o.place_code < :hi and o.dissolved_on is null
                  and t.last_day <= cast(:today as date) + :days
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("today", today)
                .param("days", days)
                .query(Ending.class)
                .list()
                .stream()
                .map(term -> new Finding(
                        term.organisationId().toString(),
                        new PlaceCode(term.placeCode()),
                        List.of(term.name(), term.lastDay().toString()),
                        term.lastDay(),
                        basis,
                        "/party/organisations/" + term.organisationId(),
                        List.of(
                                new Fact(
                                        "party.term.field.startsOn",
                                        term.startsOn().toString()),
                                new Fact(
                                        "party.term.field.lastDay",
                                        term.lastDay().toString()))));
    }

    private record Ending(UUID organisationId, String placeCode, String name, LocalDate startsOn, LocalDate lastDay) {}
}
