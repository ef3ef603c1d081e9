package io.qiangcun.party.rating;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A step of a round is done once its sheets are there: of everybody but those who are out. */
@Configuration(proxyBeanMethods = false)
class RoundGuards {

    @Bean
    StepGuard selfRatings(RatingQueries queries) {
        return guard("party.rating-self", "self-missing", queries, participant -> participant.selfSheets() == 0);
    }

    @Bean
    StepGuard reviews(RatingQueries queries) {
        return guard("party.rating-review", "review-missing", queries, participant -> participant.reviewSheets() == 0);
    }

    @Bean
    StepGuard ratings(RatingQueries queries) {
        return guard("party.rating-decide", "stars-missing", queries, participant -> participant.stars() == null);
    }

    private static StepGuard guard(String code, String what, RatingQueries queries, Predicate<ParticipantRow> lacking) {
        return new StepGuard() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public List<Problem> problems(Attempt attempt) {
                var round = new RoundId(attempt.caseId().value());
                var here = Jurisdiction.within(attempt.place());
                if (queries.find(here, round).isEmpty()) {
                    return List.of(Problem.of(null, "party.rating.refused.no-round"));
                }
                var lack = queries.judged(here, round).stream()
                        .filter(participant -> !participant.isOut() && lacking.test(participant))
                        .map(ParticipantRow::name)
                        .toList();
                return lack.isEmpty()
                        ? List.of()
                        : List.of(Problem.of(null, "party.rating.refused." + what, String.join("、", lack)));
            }
        };
    }
}
