package io.qiangcun.party.standard;

import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.standard.Answers.Answer;
import io.qiangcun.party.standard.Edition.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check about to be made: what the records say already, and what is left to look at.
 *
 * @param standards all that apply to the branch
 */
public record Draft(
        OrganisationBrief branch,
        Edition edition,
        List<Edition> standards,
        Period period,
        Map<String, Answer> answers) {

    public Draft {
        standards = List.copyOf(standards);
        answers = Map.copyOf(answers);
    }

    /** What the records say about the item, if they say anything. */
    public Optional<Answer> answer(Item item) {
        var question = item.question();
        return question == null ? Optional.empty() : Optional.ofNullable(answers.get(question));
    }

    public List<Item> byRecords() {
        return edition.filled().stream()
                .filter(item -> answer(item).isPresent())
                .toList();
    }

    public List<Item> byHand() {
        return edition.filled().stream().filter(item -> answer(item).isEmpty()).toList();
    }
}
