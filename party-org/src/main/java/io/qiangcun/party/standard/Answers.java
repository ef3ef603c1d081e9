package io.qiangcun.party.standard;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.organisation.OrganisationBrief;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions about a branch out of its records, with the records behind: whatever the house knows nobody types.
 * Declare it as a bean of the slice whose records they are; the message of a question is {@code party.standard.question.<code>}.
 */
public interface Answers {

    /** Codes of the questions it answers; stable, dotted, starting with the module code. */
    List<String> questions();

    /** The answer to each of its questions, for a period up to the day. */
    Map<String, Answer> answers(Jurisdiction jurisdiction, OrganisationBrief branch, LocalDate from, LocalDate until);

    /**
     * What the records say.
     *
     * @param met null where the question does not arise for the branch
     */
    record Answer(@Nullable Boolean met, List<Fact> facts) {

        public Answer {
            facts = List.copyOf(facts);
        }

        /** Met if all facts are good; without facts there is nothing to ask. */
        public static Answer of(List<Fact> facts) {
            return new Answer(facts.isEmpty() ? null : facts.stream().allMatch(Fact::good), facts);
        }
    }

    /** One record behind an answer. */
    record Fact(String label, String href, boolean good) {}
}
