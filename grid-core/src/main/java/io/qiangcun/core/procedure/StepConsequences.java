package io.qiangcun.core.procedure;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The consequences that modules draw, by their codes. */
@Component
class StepConsequences {

    private final Map<String, StepConsequence> consequences;

    StepConsequences(ObjectProvider<StepConsequence> consequences) {
        this.consequences = consequences.stream().collect(toMap(StepConsequence::code, consequence -> consequence));
    }

    void require(List<String> codes) {
        codes.stream()
                .filter(code -> !consequences.containsKey(code))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalStateException("No consequence of a step is called " + missing);
                });
    }

    void follow(Step step, StepConsequence.Taken taken) {
        step.consequences().forEach(code -> Objects.requireNonNull(consequences.get(code), code)
                .follow(taken));
    }
}
