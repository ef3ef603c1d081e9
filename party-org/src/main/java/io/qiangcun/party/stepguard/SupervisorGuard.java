package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who signs a publication for the supervisors is not of those who decided. */
@Service
@Transactional(readOnly = true)
class SupervisorGuard implements StepGuard {

    private final JdbcClient database;

    SupervisorGuard(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return "party.supervisor-apart";
    }

    @Override
    public List<Problem> problems(Attempt attempt) {
        var supervisor = attempt.evidence().getOrDefault("supervisor", "").strip();
        var proposed = attempt.before().get("propose");
        if (attempt.evidence().getOrDefault("apart", "").equals("no")
                || proposed != null
                        && proposed.evidence().getOrDefault("proposer", "").equals(supervisor)
                || isOfTheCommittee(attempt, supervisor)) {
            return List.of(Problem.of("evidence[supervisor]", "party.procedure.supervisor"));
        }
        return List.of();
    }

    /** 《村民委员会组织法》 article 32: members of the villagers' committee do not supervise it. */
    private boolean isOfTheCommittee(Attempt attempt, String name) {
        var here = Jurisdiction.within(attempt.place());
        return database.sql("""
                select exists (
                  select from party_post s join person h on h.person_id = s.person_id
                  where s.place_code >= :lo and s.place_code < :hi and s.track = 'VILLAGERS' and h.name = :name
                    and s.since <= :on and (s.ended_on is null or s.ended_on > :on))
                """)
                .param("lo", here.lo())
                .param("hi", here.hi())
                .param("name", name)
                .param("on", attempt.on())
                .query(Boolean.class)
                .single();
    }
}
