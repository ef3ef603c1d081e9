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

/** Finds objections to points that nobody has answered. */
@Service
@Transactional(readOnly = true)
class UnansweredRule implements WarningRule {

    private final JdbcClient database;
    private final PartyRules rules;

    UnansweredRule(JdbcClient database, PartyRules rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "party.points-unanswered";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = rules.rule(code(), today);
        return database
                .sql("""
                select b.objection_id, b.place_code, o.name, b.raised_on
                from party_points_objection b join party_organisation o on o.organisation_id = b.organisation_id
                where b.place_code >= :lo and b.place_code < :hi and b.outcome is null
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Unanswered.class)
                .list()
                .stream()
                .map(objection -> new Finding(
                        objection.objectionId().toString(),
                        new PlaceCode(objection.placeCode()),
                        List.of(objection.name(), objection.raisedOn().toString()),
                        objection.raisedOn().plusDays(rule.wholeNumber()),
                        rule.basis(),
                        "/party/points/objections/" + objection.objectionId(),
                        List.of(new Fact(
                                "party.points.field.raisedOn",
                                objection.raisedOn().toString()))));
    }

    private record Unanswered(UUID objectionId, String placeCode, String name, LocalDate raisedOn) {}
}
