package io.qiangcun.party.post;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.party.organisation.PartyRules;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds villages whose Party organisation has been without a secretary for as long as a rule allows, or almost. */
@Service
@Transactional(readOnly = true)
class VacantHeadRule implements WarningRule {

    /** So that there is time to fill the post. */
    private static final int DAYS_BEFORE = 30;

    private final JdbcClient database;
    private final PartyRules rules;

    VacantHeadRule(JdbcClient database, PartyRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "party.secretary-vacant";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = rules.rule("party.post.vacant-days", today);
        return database
                .sql("""
                select v.place_code, v.place_name, max(s.ended_on) as since, max(s.ended_on) + :days as due_on
                from party_village_heads(:lo, :hi, :today) v
                  join party_post s on s.place_code = v.place_code and s.track = 'PARTY' and s.role = 'HEAD'
                where v.secretary is null
                group by v.place_code, v.place_name
                having max(s.ended_on) + :days - :before <= cast(:today as date)
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("today", today)
                .param("days", rule.wholeNumber())
                .param("before", DAYS_BEFORE)
                .query(Vacancy.class)
                .list()
                .stream()
                .map(vacancy -> new Finding(
                        vacancy.placeCode(),
                        new PlaceCode(vacancy.placeCode()),
                        List.of(vacancy.placeName(), vacancy.since().toString()),
                        vacancy.dueOn(),
                        rule.basis(),
                        "/party/structure/" + vacancy.placeCode(),
                        List.of(
                                new Fact(
                                        "party.post.vacant-since",
                                        vacancy.since().toString()),
                                new Fact(
                                        "party.post.vacant-due", vacancy.dueOn().toString()))));
    }

    private record Vacancy(String placeCode, String placeName, LocalDate since, LocalDate dueOn) {}
}
