package io.qiangcun.services.feedback.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What anybody says about the software and the work, and what the county makes of it. Today is Monday, 16 November 2026. */
@ApplicationTest
class FeedbackPagesTests {

    private static final String FORM = "/services/feedback";
    private static final String LIST = "/services/opinions";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<WarningRule> rules;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void everyPageLeadsToItAndToWhoRunsTheSoftware() {
        for (var path : List.of("/services/ask", "/services/items", "/about")) {
            assertThat(get(path)).hasStatusOk().bodyText().contains("href=\"/services/feedback\"", "href=\"/about\"");
        }
        assertThat(get("/services/inbox", places.east()))
                .bodyText()
                .contains("href=\"/services/feedback\"", "href=\"/about\"");
        assertThat(get("/about")).bodyText().contains("主办单位", "尚未备案", "版本");
    }

    @Test
    void thePageSomebodyComesFromIsKeptWithoutWhatWasAskedOfIt() {
        var answer = mvc.get()
                .uri(FORM)
                .header("Referer", "http://localhost/services/inbox?text=secret")
                .with(SignedIn.at(places.east()))
                .exchange();
        assertThat(answer).bodyText().contains("/services/inbox").doesNotContain("secret");

        post(FORM, form(Map.of("page", "/services/inbox?text=secret")), places.east());
        assertThat(read("select page from services_feedback")).isEqualTo("/services/inbox");
        assertThat(read("select count(*)::text from services_feedback where sender_post is not null"))
                .isEqualTo("1");
    }

    @Test
    void ofSomebodyUnknownNothingIsKept() {
        post(FORM, form(Map.of("unknown", "true", "page", "/services/requests/" + UUID.randomUUID())), places.east());

        assertThat(
                        read(
                                "select coalesce(sender_post, '') || coalesce(sender_person, '') || page from services_feedback"))
                .isEqualTo("/services/requests/…");
        assertThat(
                        read(
                                "select count(*)::text from audit_entry where type like '%FeedbackReceived' and account_id is not null"))
                .isEqualTo("0");
    }

    @Test
    void itGoesToTheCountyAndNeverToThoseBelow() {
        send("The same table is asked for twice");

        assertThat(get(LIST, places.county())).hasStatusOk().bodyText().contains("The same table", "2026-11-23");
        assertThat(get(LIST, places.township())).hasStatus(403);
        assertThat(get(LIST, places.east())).hasStatus(403);
        var other = PlaceFixtures.plantedIn(tree);
        assertThat(get(LIST, other.county())).bodyText().doesNotContain("The same table");
        assertThat(get(page(), other.county())).hasStatus(404);
        assertThat(post(page(), Map.of("act", "ANSWER", "words", "No"), other.county()))
                .hasStatus(404);
    }

    @Test
    void theCountyAnswersClosesCorrectsAndTellsWhatWasChanged() {
        var receipt = send("The same table is asked for twice");
        assertThat(post(page(), Map.of("act", "ANSWER", "words", ""), places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("请写几个字");
        post(page(), Map.of("act", "ANSWER", "words", "We look into it"), places.county());
        assertThat(post(page(), Map.of("act", "ANSWER", "words", "Again"), places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("现在不能这样办", "Again");
        assertThat(post(page(), Map.of("act", "RELEASE", "publicSaid", "Tables", "publicDone", "One"), places.county()))
                .hasStatus(422);
        post(page(), Map.of("act", "CLOSE", "words", "One table is gone"), places.county());
        post(page(), Map.of("act", "CORRECT", "words", "Two tables are gone"), places.county());

        assertThat(track(receipt, "5678"))
                .hasStatusOk()
                .bodyText()
                .contains("We look into it", "One table is gone", "Two tables are gone");
        assertThat(get(FORM + "/answers")).bodyText().doesNotContain("Table too often");
        post(
                page(),
                Map.of("act", "RELEASE", "publicSaid", "Table too often", "publicDone", "Asked for once"),
                places.county());
        assertThat(get(FORM + "/answers"))
                .bodyText()
                .contains("Table too often", "Asked for once")
                .doesNotContain("The same table");
        post(page(), Map.of("act", "RETRACT", "words", "Wrong words"), places.county());
        assertThat(get(FORM + "/answers")).bodyText().doesNotContain("Table too often");
    }

    @Test
    void theNumberIsSealedAndSeenOnlyForAReason() {
        var receipt = send("The same table is asked for twice");
        assertThat(read("select encode(phone, 'escape') from services_feedback"))
                .doesNotContain("13812345678");
        assertThat(get(page(), places.county())).bodyText().doesNotContain("13812345678");

        assertThat(post(page() + "/reveal", Map.of("reason", ""), places.county()))
                .hasStatus(422)
                .bodyText()
                .doesNotContain("13812345678");
        assertThat(post(page() + "/reveal", Map.of("reason", "To ask him"), places.county()))
                .bodyText()
                .contains("13812345678");
        assertThat(track(receipt, "0000")).hasStatus(422).bodyText().doesNotContain("The same table");
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        var form = form(Map.of("phone", "138", "words", "Fine words"));
        assertThat(post(FORM, form)).hasStatus(422).bodyText().contains("Fine words");
        form.put("kind", "");
        assertThat(post(FORM, form)).hasStatus(422).bodyText().contains("请选择是哪方面的", "Fine words");
        form.put("kind", "NONSENSE");
        form.put("phone", "");
        assertThat(post(FORM, form)).hasStatus(422).bodyText().contains("请选择是哪方面的");

        var fast = mvc.post().uri(FORM).with(csrf()).requestAttr(PublicPage.WAIT, Duration.ofSeconds(9));
        form.forEach(fast::param);
        assertThat(fast.exchange()).hasStatus(429).bodyText().contains("Fine words");
    }

    @Test
    void numbersThatIdentifyPeopleAreHiddenMachinesLeaveNothingAndTwiceIsOnce() {
        post(FORM, form(Map.of("website", "http://example.com")));
        assertThat(read("select count(*)::text from services_feedback")).isEqualTo("0");
        var form = form(Map.of("words", "I am 150524199001011234"));
        post(FORM, form);
        post(FORM, form);

        assertThat(read("select words from services_feedback")).doesNotContain("199001011234");
    }

    @Test
    void whatIsLateIsAWarningOfTheCounty() {
        send("The same table is asked for twice");
        var rule = rules.stream()
                .filter(one -> one.code().equals("services.feedback-overdue"))
                .findFirst()
                .orElseThrow();
        var there = Jurisdiction.within(places.county());
        try (var scope = Scope.as(there)) {
            transaction.executeWithoutResult(status -> {
                assertThat(rule.findings(there, LocalDate.of(2026, 11, 23))).isEmpty();
                assertThat(rule.findings(there, LocalDate.of(2026, 11, 24))).hasSize(1);
            });
        }
    }

    @Test
    void aListTakesFewStatements() throws Exception {
        for (var number = 0; number < 5; number++) {
            send("Number " + number);
        }

        assertThat(statementsOf(() -> get(LIST, places.county()))).hasSizeLessThanOrEqualTo(15);
    }

    private String send(String words) {
        var answer = post(FORM, form(Map.of("words", words)));
        return String.valueOf(requireNonNull(answer.getMvcResult().getModelAndView())
                .getModel()
                .get("receipt"));
    }

    private Map<String, String> form(Map<String, String> values) {
        var form = new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "county", places.county().value(),
                "kind", "BURDEN",
                "page", "/services/ask",
                "words", "The same table is asked for twice",
                "phone", "13812345678"));
        form.putAll(values);
        return form;
    }

    private String page() {
        return LIST + "/" + read("select feedback_id::text from services_feedback");
    }

    private MvcTestResult track(String receipt, String tail) {
        return post(FORM + "/track", Map.of("receipt", receipt, "tail", tail));
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private MvcTestResult get(String path, PlaceCode at) {
        return mvc.get().uri(path).with(SignedIn.at(at)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> values) {
        var request = mvc.post().uri(path).with(csrf());
        values.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult post(String path, Map<String, String> values, PlaceCode at) {
        var request = mvc.post().uri(path).with(SignedIn.at(at));
        values.forEach(request::param);
        return request.exchange();
    }

    private String read(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            return String.valueOf(transaction.<String>execute(
                    status -> database.sql(sql).query(String.class).single()));
        }
    }
}
