package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Two contacts or introducers are two people, and neither is the applicant. */
@Component
class TwoPeopleGuard implements StepGuard {

    private static final Map<String, String> PAIRS =
            Map.of("firstContact", "secondContact", "firstIntroducer", "secondIntroducer");

    @Override
    public String code() {
        return "party.two-people";
    }

    @Override
    public List<Problem> problems(Attempt attempt) {
        return PAIRS.entrySet().stream()
                .filter(pair -> attempt.evidence().containsKey(pair.getKey()))
                .flatMap(pair -> {
                    var first = name(attempt, pair.getKey());
                    var second = name(attempt, pair.getValue());
                    if (first.equals(second)) {
                        return List.of(at(pair.getValue(), "party.procedure.same-person")).stream();
                    }
                    return List.of(pair.getKey(), pair.getValue()).stream()
                            .filter(field -> name(attempt, field).equals(attempt.subjectName()))
                            .map(field -> at(field, "party.procedure.own-introducer"));
                })
                .toList();
    }

    private static String name(Attempt attempt, String field) {
        return attempt.evidence().getOrDefault(field, "").strip();
    }

    private static Problem at(String field, String key) {
        return Problem.of("evidence[" + field + "]", key);
    }
}
