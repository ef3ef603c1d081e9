package io.qiangcun.party.stepguard;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rules of recruiting that look at what was answered, now and before. */
@Configuration(proxyBeanMethods = false)
class AnswerGuards {

    /** Who is about to leave is not admitted now. */
    @Bean
    StepGuard notLeaving() {
        return guard(
                "party.not-leaving",
                attempt -> attempt.outcome().equals("passed")
                        && attempt.evidence().getOrDefault("leaving", "").equals("yes"),
                "evidence[leaving]",
                "party.procedure.leaving");
    }

    @Bean
    StepGuard archiveComplete() {
        return guard(
                "party.archive-complete",
                attempt -> !attempt.evidence().getOrDefault("complete", "").equals("yes"),
                "evidence[complete]",
                "party.procedure.incomplete");
    }

    /** The committee decides on what the meeting resolved, not on something else. */
    @Bean
    StepGuard followsMeeting() {
        return guard(
                "party.follows-meeting",
                attempt -> {
                    var meeting = attempt.before().get("conversion-meeting");
                    var resolved = meeting == null ? "" : meeting.outcome();
                    return switch (attempt.outcome()) {
                        case "approved" -> !resolved.equals("on-time");
                        case "extended" -> !resolved.equals("extended");
                        case "cancelled" -> !resolved.equals("cancelled");
                        default -> false;
                    };
                },
                "outcome",
                "party.procedure.not-as-resolved");
    }

    private static StepGuard guard(String code, Function<StepGuard.Attempt, Boolean> broken, String field, String key) {
        return new StepGuard() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public List<Problem> problems(Attempt attempt) {
                return broken.apply(attempt) ? List.of(Problem.of(field, key)) : List.of();
            }
        };
    }
}
