package io.qiangcun.services.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.attachment.SampleFiles;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.grid.gridevent.EventFixtures;
import io.qiangcun.grid.gridevent.EventFixtures.Net;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What is closed by two, what a department sees, and what is archived. Today is Monday, 16 November 2026. */
@ApplicationTest
class RequestClosingTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    EventFixtures grids;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    List<RecurringJob> jobs;

    private Net net;

    @BeforeEach
    void plant() {
        net = grids.plant();
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void anUnreasonableDemandIsClosedByTwoAndCountsInNoRate() {
        var page = accepted(asked("Give me the neighbour's field"));
        assertThat(act(page, "EXPLAIN", Map.of("version", "2"), net.village())).hasStatus(422);
        assertThat(act(page, "EXPLAIN", Map.of("version", "2", "note", "It is his, see the map"), net.village()))
                .hasStatus3xxRedirection();
        assertThat(act(page, "CONFIRM", Map.of("version", "3", "note", "So it is"), net.village()))
                .hasStatus(422)
                .bodyText()
                .contains("解释和确认要由两个人办");
        assertThat(act(page, "DECIDE", Map.of("version", "3", "outcome", "SOLVED", "note", "x"), net.village()))
                .hasStatus(422);
        assertThat(act(
                        page,
                        "CONFIRM",
                        Map.of("version", "3", "note", "So it is"),
                        net.places().west()))
                .hasStatus(404);
        assertThat(get(page, net.township())).bodyText().contains("It is his, see the map", "同意，按不合理诉求办结");
        assertThat(act(page, "CONFIRM", Map.of("version", "3", "note", "So it is"), net.township()))
                .hasStatus3xxRedirection();

        assertThat(track())
                .bodyText()
                .contains("诉求不合理，已书面解释", "It is his, see the map")
                .doesNotContain("So it is");
        assertThat(get("/services/ratings", net.village())).bodyText().contains("办结 0 件，评价 0 件", "另有 1 件经两人确认的不合理诉求");
    }

    @Test
    void whoeverLooksAgainMaySeeItOtherwise() {
        var page = accepted(asked("Give me the neighbour's field"));
        act(page, "EXPLAIN", Map.of("version", "2", "note", "It is his"), net.village());
        assertThat(act(page, "DECLINE", Map.of("version", "3"), net.township())).hasStatus(422);
        assertThat(act(page, "DECLINE", Map.of("version", "3", "note", "Measure it first"), net.township()))
                .hasStatus3xxRedirection();
        assertThat(act(page, "DECIDE", Map.of("version", "4", "outcome", "SOLVED", "note", "Measured"), net.village()))
                .hasStatus3xxRedirection();
    }

    @Test
    void theDatabaseWantsTwoPeople() {
        var page = accepted(asked("Give me the neighbour's field"));
        act(page, "EXPLAIN", Map.of("version", "2", "note", "It is his"), net.village());

        assertThatThrownBy(
                        () -> as(
                                "update services_request set outcome = 'UNREASONABLE', result = 'x', decided_at = now(), "
                                        + "decided_by = explained_by, decided_post = explained_post, decided_person = explained_person"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aDepartmentSeesThePhotosOfWhatItHoldsAndNothingElse() {
        var page = accepted(asked("The pipe is broken"));
        assertThat(get(page, net.department())).hasStatus(404);
        act(
                page,
                "HAND_OVER",
                Map.of("version", "2", "place", net.department().value(), "note", "Yours"),
                net.village());
        var photo = read("select attachment_id::text from attachment where removed_at is null");
        var own = page + "/photos/" + photo;

        assertThat(get(page, net.department()))
                .hasStatusOk()
                .bodyText()
                .contains("pipe.jpg", own)
                .doesNotContain("/core/attachments/");
        assertThat(get(own, net.department())).hasStatusOk();
        assertThat(get("/core/attachments/" + photo, net.department())).hasStatus(404);
        assertThat(get(page + "/photos/" + UUID.randomUUID(), net.department())).hasStatus(404);
        assertThat(get(own, net.places().west())).hasStatus(404);
        act(page, "CLAIM", Map.of(), net.department());
        act(page, "HAND_BACK", Map.of("version", "4", "note", "Not ours"), net.department());
        assertThat(get(own, net.department())).hasStatus(404);
    }

    @Test
    void whatIsLongOverIsArchivedAndFoundByItsWords() {
        var page = accepted(asked("The lamp is broken"));
        act(
                page,
                "DECIDE",
                Map.of("version", "2", "outcome", "SOLVED", "note", "New lamp", "handedOut", "true"),
                net.village());
        clock.set(LocalDate.of(2026, 12, 10));
        archive();
        assertThat(read("select state from services_request")).isEqualTo("DELIVERED");
        clock.set(LocalDate.of(2026, 12, 20));
        archive();
        archive();

        assertThat(read("select state from services_request")).isEqualTo("ARCHIVED");
        assertThat(get("/services/inbox?show=DONE", net.village())).bodyText().doesNotContain("The lamp is broken");
        assertThat(get("/services/inbox?show=DONE&text=lamp", net.village()))
                .bodyText()
                .contains("The lamp is broken");
        assertThat(get(page, net.village())).bodyText().contains("已归档", "归档", "保管至 2036年底");
        assertThat(track()).bodyText().contains("这件事已经结束");
    }

    @Test
    void whatSomebodyStillLooksIntoIsNotArchived() {
        var page = accepted(asked("The lamp is broken"));
        act(
                page,
                "DECIDE",
                Map.of("version", "2", "outcome", "SOLVED", "note", "New lamp", "handedOut", "true"),
                net.village());
        post("/services/track/rate", Map.of("receipt", receipt(), "tail", "5678", "stars", "1", "solved", "NO"));
        clock.set(LocalDate.of(2026, 12, 20));
        archive();

        assertThat(read("select state from services_request")).isEqualTo("RATED");
    }

    private void archive() {
        var everywhere = Jurisdiction.everywhere();
        try (var scope = Scope.as(everywhere)) {
            jobs.stream()
                    .filter(job -> job.name().equals("services.request-archive"))
                    .forEach(job -> job.work().accept(everywhere));
        }
    }

    private String accepted(String page) {
        act(page, "CLAIM", Map.of(), net.village());
        act(page, "ACCEPT", Map.of("version", "1"), net.village());
        return page;
    }

    private String asked(String matter) {
        var request = mvc.post()
                .uri("/services/ask")
                .multipart()
                .file(new MockMultipartFile("photos", "pipe.jpg", "image/jpeg", SampleFiles.jpeg(40, 30)))
                .with(csrf());
        var form = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "purpose",
                "PROBLEM",
                "matter",
                matter,
                "place",
                net.village().value(),
                "applicant",
                "Old Li",
                "phone",
                "138 1234 5678"));
        form.forEach(request::param);
        request.exchange();
        return "/services/requests/" + form.get("id");
    }

    private String receipt() {
        return read("select receipt from services_request");
    }

    private MvcTestResult track() {
        return post("/services/track", Map.of("receipt", receipt(), "tail", "5678"));
    }

    private MvcTestResult act(String page, String act, Map<String, String> values, PlaceCode at) {
        var request = mvc.post().uri(page).with(SignedIn.at(at)).param("act", act);
        values.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String path, PlaceCode at) {
        return mvc.get().uri(path).with(SignedIn.at(at)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> values) {
        var request = mvc.post().uri(path).with(csrf());
        values.forEach(request::param);
        return request.exchange();
    }

    private String read(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(net.county()))) {
            return String.valueOf(transaction.<String>execute(
                    status -> database.sql(sql).query(String.class).single()));
        }
    }

    private void as(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(net.village()))) {
            transaction.executeWithoutResult(status -> database.sql(sql).update());
        }
    }
}
