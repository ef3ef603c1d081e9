package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members are admitted and confirmed by a committee; where the place above has organisations, one of them is one. */
@Service
@Transactional(readOnly = true)
class ApprovingGuard implements StepGuard {

    private final JdbcClient database;

    ApprovingGuard(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "party.may-approve";
    }

    @Override
    public List<Problem> problems(Attempt attempt) {
        var place = attempt.place().parent().orElse(attempt.place());
        var above = Jurisdiction.within(place);
        var branchesOnly = database.sql("""
                select coalesce(bool_and(kind in ('GENERAL_BRANCH', 'BRANCH')), false) from party_organisation
                where place_code = :place and place_code >= :lo and place_code < :hi and founded_on <= :on
                  and (dissolved_on is null or dissolved_on > :on)
                """)
                .param("place", place.value())
                .param("lo", above.lo())
                .param("hi", above.hi())
                .param("on", attempt.on())
                .query(Boolean.class)
                .single();
        return branchesOnly ? List.of(Problem.of(null, "party.procedure.no-committee")) : List.of();
    }
}
