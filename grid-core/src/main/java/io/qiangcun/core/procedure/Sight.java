package io.qiangcun.core.procedure;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a reader may know of a case: of secret steps and fields, only those whose place acts there and those above it. */
record Sight(ProcedureTemplate template, PlaceCode place, Jurisdiction reader) {

    boolean sees(Step step) {
        return !step.secret() || covers(step);
    }

    TimeLine timeLine(TimeLine whole) {
        return new TimeLine(
                whole.steps().stream().filter(line -> sees(line.step())).toList(), whole.ending());
    }

    List<ActView> acts(List<ActView> all) {
        return all.stream()
                .filter(act -> sees(template.step(act.step())))
                .map(act -> act.without(hidden(template.step(act.step()))))
                .toList();
    }

    private Set<String> hidden(Step step) {
        return covers(step)
                ? Set.of()
                : step.evidence().stream()
                        .filter(EvidenceField::secret)
                        .map(EvidenceField::code)
                        .collect(Collectors.toSet());
    }

    private boolean covers(Step step) {
        return reader.covers(step.level().over(place));
    }
}
