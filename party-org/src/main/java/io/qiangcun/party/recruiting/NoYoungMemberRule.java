package io.qiangcun.party.recruiting;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.party.organisation.PartyRules;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds villages that have admitted no young member in two years (SY-112, RM-03). */
@Service
@Transactional(readOnly = true)
class NoYoungMemberRule implements WarningRule {

    /** Nobody reminds earlier than that; the step table says when. */
    private static final int LOOKAHEAD_DAYS = 60;

    private final RecruitingQueries queries;
    private final PartyRules rules;

    NoYoungMemberRule(RecruitingQueries queries, PartyRules rules) {
        this.queries = queries;
        this.rules = rules;
    }

    @Override
    public String code() {
        return "party.no-young-member";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var basis = rules.rule("party.young-member-years", today).basis();
        return queries.withoutYoung(jurisdiction, today, today.plusDays(LOOKAHEAD_DAYS)).stream()
                .map(village -> new Finding(
                        village.placeCode(),
                        new PlaceCode(village.placeCode()),
                        List.of(village.placeName()),
                        village.dueOn(),
                        basis,
                        "/party/recruiting",
                        List.of(new Fact(
                                "party.recruiting.field.lastOn",
                                village.lastOn() == null
                                        ? "—"
                                        : village.lastOn().toString()))));
    }
}
