package io.qiangcun.core.procedure;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.error.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What records answer in the steps of procedures, by the codes of those who know. */
@Component
public class FieldSources {

    private final Map<String, FieldSource> sources;

    FieldSources(ObjectProvider<FieldSource> sources) {
        this.sources = sources.stream().collect(toMap(FieldSource::code, source -> source));
    }

    /** Whether records answer the field; a person is asked otherwise. */
    public boolean knows(EvidenceField field) {
        return of(field).isPresent();
    }

    private Optional<FieldSource> of(EvidenceField field) {
        return Optional.ofNullable(field.source()).map(sources::get);
    }

    /**
     * A step with what the records say of it.
     *
     * @param problems what they do not say, and why
     */
    record Answered(TakeStep command, List<Problem> problems) {

        /** What else is wrong, with the reason instead of the remark that something is missing. */
        List<Problem> explained(List<Problem> others) {
            var fields = problems.stream().map(Problem::field).toList();
            return Stream.concat(
                            others.stream().filter(other -> other.field() == null || !fields.contains(other.field())),
                            problems.stream())
                    .toList();
        }
    }

    /** What was sent for a field that records answer is not looked at. */
    Answered answer(Step step, TakeStep command, StepGuard.Attempt attempt) {
        var evidence = new HashMap<>(command.evidence());
        var problems = new ArrayList<Problem>();
        step.fields().stream()
                .filter(field -> field.isAskedWith(command.outcome()))
                .forEach(field -> of(field).ifPresent(source -> {
                    var answer = source.answer(attempt);
                    evidence.put(field.code(), answer.value() == null ? "" : answer.value());
                    if (answer.because() != null && field.required()) {
                        problems.add(Problem.of("evidence[" + field.code() + "]", answer.because(), field.label()));
                    }
                }));
        return new Answered(command.withEvidence(evidence), problems);
    }
}
