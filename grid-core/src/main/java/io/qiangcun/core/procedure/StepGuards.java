package io.qiangcun.core.procedure;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.error.Problem;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The guards of all modules, by their codes. */
@Component
class StepGuards {

    private final Map<String, StepGuard> guards;

    StepGuards(ObjectProvider<StepGuard> guards) {
        this.guards = guards.stream().collect(toMap(StepGuard::code, guard -> guard));
    }

    void require(List<String> codes) {
        codes.stream().filter(code -> !guards.containsKey(code)).findFirst().ifPresent(missing -> {
            throw new IllegalStateException("No step guard is called " + missing);
        });
    }

    List<Problem> problems(Step step, StepGuard.Attempt attempt) {
        return step.guards().stream()
                .map(guards::get)
                .flatMap(guard -> guard.problems(attempt).stream())
                .toList();
    }
}
