package io.qiangcun.party.post;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.procedure.CaseAbandoned;
import io.qiangcun.core.procedure.StepConsequence;
import io.qiangcun.core.procedure.StepGuard;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows from decisions about cadres for their posts in the Party's committee, and for those only: a post in the
 * villagers' committee is never touched by them.
 */
@Configuration(proxyBeanMethods = false)
class CadreConsequences {

    /** The first suspension lasts a month, the longer one half a year more; both are the earliest days of the reviews. */
    @Bean
    StepConsequence suspension(PostService posts) {
        return consequence("party.suspension", taken -> {
            var person = personOf(taken);
            switch (taken.step() + " " + taken.outcome()) {
                case "decide suspended" ->
                    posts.suspendDecided(
                            taken.place(),
                            person,
                            taken.caseId().value(),
                            taken.on(),
                            Objects.requireNonNull(
                                    taken.timeLine().line("review").earliestOn()));
                case "review failed" ->
                    posts.suspendDecided(
                            taken.place(),
                            person,
                            taken.caseId().value(),
                            taken.on(),
                            Objects.requireNonNull(
                                    taken.timeLine().line("second-review").earliestOn()));
                case "review restored", "second-review restored", "appeal-decision overturned" ->
                    posts.restoreDecided(taken.place(), person);
                case "second-review ended" ->
                    posts.endDecided(
                            taken.place(), person, taken.on(), taken.evidence().getOrDefault("conclusion", ""));
                default -> {}
            }
        });
    }

    @Bean
    StepConsequence exit(PostService posts) {
        return consequence("party.exit", taken -> {
            if (taken.step().equals("filing")) {
                var decided = taken.before().get("decide");
                posts.endDecided(
                        taken.place(),
                        personOf(taken),
                        taken.on(),
                        decided == null ? "" : decided.evidence().getOrDefault("decision", ""));
            }
        });
    }

    /** These procedures are about posts that the Party fills; elected ones end by law alone. */
    @Bean
    StepGuard holdsPartyPost(StructureQueries queries) {
        return new StepGuard() {
            @Override
            public String code() {
                return "party.holds-party-post";
            }

            @Override
            public List<Problem> problems(Attempt attempt) {
                var person = new PersonId(Objects.requireNonNull(attempt.subject(), "subject"));
                var holds = queries.of(Jurisdiction.within(attempt.place()), person).stream()
                        .anyMatch(post -> post.track() == Track.PARTY
                                && post.endedOn() == null
                                && !post.since().isAfter(attempt.on()));
                return holds ? List.of() : List.of(Problem.of(null, "party.procedure.no-party-post"));
            }
        };
    }

    private static PersonId personOf(StepConsequence.Taken taken) {
        return new PersonId(Objects.requireNonNull(taken.subject(), "subject"));
    }

    private static StepConsequence consequence(String code, Consumer<StepConsequence.Taken> follow) {
        return new StepConsequence() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public void follow(Taken taken) {
                follow.accept(taken);
            }
        };
    }

    /** A case of suspension that is given up leaves nobody suspended. */
    @Component
    static class NobodyLeftSuspended {

        private final PostService posts;

        NobodyLeftSuspended(PostService posts) {
            this.posts = posts;
        }

        @EventListener
        void on(CaseAbandoned abandoned) {
            posts.restoreAbandoned(abandoned.placeCode(), abandoned.caseId().value());
        }
    }
}
