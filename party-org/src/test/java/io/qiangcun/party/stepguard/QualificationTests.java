package io.qiangcun.party.stepguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.Again;
import io.qiangcun.core.procedure.CaseId;
import io.qiangcun.core.procedure.CaseService;
import io.qiangcun.core.procedure.CaseState;
import io.qiangcun.core.procedure.StartAgain;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The joint review: done once more where its result does not hold, and known in full to the county alone. */
@ApplicationTest
class QualificationTests {

    private static final Map<String, String> SELF_CHECK = Map.of(
            "position", "Member", "politics", "meets", "ability", "meets", "conduct", "meets", "farming", "meets");

    @Autowired
    Walk walk;

    @Autowired
    CaseService service;

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
    void aFailedReviewIsDoneAgainAndEachKnowsTheOther() throws Exception {
        var failed = concluded("Failed", "object", "failed");
        assertThatThrownBy(() -> again(failed, Again.Reason.EXPIRED, "")).hasMessageContaining("again-reason");
        var next = again(failed, Again.Reason.ENDED, "Papers completed");

        assertThat(walk.show(township, failed).head().state()).isEqualTo(CaseState.ENDED);
        assertThat(walk.show(township, next).head().follows()).isEqualTo(failed);
        assertThat(walk.show(township, next).head().state()).isEqualTo(CaseState.OPEN);
        assertThat(page(failed.href(), township)).contains(next.href(), "Papers completed");
        assertThat(page(next.href(), village)).contains(failed.href(), "前一次没有通过");
        assertThat(page(next.href() + "/print", county)).contains("前一次：2026-01-05 发起");
        assertThatThrownBy(() -> again(failed, Again.Reason.ENDED, "")).hasMessageContaining("again-before");
    }

    @Test
    void aReviewOutOfDateMakesRoomForItsSuccessor() {
        var stale = concluded("Stale", "pass", "passed");
        assertThat(walk.show(village, stale).validUntil()).isEqualTo("2026-07-09");
        clock.set(LocalDate.of(2026, 7, 9));
        assertThatThrownBy(() -> again(stale, Again.Reason.EXPIRED, "")).hasMessageContaining("again-reason");
        assertThatThrownBy(() -> walk.take(stale, village, "publication", "2026-07-10", Map.of("channel", "Board")))
                .hasMessageContaining("day-too-late");
        clock.set(LocalDate.of(2026, 7, 10));
        var next = again(stale, Again.Reason.EXPIRED, "");

        assertThat(walk.show(village, stale).head().state()).isEqualTo(CaseState.ABANDONED);
        assertThat(walk.show(village, stale).head().result()).isEqualTo("重新联审");
        assertThat(walk.show(village, stale).acts()).as("what was done stays").isNotEmpty();
        walk.take(next, village, "self-check", "2026-07-10", SELF_CHECK);
        assertThat(walk.show(village, next).head().subject())
                .isEqualTo(walk.show(village, stale).head().subject());
    }

    @Test
    void whatChangedIsNamed() {
        var passed = concluded("Changed", "pass", "passed");
        clock.set(LocalDate.of(2026, 3, 2));
        assertThatThrownBy(() -> again(passed, Again.Reason.CHANGED, " ")).hasMessageContaining("again-note");
        var next = again(passed, Again.Reason.CHANGED, "Moved away in February");

        assertThat(walk.show(village, passed).links()).singleElement().satisfies(link -> {
            assertThat(link.id()).isEqualTo(next);
            assertThat(link.note()).isEqualTo("Moved away in February");
            assertThat(link.earlier()).isFalse();
        });
        assertThat(walk.show(village, passed).againFor()).as("once").isEmpty();
    }

    @Test
    void theFormSaysWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var failed = concluded("Typed", "object", "failed");
        var id = UUID.randomUUID();
        var wrong = post(failed, township, id, "CHANGED", "Kept words");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("Kept words", "不符合现在的情况");
        assertThat(post(failed, village, id, "ENDED", "").getStatus())
                .as("only who starts such cases")
                .isEqualTo(422);
        assertThat(post(failed, walk.county().west(), id, "ENDED", "").getStatus())
                .as("not outside the jurisdiction")
                .isEqualTo(404);

        assertThat(post(failed, township, id, "ENDED", "").getRedirectedUrl()).isEqualTo(new CaseId(id).href());
        assertThat(post(failed, township, id, "ENDED", "").getRedirectedUrl())
                .as("sent twice")
                .isEqualTo(new CaseId(id).href());
    }

    @Test
    void secretsLeaveTheCountyNeitherPrintedNorInSheetsNorInTheTrail() throws Exception {
        var id = concluded("Secret", "object", "failed");
        var secrets = new String[] {"Opinion of", "Signer of", "Secret grounds", "公安部门意见", "dept-police"};

        for (var place : new PlaceCode[] {village, township}) {
            assertThat(page(id.href(), place)).contains("联审不合格").doesNotContain(secrets);
            assertThat(page(id.href() + "/print", place)).contains("联审不合格").doesNotContain(secrets);
            assertThat(page("/core/cases?text=Secret", place))
                    .contains("Secret")
                    .doesNotContain(secrets);
            assertThat(sheet("/core/cases/export?text=Secret", place))
                    .contains("Secret")
                    .doesNotContain(secrets);
        }
        assertThat(trail(township)).contains("self-check").doesNotContain(secrets);
        assertThat(trail(county)).contains("dept-police").doesNotContain("Opinion of", "Signer of", "Secret grounds");
    }

    private CaseId concluded(String candidate, String police, String conclusion) {
        var id = walk.start("party.qualification", village, candidate, "2026-01-05");
        walk.take(id, village, "self-check", "2026-01-05", SELF_CHECK);
        walk.take(id, village, "township", "2026-01-06", "passed", Map.of("opinion", "Good"), null, null);
        walk.show(county, id).template().steps().stream()
                .map(step -> step.code())
                .filter(code -> code.startsWith("dept-"))
                .forEach(department -> walk.take(
                        id,
                        village,
                        department,
                        "2026-01-08",
                        department.equals("dept-police") ? police : "pass",
                        Map.of("opinion", "Opinion of " + department, "signer", "Signer of " + department),
                        null,
                        null));
        walk.take(
                id,
                village,
                "conclusion",
                "2026-01-09",
                conclusion,
                Map.of("grounds", "Secret grounds", "notice", "Notice"),
                null,
                null);
        return id;
    }

    private CaseId again(CaseId before, Again.Reason reason, String note) {
        return walk.at(
                township,
                () -> service.startAgain(
                        walk.jurisdiction(),
                        walk.actor(),
                        new StartAgain(CaseId.next(), before, reason, note, LocalDate.now(clock))));
    }

    private MockHttpServletResponse post(CaseId before, PlaceCode by, UUID id, String reason, String note) {
        return mvc.post()
                .uri(before.href() + "/again")
                .with(SignedIn.at(by))
                .param("caseId", id.toString())
                .param("reason", reason)
                .param("note", note)
                .param("startedOn", "2026-01-09")
                .exchange()
                .getResponse();
    }

    private String page(String path, PlaceCode by) throws UnsupportedEncodingException {
        return mvc.get()
                .uri(path)
                .with(SignedIn.at(by))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private String trail(PlaceCode place) throws UnsupportedEncodingException {
        return mvc.get()
                .uri("/core/audit?from=2026-01-01&to=2026-12-31")
                .with(SignedIn.as(RoleName.AUDITOR, place))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    /** All the text of a workbook. */
    private String sheet(String path, PlaceCode by) throws IOException {
        var sent = mvc.get()
                .uri(path)
                .with(SignedIn.at(by))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        var text = new StringBuilder();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sent))) {
            book.getFirstSheet().read().forEach(row -> row.stream()
                    .filter(Objects::nonNull)
                    .forEach(cell -> text.append(cell.getText()).append('\n')));
        }
        return text.toString();
    }
}
