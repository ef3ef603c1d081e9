package io.qiangcun.party.stepguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.procedure.Items;
import io.qiangcun.core.procedure.Poll;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.party.recruiting.QuotaService;
import io.qiangcun.party.recruiting.RecruitingQueries;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Rectification, joint review, appraisal, cards, and quotas. */
@ApplicationTest
class StrongholdTests {

    @Autowired
    Walk walk;

    @Autowired
    PlaceTree tree;

    @Autowired
    QuotaService quotas;

    @Autowired
    RecruitingQueries recruiting;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    private PlaceCode village;
    private PlaceCode township;
    private PlaceCode county;

    @BeforeEach
    void aVillage() {
        village = walk.county().east();
        township = village.parent().orElseThrow();
        county = township.parent().orElseThrow();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aRectificationEndsWithEveryItemDoneAndPeopleSatisfied() {
        var id = planned();
        progress(id, "2025-02-25", "finished", "yes", "no");
        assertThatThrownBy(() -> take(id, "self-check", "2025-03-01", "ready", Map.of("report", "Ready")))
                .hasMessageContaining("items-not-done");
        take(id, "self-check", "2025-03-01", "not-ready", Map.of("report", "Not yet"));
        progress(id, "2025-03-20", "finished", "yes", "yes");
        take(id, "self-check", "2025-03-25", "ready", Map.of("report", "Ready"));
        take(id, "town-check", "2025-04-01", "passed", Map.of("findings", "Good"));
        assertThatThrownBy(() -> take(id, "county-check", "2025-04-10", "passed", checked(15)))
                .hasMessageContaining("not-satisfied");
        take(id, "county-check", "2025-04-10", "failed", checked(15));
        assertThat(walk.stateOf(village, id, "progress")).as("once more").isEqualTo(StepState.OPEN);
        progress(id, "2025-05-10", "finished", "yes", "yes");
        take(id, "self-check", "2025-05-12", "ready", Map.of("report", "Ready"));
        take(id, "town-check", "2025-05-15", "passed", Map.of("findings", "Good"));
        take(id, "county-check", "2025-05-20", "passed", checked(18));
        take(id, "tracking", "2025-11-01", "stable", Map.of("findings", "Good"));
        assertThatThrownBy(() -> take(id, "tracking", "2026-05-19", "finished", Map.of("findings", "Good")))
                .hasMessageContaining("day-too-early");
        take(id, "tracking", "2026-05-20", "finished", Map.of("findings", "Good"));

        assertThat(walk.show(village, id).head().state()).isEqualTo(CaseState.DONE);
    }

    @Test
    void departmentsAreHeardInSecretAndOneObjectionIsEnough() throws Exception {
        var id = walk.start("party.qualification", village, "Candidate", "2026-01-05");
        take(
                id,
                "self-check",
                "2026-01-05",
                null,
                Map.of(
                        "position",
                        "Member",
                        "politics",
                        "meets",
                        "ability",
                        "meets",
                        "conduct",
                        "meets",
                        "farming",
                        "meets"));
        take(id, "township", "2026-01-06", "passed", Map.of("opinion", "Good"));
        var departments = walk.show(county, id).template().steps().stream()
                .map(step -> step.code())
                .filter(code -> code.startsWith("dept-"))
                .toList();
        assertThat(departments).hasSize(12);
        assertThat(page("/core/procedures/party.qualification", county))
                .contains("/core/cases?template=party.qualification&amp;step=dept-police");
        for (var department : departments) {
            take(
                    id,
                    department,
                    "2026-01-08",
                    department.equals("dept-police") ? "object" : "pass",
                    Map.of("opinion", "Opinion of " + department, "signer", "Signer of " + department));
        }
        assertThatThrownBy(() -> take(id, "conclusion", "2026-01-09", "passed", Map.of("grounds", "Secret grounds")))
                .hasMessageContaining("department-objects");
        take(id, "conclusion", "2026-01-09", "failed", Map.of("grounds", "Secret grounds", "notice", "Not fit"));

        for (var place : List.of(village, township)) {
            for (var path : List.of(id.href(), id.href() + "/print")) {
                assertThat(page(path, place))
                        .contains("联审不合格")
                        .doesNotContain("Opinion of", "Signer of", "Secret grounds", "公安部门意见");
            }
            assertThat(page("/core/cases", place)).doesNotContain("公安部门意见");
        }
        assertThat(page(id.href(), county)).contains("Opinion of dept-police", "Secret grounds");
    }

    @Test
    void dissatisfactionAndTheLowestGradeAreSuggestedWithTheirFacts() throws Exception {
        var rectification = planned();
        progress(rectification, "2025-03-20", "finished", "yes", "yes");
        take(rectification, "self-check", "2025-03-25", "ready", Map.of("report", "Ready"));
        take(rectification, "town-check", "2025-04-01", "passed", Map.of("findings", "Good"));
        take(rectification, "county-check", "2025-04-10", "failed", checked(11));
        var graded = appraised("Secretary", "weak", "unfit");
        clock.set(LocalDate.of(2026, 1, 10));
        assertThat(page("/party/screening", county))
                .contains(rectification.href(), "2025-04-10 群众测评满意率 55%", "服务能力弱，群众满意度低于60%")
                .doesNotContain(graded.href());
        var worse = appraised("Successor", "bad", "unfit");

        for (var place : List.of(county, township)) {
            assertThat(page("/party/screening", place))
                    .contains(rectification.href(), worse.href(), "2026-01-08 考核评议为“差”", "年度考核评议为最低等次");
        }
        assertThat(page("/party/screening", walk.county().west().parent().orElseThrow()))
                .as("not outside the jurisdiction")
                .doesNotContain(rectification.href(), worse.href());
        assertThat(mvc.get().uri("/party/screening").with(SignedIn.at(village))).hasStatus(403);
        assertThat(mvc.get().uri("/party/screening/export").with(SignedIn.at(township)))
                .hasStatusOk();
        clock.set(LocalDate.of(2026, 4, 11));
        assertThat(page("/party/screening", county))
                .as("what people said a year ago")
                .doesNotContain(rectification.href())
                .contains(worse.href());
    }

    @Test
    void thePartsOfAQuotaDoNotExceedTheWhole() {
        clock.set(LocalDate.of(2026, 1, 5));
        set(county, Map.of(county, 3, township, 2));

        assertThatThrownBy(() -> set(county, Map.of(county, 3, township, 4))).hasMessageContaining("set-meanwhile");
        assertThat(walk.at(township, () -> recruiting.quotas(walk.jurisdiction(), 2026)))
                .filteredOn(row -> row.placeCode().equals(township.value()))
                .singleElement()
                .satisfies(row -> assertThat(row.left()).isEqualTo(2));
        assertThatThrownBy(() -> set(township, Map.of(village, 3))).hasMessageContaining("parts-exceed-whole");
        assertThatThrownBy(() -> set(township, Map.of(county, 9)))
                .as("not outside the jurisdiction")
                .hasMessageContaining("not-yours");
    }

    @Test
    void gridsRecruitNobody() throws Exception {
        try (var scope = Scope.as(Jurisdiction.within(village))) {
            tree.grow(
                    Jurisdiction.within(village),
                    village.child("001"),
                    PlaceCategory.GRID,
                    "First grid",
                    LocalDate.EPOCH);
        }

        assertThat(page("/party/recruiting", village)).doesNotContain("First grid");
        assertThat(page("/party/recruiting", township)).contains("East Village").doesNotContain("First grid");
        assertThat(page("/party/recruiting", walk.county().west()))
                .as("not outside the jurisdiction")
                .doesNotContain("East Village");
    }

    @Test
    void aCountyThatWantsCardsTurnsThemOn() throws Exception {
        assertThatThrownBy(() -> walk.start("party.card", village, "Secretary", "2026-01-05"))
                .hasMessageContaining("turned-off");
        assertThat(page("/core/procedures/party.card", township))
                .contains("未启用")
                .doesNotContain("/party.card/start");
        assertThat(useCards("2")).hasStatus(422).bodyText().contains("请填 1（启用）或者 0（不启用）");

        assertThat(useCards("1")).hasStatus(302);

        assertThat(page("/core/procedures/party.card", township)).contains("/party.card/start");
        walk.start("party.card", village, "Secretary", "2026-01-05");
    }

    private MvcTestResult useCards(String amount) {
        clock.set(LocalDate.parse("2026-01-05"));
        return mvc.post()
                .uri("/core/numbers/party.card-in-use")
                .param("id", UUID.randomUUID().toString())
                .param("amount", amount)
                .param("validFrom", "2026-01-05")
                .param("basis", "County paper")
                .with(SignedIn.at(county))
                .exchange();
    }

    @Test
    void aCardFitsHowMuchOfTheTargetWasReached() {
        useCards("1");
        var id = walk.start("party.card", village, "Secretary", "2026-01-05");

        assertThatThrownBy(() -> card(id, "yellow", "80")).hasMessageContaining("card-does-not-fit");
        assertThatThrownBy(() -> card(id, "red", "70")).hasMessageContaining("card-does-not-fit");
        card(id, "yellow", "79");
    }

    @Test
    void aGradeOfMeritDecidesWhatFollows() {
        var id = appraised("Secretary", "good", "mostly");

        assertThatThrownBy(() -> take(id, "followup", "2026-01-09", null, Map.of("action", "train")))
                .hasMessageContaining("action-does-not-fit");
        take(id, "followup", "2026-01-09", null, Map.of("action", "rectify"));
    }

    private CaseId planned() {
        var id = walk.start("party.rectification", village, "Branch", "2025-01-05");
        take(
                id,
                "proposal",
                "2025-01-05",
                null,
                Map.of("problems", items(Map.of("code", "W04", "facts", "No meetings"))));
        take(id, "identified", "2025-01-10", "approved", Map.of("opinion", "Yes"));
        take(id, "slots", "2025-01-15", null, Map.of("slot1", "A", "slot2", "B", "slot3", "C", "slot4", "D"));
        take(
                id,
                "plan",
                "2025-01-20",
                null,
                Map.of(
                        "items",
                        items(
                                Map.of("problem", "One", "measure", "Do", "owner", "A", "due", "2025-03-01"),
                                Map.of("problem", "Two", "measure", "Do", "owner", "B", "due", "2025-04-01"))));
        return id;
    }

    private void progress(CaseId id, String day, String outcome, String first, String second) {
        take(
                id,
                "progress",
                day,
                outcome,
                Map.of("note", "Month", "state", items(Map.of("done", first), Map.of("done", second))));
    }

    private static Map<String, String> checked(int satisfied) {
        var rest = Integer.toString(20 - satisfied);
        return Map.of(
                "findings",
                "Looked",
                "poll",
                new Poll(Map.of(
                                "sent",
                                "20",
                                "back",
                                "20",
                                "satisfied",
                                Integer.toString(satisfied),
                                "mostly",
                                "0",
                                "unsatisfied",
                                rest))
                        .text());
    }

    private CaseId appraised(String secretary, String grade, String merit) {
        var id = walk.start("party.appraisal", village, secretary, "2026-01-05");
        take(id, "scope", "2026-01-05", null, Map.of("year", "2025"));
        take(id, "precheck", "2026-01-06", null, Map.of("findings", "Looked"));
        take(id, "report", "2026-01-07", null, Map.of("report", "Report"));
        take(id, "comment", "2026-01-07", null, Map.of("comment", "Comment"));
        var poll = new Poll(Map.of("sent", "9", "back", "9", "good", "9", "fair", "0", "weak", "0", "bad", "0")).text();
        take(id, "test", "2026-01-07", null, Map.of("poll", poll));
        take(id, "grade", "2026-01-08", null, Map.of("grade", grade, "merit", merit));
        return id;
    }

    private void card(CaseId id, String colour, String actual) {
        take(
                id,
                "report",
                "2026-01-06",
                null,
                Map.of(
                        "year", "2025", "colour", colour, "period", "year", "target", "100", "actual", actual, "second",
                        "no", "reason", "Late"));
    }

    private void set(PlaceCode by, Map<PlaceCode, Integer> amounts) {
        walk.at(by, () -> {
            quotas.set(
                    walk.jurisdiction(),
                    walk.actor(),
                    2026,
                    amounts.entrySet().stream()
                            .map(one -> new QuotaService.Wanted(one.getKey(), one.getValue(), null))
                            .toList());
            return by;
        });
    }

    @SafeVarargs
    private static String items(Map<String, String>... rows) {
        return new Items(List.of(rows)).text();
    }

    private void take(CaseId id, String step, String day, @Nullable String outcome, Map<String, String> evidence) {
        if (outcome == null) {
            walk.take(id, village, step, day, evidence);
        } else {
            walk.take(id, village, step, day, outcome, evidence, null, null);
        }
    }

    private String page(String path, PlaceCode by) throws UnsupportedEncodingException {
        return mvc.get()
                .uri(path)
                .with(SignedIn.at(by))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
