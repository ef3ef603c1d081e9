package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Two contacts or introducers are two people. */
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
                    var first = named(attempt, pair.getKey());
                    var second = named(attempt, pair.getValue());
                    return first.equals(second)
                            ? Stream.of(Problem.of("evidence[" + pair.getValue() + "]", "party.procedure.same-person"))
                            : Stream.<Problem>empty();
                })
                .toList();
    }

    private static String named(Attempt attempt, String field) {
        return attempt.evidence().getOrDefault(field, "").strip();
    }
}
