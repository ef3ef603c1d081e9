package io.qiangcun.party.recruiting;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The committee passes nobody on beyond the quota of the year; the county can raise it. */
@Component
class QuotaGuard implements StepGuard {

    private final RecruitingQueries queries;

    QuotaGuard(RecruitingQueries queries) {
        this.queries = queries;
    }

    @Override
    public String code() {
        return "party.quota";
    }

    @Override
    public List<Problem> problems(Attempt attempt) {
        return attempt.outcome().equals("passed")
                ? Stream.concat(attempt.place().parent().stream(), Stream.of(attempt.place()))
                        .flatMap(place -> used(place, attempt))
                        .toList()
                : List.of();
    }

    private Stream<Problem> used(PlaceCode place, Attempt attempt) {
        var quota = queries.quota(place, attempt.on().getYear());
        return quota == null || quota.used() < Objects.requireNonNull(quota.amount())
                ? Stream.of()
                : Stream.of(Problem.of(
                        "outcome",
                        "party.recruiting.refused.quota-used",
                        quota.placeName(),
                        Integer.toString(attempt.on().getYear()),
                        Objects.requireNonNull(quota.amount())));
    }
}
