package io.qiangcun.party.rating;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.party.organisation.PartyRules;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds branches that rated last year and have not begun this year in time. */
@Service
@Transactional(readOnly = true)
class RatingLateRule implements WarningRule {

    private final JdbcClient database;
    private final PartyRules rules;

    RatingLateRule(JdbcClient database, PartyRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "party.rating-late";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = rules.rule(code(), today);
        var dueOn = LocalDate.ofYearDay(today.getYear(), rule.wholeNumber());
        if (dueOn.isAfter(today)) {
            return Stream.empty();
        }
        return database
                .sql("""
                select r.organisation_id, r.place_code, o.name
                from party_rating_round r join party_organisation o on o.organisation_id = r.organisation_id
                where r.place_code >= :lo and r.place_code < :hi and r.rating_year = :before and o.dissolved_on is null
                  and not exists (select from party_rating_round n
                    where n.organisation_id = r.organisation_id and n.rating_year = :year)
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("before", today.getYear() - 1)
                .param("year", today.getYear())
                .query(Late.class)
                .list()
                .stream()
                .map(branch -> new Finding(
                        branch.organisationId() + ":" + today.getYear(),
                        new PlaceCode(branch.placeCode()),
                        List.of(branch.name(), String.valueOf(today.getYear())),
                        dueOn,
                        rule.basis(),
                        "/party/ratings",
                        List.of()));
    }

    private record Late(UUID organisationId, String placeCode, String name) {}
}
