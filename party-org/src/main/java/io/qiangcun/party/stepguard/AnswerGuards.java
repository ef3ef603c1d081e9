package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.procedure.Poll;
import io.qiangcun.core.procedure.StepGuard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules that look at what is answered, now and before. */
@Configuration(proxyBeanMethods = false)
class AnswerGuards {

    private static final int PER_CENT = 100;

    private final RuleParameters parameters;

    AnswerGuards(RuleParameters parameters) {
        this.parameters = parameters;
    }

    /** Who is about to leave is not admitted now. */
    @Bean
    StepGuard notLeaving() {
        return guard(
                "party.not-leaving",
                attempt -> refusedIf(
                        attempt.outcome().equals("passed") && is(attempt, "leaving", "yes"),
                        "evidence[leaving]",
                        "party.procedure.leaving"));
    }

    @Bean
    StepGuard archiveComplete() {
        return guard(
                "party.archive-complete",
                attempt ->
                        refusedIf(!is(attempt, "complete", "yes"), "evidence[complete]", "party.procedure.incomplete"));
    }

    /** The committee decides on what the meeting resolved, not on something else. */
    @Bean
    StepGuard followsMeeting() {
        var resolved = Map.of("approved", "on-time", "extended", "extended", "cancelled", "cancelled");
        return guard("party.follows-meeting", attempt -> {
            var wanted = resolved.get(attempt.outcome());
            var meeting = attempt.before().get("conversion-meeting");
            return refusedIf(
                    wanted != null && (meeting == null || !meeting.outcome().equals(wanted)),
                    "outcome",
                    "party.procedure.not-as-resolved");
        });
    }

    /** Fit is only whom no department objects to (QR-01). */
    @Bean
    StepGuard allDepartments() {
        return guard(
                "party.all-departments",
                attempt -> refusedIf(
                        attempt.outcome().equals("passed")
                                && attempt.before().values().stream()
                                        .anyMatch(act -> act.outcome().equals("object")),
                        "outcome",
                        "party.procedure.department-objects"));
    }

    /** A rectification ends with the satisfaction of the people (WR-03). */
    @Bean
    StepGuard satisfaction() {
        return guard("party.satisfaction", attempt -> {
            var least = parameters.wholeNumber("party.rectification-satisfaction", attempt.on());
            var poll = Poll.of(attempt.evidence().getOrDefault("poll", ""));
            return refusedIf(
                    attempt.outcome().equals("passed")
                            && (poll.said("satisfied") + poll.said("mostly")) * PER_CENT < least * poll.back(),
                    "outcome",
                    "party.procedure.not-satisfied",
                    least);
        });
    }

    /** An appeal comes in time; that there is none is known only when the time is over. */
    @Bean
    StepGuard appealWindow() {
        return guard("party.appeal-window", attempt -> {
            var days = parameters.wholeNumber("party.appeal-days", attempt.on());
            var decided = attempt.before().get("decide");
            var until = (decided == null ? attempt.on() : decided.on()).plusDays(days);
            var raised = attempt.outcome().equals("raised");
            return raised
                    ? refusedIf(
                            LocalDate.parse(attempt.evidence().get("appealedOn"))
                                    .isAfter(until),
                            "evidence[appealedOn]",
                            "party.procedure.appeal-too-late",
                            until.toString())
                    : refusedIf(
                            attempt.on().isBefore(until),
                            "actedOn",
                            "party.procedure.appeal-still-open",
                            until.toString());
        });
    }

    /** So many notices of criticism within a year, where they are the reason. */
    @Bean
    StepGuard criticised() {
        return guard("party.criticised", attempt -> {
            var least = parameters.wholeNumber("party.criticisms-a-year", attempt.on());
            return refusedIf(
                    is(attempt, "condition", "B1") && number(attempt, "criticisms") < least,
                    "evidence[criticisms]",
                    "party.procedure.too-few-criticisms",
                    least);
        });
    }

    /** Which card fits how much of the target was reached. */
    @Bean
    StepGuard cardColour() {
        return guard("party.card-colour", attempt -> {
            var red = is(attempt, "colour", "red");
            var share = parameters.wholeNumber(
                    red
                            ? "party.card-red-percent"
                            : is(attempt, "period", "half")
                                    ? "party.card-half-year-percent"
                                    : "party.card-yellow-percent",
                    attempt.on());
            var below = (long) number(attempt, "actual") * PER_CENT < (long) number(attempt, "target") * share;
            return refusedIf(
                    !below && !(red && is(attempt, "second", "yes")),
                    "evidence[colour]",
                    "party.procedure.card-does-not-fit",
                    share);
        });
    }

    /** What follows from a grade of merit. */
    @Bean
    StepGuard meritAction() {
        var fitting = Map.of(
                "excellent", List.of("train", "keep"),
                "fit", List.of("keep", "train"),
                "mostly", List.of("rectify"),
                "unfit", List.of("replace"));
        return guard("party.merit-action", attempt -> {
            var grade = attempt.before().get("grade");
            var merit = grade == null ? "" : grade.evidence().getOrDefault("merit", "");
            return refusedIf(
                    !fitting.getOrDefault(merit, List.of())
                            .contains(attempt.evidence().getOrDefault("action", "")),
                    "evidence[action]",
                    "party.procedure.action-does-not-fit");
        });
    }

    private static boolean is(StepGuard.Attempt attempt, String field, String value) {
        return value.equals(attempt.evidence().getOrDefault(field, ""));
    }

    private static int number(StepGuard.Attempt attempt, String field) {
        var value = attempt.evidence().getOrDefault(field, "");
        return value.isBlank() ? 0 : Integer.parseInt(value.strip());
    }

    private static List<Problem> refusedIf(boolean broken, String field, String key, Object... arguments) {
        return broken ? List.of(Problem.of(field, key, arguments)) : List.of();
    }

    private static StepGuard guard(String code, Function<StepGuard.Attempt, List<Problem>> problems) {
        return new StepGuard() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public List<Problem> problems(Attempt attempt) {
                return problems.apply(attempt);
            }
        };
    }
}
