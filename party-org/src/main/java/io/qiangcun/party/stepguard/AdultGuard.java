package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who applies to join the Party is of age on that day. */
@Component
class AdultGuard implements StepGuard {

    private final RuleParameters parameters;
    private final PeopleQueries people;

    AdultGuard(RuleParameters parameters, PeopleQueries people) {
        this.parameters = parameters;
        this.people = people;
    }

    @Override
    public String code() {
        return "party.adult";
    }

    @Override
    public List<Problem> problems(Attempt attempt) {
        var years = parameters.wholeNumber("party.member.least-age", attempt.on());
        var applicant = new PersonId(Objects.requireNonNull(attempt.subject(), "subject"));
        return people.briefs(Jurisdiction.within(attempt.place().county()), List.of(applicant)).stream()
                .filter(person -> person.bornOn().plusYears(years).isAfter(attempt.on()))
                .map(person -> Problem.of("actedOn", "party.procedure.too-young", years))
                .toList();
    }
}
