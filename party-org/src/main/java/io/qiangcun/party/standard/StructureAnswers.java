package io.qiangcun.party.standard;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.party.organisation.OrganisationBrief;
import io.qiangcun.party.post.StructureQueries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether the committees of the branch's village look as they should. */
@Component
class StructureAnswers implements Answers {

    private static final String STRUCTURE = "party.structure";

    private final StructureQueries structures;

    StructureAnswers(StructureQueries structures) {
        this.structures = structures;
    }

    @Override
    public List<String> questions() {
        return List.of(STRUCTURE);
    }

    @Override
    public Map<String, Answer> answers(
            Jurisdiction jurisdiction, OrganisationBrief branch, LocalDate from, LocalDate until) {
        var facts = structures.village(jurisdiction, branch.place()).stream()
                .flatMap(village -> village.checks().stream())
                .map(check -> new Fact(check.title(), "/party/structure/" + branch.place(), check.met()))
                .toList();
        return Map.of(STRUCTURE, Answer.of(facts));
    }
}
