package io.qiangcun.grid.contest;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.procedure.Items;
import io.qiangcun.core.procedure.StepGuard;
import io.qiangcun.core.procedure.StepMetric;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What contests add to the engine of procedures: the jury stays apart from those it judges, and they are counted. */
@Configuration(proxyBeanMethods = false)
class ContestContributions {

    private static final String NAME = "name";

    /** Nobody judges himself. */
    @Bean
    StepGuard contestJury() {
        return guard("grid.contest-jury", attempt -> {
            var entered = rows(attempt, "entrants").stream()
                    .map(row -> row.getOrDefault(NAME, "").strip())
                    .collect(Collectors.toSet());
            var both = rows(attempt, "jury").stream()
                    .map(row -> row.getOrDefault(NAME, "").strip())
                    .filter(entered::contains)
                    .distinct()
                    .toList();
            return both.isEmpty()
                    ? List.of()
                    : List.of(Problem.of(
                            "evidence[jury]", "grid.contest.refused.judges-himself", String.join("、", both)));
        });
    }

    /** A list of awards names somebody, and says why. */
    @Bean
    StepGuard contestAwards() {
        return guard("grid.contest-awards", attempt -> {
            var awarded = rows(attempt, "awarded").stream()
                    .filter(row -> "yes".equals(row.get("awarded")))
                    .toList();
            if (!attempt.outcome().equals("awarded")) {
                return List.of();
            }
            if (awarded.isEmpty()) {
                return List.of(Problem.of("evidence[awarded]", "grid.contest.refused.nobody"));
            }
            return awarded.stream().anyMatch(row -> row.getOrDefault("why", "").isBlank())
                    ? List.of(Problem.of("evidence[awarded]", "grid.contest.refused.no-reason"))
                    : List.of();
        });
    }

    @Bean
    MetricSource contestMetrics() {
        return () -> List.of(
                StepMetric.done("grid.courtyard-contests", "grid.courtyard-contest", "award", MetricUnit.ITEMS),
                StepMetric.done("grid.environment-contests", "grid.environment-contest", "award", MetricUnit.ITEMS));
    }

    private static List<Map<String, String>> rows(StepGuard.Attempt attempt, String field) {
        return Items.read(attempt.evidence().getOrDefault(field, ""))
                .orElse(Items.NONE)
                .rows();
    }

    private static StepGuard guard(String code, Function<StepGuard.Attempt, List<Problem>> check) {
        return new StepGuard() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public List<Problem> problems(Attempt attempt) {
                return check.apply(attempt);
            }
        };
    }
}
