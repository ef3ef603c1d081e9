package io.qiangcun.core.procedure;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Persons named in the fields of steps: who may be, and what the one named is called. */
@Component
public class PersonFields {

    private static final String KEY = "core.procedure.refused.";

    private final Map<String, PersonChoices> choices;

    PersonFields(ObjectProvider<PersonChoices> choices) {
        this.choices = choices.stream().collect(toMap(PersonChoices::code, choice -> choice));
    }

    void require(Step step) {
        step.fields().stream()
                .map(EvidenceField::among)
                .filter(Objects::nonNull)
                .filter(code -> !choices.containsKey(code))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalStateException("Nobody is to be chosen among " + missing);
                });
    }

    /** Who may be named in the field of a case of the place. */
    public List<PersonChoices.Choice> of(EvidenceField field, PlaceCode place, LocalDate on) {
        return choices(field).of(place, on);
    }

    private PersonChoices choices(EvidenceField field) {
        return Objects.requireNonNull(choices.get(field.among()), field.code());
    }

    /** What speaks against the persons named: nobody such is there to be named, or it is the one it is about. */
    List<Problem> problems(Step step, PlaceCode place, TakeStep command, @Nullable UUID subject) {
        var on = Objects.requireNonNull(command.on());
        return named(step, command)
                .map(named -> {
                    var at = "evidence[" + named.field().code() + "]";
                    if (named.person().equals(String.valueOf(subject))) {
                        return Optional.of(Problem.of(
                                at, KEY + "person-is-subject", named.field().label()));
                    }
                    return choice(named, place, on).isPresent()
                            ? Optional.<Problem>empty()
                            : Optional.of(Problem.of(
                                    at,
                                    choices(named.field()).refusal(),
                                    named.field().label()));
                })
                .flatMap(Optional::stream)
                .toList();
    }

    /** What was entered, with the names of the persons named. */
    TakeStep withNames(Step step, PlaceCode place, TakeStep command) {
        var evidence = new HashMap<>(command.evidence());
        named(step, command).forEach(named -> choice(named, place, Objects.requireNonNull(command.on()))
                .ifPresent(choice -> evidence.put(Evidence.nameOf(named.field()), choice.name())));
        return command.withEvidence(evidence);
    }

    private Optional<PersonChoices.Choice> choice(Named named, PlaceCode place, LocalDate on) {
        return of(named.field(), place, on).stream()
                .filter(choice -> choice.person().toString().equals(named.person()))
                .findFirst();
    }

    private static java.util.stream.Stream<Named> named(Step step, TakeStep command) {
        return step.fields().stream()
                .filter(field -> field.kind() == EvidenceField.Kind.PERSON)
                .filter(field -> field.isAskedWith(command.outcome()))
                .map(field -> new Named(
                        field, command.evidence().getOrDefault(field.code(), "").strip()))
                .filter(named -> !named.person().isEmpty());
    }

    private record Named(EvidenceField field, String person) {}
}
