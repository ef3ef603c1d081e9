package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who signs a publication for the supervisors is not of those who decided. */
@Component
class SupervisorGuard implements StepGuard {

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
                        && proposed.evidence().getOrDefault("proposer", "").equals(supervisor)) {
            return List.of(Problem.of("evidence[supervisor]", "party.procedure.supervisor"));
        }
        return List.of();
    }
}
