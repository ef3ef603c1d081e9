package io.qiangcun.party.stepguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A matter of the village: proposed, consulted, reviewed, resolved by the right body, and published twice. */
@ApplicationTest
class VillageDecisionTests {

    @Autowired
    Walk walk;

    @Autowired
    TestClock clock;

    private PlaceCode village;

    @BeforeEach
    void aVillage() {
        village = walk.county().east();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aMatterIsDecidedAndPublishedTwice() {
        var id = reviewed("no");
        resolve(id, "representatives", new Tally(30, 30, 20, 0, 11, 9, 0), null);
        assertThatThrownBy(() -> publish(id, "2026-04-12", "Chair")).hasMessageContaining("supervisor");
        var published = publish(id, "2026-04-12", "Supervisor");
        assertThatThrownBy(() -> walk.close(id, village, published, "2026-04-18"))
                .hasMessageContaining("public-too-short");
        walk.close(id, village, published, "2026-04-19");
        var result = walk.take(
                id,
                village,
                "publish-result",
                "2026-09-01",
                Map.of("outcome", "Built", "channel", "board", "supervisor", "Supervisor", "apart", "yes"));
        walk.close(id, village, result, "2026-09-08");

        assertThat(walk.show(village, id).head().state()).isEqualTo(CaseState.DONE);
    }

    @Test
    void oneHeadForBothMergesProposalAndConsultation() {
        var id = reviewed("yes");

        assertThat(walk.stateOf(village, id, "consult")).isEqualTo(StepState.SKIPPED);
        assertThat(walk.stateOf(village, id, "resolve")).isEqualTo(StepState.OPEN);
    }

    @Test
    void theMembersDecideByTheStricterOfTwoRules() {
        var id = proposed("yes");

        assertThatThrownBy(() -> review(id, new Tally(30, 30, 19, 0, 19, 0, 0)))
                .as("enough for the regulation, not for the local rule")
                .hasMessageContaining("not-quorate");
        assertThatThrownBy(() -> review(id, new Tally(30, 30, 20, 0, 15, 5, 0)))
                .as("enough of those present, not of those who had to come")
                .hasMessageContaining("vote-failed");
        review(id, new Tally(30, 30, 20, 0, 16, 4, 0));
    }

    @Test
    void everyBodyHasItsOwnRule() {
        var id = reviewed("yes");

        assertThatThrownBy(() -> resolve(id, "representatives", new Tally(30, 30, 19, 0, 19, 0, 0), null))
                .hasMessageContaining("not-quorate");
        assertThatThrownBy(() -> resolve(id, "villagers", new Tally(300, 300, 151, 0, 80, 71, 0), "2026-04-01"))
                .hasMessageContaining("notice-too-short");
        assertThatThrownBy(() -> resolve(id, "villagers", new Tally(300, 300, 150, 0, 150, 0, 0), "2026-03-31"))
                .hasMessageContaining("not-quorate");
        assertThatThrownBy(() -> resolve(id, "collective", new Tally(300, 290, 200, 0, 199, 1, 0), "2026-03-31"))
                .hasMessageContaining("vote-failed");
        resolve(id, "villagers", new Tally(300, 300, 151, 0, 80, 71, 0), "2026-03-31");

        assertThat(walk.stateOf(village, id, "publish-resolution")).isEqualTo(StepState.OPEN);
    }

    private CaseId proposed(String merged) {
        var id = walk.start("party.village-decision", village, "New road", "2026-03-02");
        walk.take(
                id,
                village,
                "propose",
                "2026-03-02",
                Map.of(
                        "category",
                        "works",
                        "proposal",
                        "Text",
                        "proposer",
                        "Chair",
                        "merged",
                        merged,
                        "amount",
                        "90000"));
        return id;
    }

    private CaseId reviewed(String merged) {
        var id = proposed(merged);
        if (merged.equals("no")) {
            walk.take(
                    id,
                    village,
                    "consult",
                    "2026-03-05",
                    "agreed",
                    Map.of("opinion", "Text"),
                    new Tally(7, 7, 6, 0, 5, 1, 0),
                    null);
        }
        review(id, new Tally(30, 30, 20, 0, 16, 4, 0));
        return id;
    }

    private void review(CaseId id, Tally tally) {
        walk.take(id, village, "review", "2026-03-10", "agreed", Map.of("opinion", "Text"), tally, null);
    }

    private void resolve(CaseId id, String body, Tally tally, @org.jspecify.annotations.Nullable String noticed) {
        walk.take(
                id,
                village,
                "resolve",
                "2026-04-10",
                "agreed",
                Map.of("body", body, "resolution", "Text"),
                tally,
                noticed == null ? null : LocalDate.parse(noticed));
    }

    private java.util.UUID publish(CaseId id, String day, String supervisor) {
        return walk.take(
                id,
                village,
                "publish-resolution",
                day,
                Map.of("channel", "board", "supervisor", supervisor, "apart", "yes"));
    }
}
