package io.qiangcun.party.stepguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.ActRefused;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.procedure.StepState;
import io.qiangcun.core.procedure.Tally;
import io.qiangcun.party.recruiting.QuotaService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One person from the application to full membership: twenty-five steps, each at its time. */
@ApplicationTest
class MembershipTests {

    private static final Tally COMMITTEE = new Tally(5, 5, 4, 0, 4, 0, 0);
    private static final Tally MEETING = new Tally(22, 20, 15, 1, 14, 1, 1);

    @Autowired
    Walk walk;

    @Autowired
    QuotaService quotas;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    private PlaceCode village;

    @BeforeEach
    void aVillage() {
        village = walk.county().east();
        walk.branch(village);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aMemberIsDevelopedInTwentyFiveSteps() {
        var id = admitted("Applicant");
        assertThat(walk.show(village, id).timeLine().line("conversion-meeting").state())
                .isEqualTo(StepState.WAITING);
        take(id, "admission-filing", "2025-10-20", Map.of());
        take(id, "assignment", "2025-10-21", Map.of("group", "First group"));
        take(id, "oath", "2025-10-22", Map.of());
        walk.take(id, village, "probation", "2026-02-01", "checked", Map.of("check", "Well"), null, null);
        walk.take(id, village, "probation", "2026-07-25", "completed", Map.of("check", "Well"), null, null);
        take(id, "conversion-application", "2026-07-26", Map.of());
        assertThatThrownBy(() -> convert(id, "2026-08-01", "on-time"))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("day-too-early")
                .hasMessageContaining("2026-08-06");
        var meeting = convert(id, "2026-08-06", "on-time");
        walk.close(id, village, meeting, "2026-08-13");
        take(id, "conversion-approval", "2026-09-01", Map.of("decision", "Approved"));
        take(id, "archive", "2026-09-02", Map.of("complete", "yes", "kept", "Township"));

        var detail = walk.show(village, id);
        assertThat(detail.template().steps()).hasSize(25);
        assertThat(detail.template().stages()).hasSize(5);
        assertThat(detail.head().state()).isEqualTo(CaseState.DONE);
        assertThat(detail.timeLine().steps())
                .allSatisfy(line -> assertThat(line.state()).isEqualTo(StepState.DONE));
        assertThat(standing("Applicant")).contains("FULL 2026-08-06");
        assertThat(detail.timeLine().steps()).noneSatisfy(line -> assertThat(line.latestOn() != null
                        && line.doneOn() != null
                        && line.doneOn().isAfter(line.latestOn()))
                .as(line.step().code())
                .isTrue());
    }

    @Test
    void probationIsExtendedOnceForHalfAYearToAYear() {
        var id = admitted("Applicant");
        take(id, "admission-filing", "2025-10-20", Map.of());
        take(id, "assignment", "2025-10-21", Map.of("group", "First group"));
        take(id, "oath", "2025-10-22", Map.of());
        probation(id, "2026-02-01", "2026-07-25");
        convert(id, "2026-08-06", "extended");
        assertThatThrownBy(() -> decide(id, "2026-08-20", "approved", Map.of()))
                .hasMessageContaining("not-as-resolved");
        assertThatThrownBy(() -> decide(id, "2026-08-20", "extended", Map.of("months", "5")))
                .hasMessageContaining("field-too-small");
        assertThatThrownBy(() -> decide(id, "2026-08-20", "extended", Map.of("months", "13")))
                .hasMessageContaining("field-too-large");
        decide(id, "2026-08-20", "extended", Map.of("months", "6"));
        assertThat(walk.stateOf(village, id, "probation")).isEqualTo(StepState.OPEN);

        probation(id, "2026-11-06", "2027-02-01");
        assertThatThrownBy(() -> convert(id, "2027-02-05", "on-time")).hasMessageContaining("2027-02-06");
        convert(id, "2027-02-06", "extended");
        assertThatThrownBy(() -> decide(id, "2027-02-10", "extended", Map.of("months", "6")))
                .hasMessageContaining("outcome-used-up");
        decide(id, "2027-02-10", "again", Map.of());
        convert(id, "2027-02-12", "cancelled");
        decide(id, "2027-02-20", "cancelled", Map.of());

        assertThat(walk.show(village, id).head().result()).isEqualTo("取消预备党员资格");
        assertThat(standing("Applicant")).as("the membership has ended").isEmpty();
    }

    @Test
    void whoIsNotOfAgeCannotApply() {
        var young = "Young " + village;
        walk.born(village, young, LocalDate.of(2006, 1, 11));
        var id = walk.start("party.membership", village, young, "2024-01-10");

        assertThatThrownBy(() -> take(id, "application", "2024-01-10", Map.of()))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("too-young");
        take(id, "application", "2024-01-11", Map.of());
    }

    @Test
    void theCommitteesApprovalMakesTheMemberAndNobodyWritesItAgain() {
        var id = admitted("Applicant");

        assertThat(standing("Applicant")).contains("PROBATIONARY 2025-08-06");
        assertThatThrownBy(() -> walk.withdraw(id, village.parent().orElseThrow(), "admission-approval"))
                .hasMessageContaining("has-consequences");
    }

    @Test
    void approvalIsProlongedOnceToSixMonthsAndNotBeyond() {
        var id = beforeTheApproval("Applicant");
        assertThatThrownBy(() -> take(id, "admission-approval", "2025-11-07", Map.of("decision", "Yes")))
                .hasMessageContaining("day-too-late")
                .hasMessageContaining("2025-11-06");
        prolong(id, "2025-11-06", "3");
        assertThat(walk.show(village, id).timeLine().line("admission-approval").latestOn())
                .isEqualTo("2026-02-06");
        assertThatThrownBy(() -> prolong(id, "2025-12-01", "3")).hasMessageContaining("outcome-used-up");
        assertThatThrownBy(() -> take(id, "admission-approval", "2026-02-07", Map.of("decision", "Yes")))
                .hasMessageContaining("day-too-late");
        walk.take(id, village, "admission-approval", "2026-02-07", "again", Map.of("decision", "Too late"), null, null);

        assertThat(walk.stateOf(village, id, "admission-meeting")).isEqualTo(StepState.OPEN);
        assertThat(standing("Applicant")).isEmpty();
    }

    @Test
    void whoIsAboutToLeaveIsNotAdmittedNow() {
        var id = candidate("Applicant");
        reviewed(id);

        assertThatThrownBy(() -> take(id, "pre-review", "2025-07-15", Map.of("consulted", "None", "leaving", "yes")))
                .hasMessageContaining("leaving");
    }

    @Test
    void aQuotaUsedUpIsSaidAtItsFieldAndNothingTypedIsLost() throws Exception {
        var id = candidate("Applicant");
        reviewed(id);
        clock.set(LocalDate.of(2025, 7, 15));
        var township = village.parent().orElseThrow();
        var county = township.parent().orElseThrow();
        walk.at(county, () -> {
            var none = List.of(new QuotaService.Wanted(county, 5, null), new QuotaService.Wanted(township, 0, null));
            quotas.set(walk.jurisdiction(), walk.actor(), 2025, none);
            return id;
        });
        var form = mvc.post()
                .uri(id.href() + "/steps/pre-review")
                .with(SignedIn.at(township))
                .param("act", UUID.randomUUID().toString())
                .param("seen", "0")
                .param("actedOn", "2025-07-15")
                .param("outcome", "passed")
                .param("evidence[consulted]", "Everybody agrees")
                .param("evidence[leaving]", "no");

        assertThat(form.exchange()).hasStatus(422).satisfies(answer -> assertThat(
                        answer.getResponse().getContentAsString())
                .contains("2025 年度的指标 0 名已经用完", "outcome-error", "Everybody agrees")
                .containsPattern("value=\"passed\"[^>]*checked"));
        assertThat(walk.stateOf(village, id, "pre-review")).isEqualTo(StepState.OPEN);
        walk.at(county, () -> {
            quotas.set(walk.jurisdiction(), walk.actor(), 2025, List.of(new QuotaService.Wanted(township, 1, 0)));
            return id;
        });
        take(id, "pre-review", "2025-07-15", Map.of("consulted", "None", "leaving", "no"));
    }

    @Test
    void aPersonIsNotTwiceInTheSameProcedure() {
        candidate("Applicant");

        assertThatThrownBy(() -> walk.start("party.membership", village, "Applicant", "2025-03-11"))
                .hasMessageContaining("under-way");
    }

    @Test
    void twoIntroducersAreTwoPeopleAndNotTheApplicant() {
        var id = candidate("Applicant");

        assertThatThrownBy(() -> take(
                        id,
                        "introducers",
                        "2025-03-12",
                        Map.of("firstIntroducer", member("A"), "secondIntroducer", member("A"))))
                .hasMessageContaining("same-person");
        assertThatThrownBy(() -> take(
                        id,
                        "introducers",
                        "2025-03-12",
                        Map.of(
                                "firstIntroducer",
                                member("A"),
                                "secondIntroducer",
                                walk.person(village, "Applicant").toString())))
                .hasMessageContaining("person-is-subject");
        assertThatThrownBy(() -> take(
                        id,
                        "introducers",
                        "2025-03-12",
                        Map.of(
                                "firstIntroducer",
                                member("A"),
                                "secondIntroducer",
                                walk.person(village, "No member").toString())))
                .as("only full members introduce")
                .hasMessageContaining("full-members-only");
        assertThatThrownBy(() -> take(id, "training", "2025-03-12", Map.of("hours", "23")))
                .hasMessageContaining("field-too-small");
    }

    @Test
    void aMeetingThatDoesNotPassEndsTheCase() {
        var id = beforeTheMeeting("Applicant");

        assertThatThrownBy(() -> walk.take(
                        id,
                        village,
                        "admission-meeting",
                        "2025-08-06",
                        "admitted",
                        Map.of("resolution", "Text"),
                        new Tally(22, 20, 15, 0, 10, 5, 0),
                        null))
                .hasMessageContaining("vote-failed");
        walk.take(
                id,
                village,
                "admission-meeting",
                "2025-08-06",
                "refused",
                Map.of("resolution", "Text"),
                new Tally(22, 20, 15, 0, 10, 5, 0),
                null);

        assertThat(walk.show(village, id).head().result()).isEqualTo("支部大会未通过接收");
    }

    /** Up to the point at which introducers, review and training run beside each other. */
    private CaseId candidate(String subject) {
        var id = walk.start("party.membership", village, subject, "2024-01-10");
        take(id, "application", "2024-01-10", Map.of());
        take(id, "first-talk", "2024-02-01", Map.of("talker", "Secretary"));
        var body = Map.of("recommended", "members", "body", "committee");
        walk.take(id, village, "activist-decision", "2024-02-20", "decided", body, COMMITTEE, null);
        take(id, "activist-filing", "2024-02-28", Map.of());
        take(id, "contacts", "2024-03-01", Map.of("firstContact", member("A")));
        walk.take(id, village, "cultivation", "2024-08-25", "checked", Map.of("check", "Well"), null, null);
        walk.take(id, village, "cultivation", "2025-02-20", "completed", Map.of("check", "Well"), null, null);
        var heard = Map.of("body", "committee", "opinions", "Heard");
        var decision = walk.take(id, village, "candidate-decision", "2025-02-24", "decided", heard, COMMITTEE, null);
        walk.close(id, village, decision, "2025-03-03");
        take(id, "candidate-filing", "2025-03-10", Map.of());
        return id;
    }

    private void reviewed(CaseId id) {
        take(id, "training", "2025-04-20", Map.of("hours", "24"));
        take(id, "introducers", "2025-03-12", Map.of("firstIntroducer", member("A"), "secondIntroducer", member("B")));
        take(id, "review", "2025-05-10", Map.of("findings", "Passed"));
        var opinion = Map.of("body", "committee", "opinion", "Fit");
        walk.take(id, village, "committee-review", "2025-06-20", "passed", opinion, COMMITTEE, null);
    }

    private CaseId beforeTheMeeting(String subject) {
        var id = candidate(subject);
        reviewed(id);
        take(id, "pre-review", "2025-07-15", Map.of("consulted", "None", "leaving", "no"));
        take(id, "form", "2025-08-01", Map.of("formNumber", UUID.randomUUID().toString()));
        return id;
    }

    private CaseId beforeTheApproval(String subject) {
        var id = beforeTheMeeting(subject);
        var resolved = Map.of("resolution", "Text");
        walk.take(id, village, "admission-meeting", "2025-08-06", "admitted", resolved, MEETING, null);
        take(id, "second-talk", "2025-08-20", Map.of("talker", "Organiser", "opinion", "Fit"));
        return id;
    }

    private CaseId admitted(String subject) {
        var id = beforeTheApproval(subject);
        take(id, "admission-approval", "2025-10-15", Map.of("decision", "Approved"));
        return id;
    }

    private void prolong(CaseId id, String day, String months) {
        var why = Map.of("decision", "Longer", "special", "Inquiries", "months", months);
        walk.take(id, village, "admission-approval", day, "prolonged", why, null, null);
    }

    private String member(String name) {
        return walk.member(village, name).toString();
    }

    private List<String> standing(String name) {
        return walk.standing(village, walk.person(village, name));
    }

    private void probation(CaseId id, String first, String second) {
        walk.take(id, village, "probation", first, "checked", Map.of("check", "Well"), null, null);
        walk.take(id, village, "probation", second, "completed", Map.of("check", "Well"), null, null);
        take(id, "conversion-application", second, Map.of());
    }

    private UUID convert(CaseId id, String day, String outcome) {
        return walk.take(id, village, "conversion-meeting", day, outcome, Map.of("resolution", "Text"), MEETING, null);
    }

    private void decide(CaseId id, String day, String outcome, Map<String, String> more) {
        var evidence = new java.util.HashMap<>(more);
        evidence.put("decision", "Text");
        walk.take(id, village, "conversion-approval", day, outcome, evidence, null, null);
    }

    private void take(CaseId id, String step, String day, Map<String, String> evidence) {
        walk.take(id, village, step, day, evidence);
    }
}
