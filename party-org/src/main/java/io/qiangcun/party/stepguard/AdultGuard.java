package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.procedure.StepGuard;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who applies to join the Party is of age on that day. */
@Component
class AdultGuard implements StepGuard {

    private final RuleParameters parameters;

    AdultGuard(RuleParameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "party.adult";
    }

    @Override
    public List<Problem> problems(Attempt attempt) {
        var years = parameters.wholeNumber("party.applicant-age", attempt.on());
        try {
            var birth = LocalDate.parse(attempt.evidence().getOrDefault("birth", ""));
            return birth.plusYears(years).isAfter(attempt.on())
                    ? List.of(Problem.of("evidence[birth]", "party.procedure.too-young", years))
                    : List.of();
        } catch (DateTimeException saidElsewhere) {
            return List.of();
        }
    }
}
