package io.qiangcun.services.answer.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.register.EnterRow;
import io.qiangcun.core.register.RegisterService;
import io.qiangcun.core.register.RowId;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
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

/** What is answered to many: read by anybody, offered to whoever asks, taken by whoever answers. Today is 16 November 2026. */
@ApplicationTest
class StandardAnswerPagesTests {

    private static final String OPEN_HOURS = "服务中心几点开门？";
    private static final String AT_NINE = "工作日九点到十七点。";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    RegisterService registers;

    @Autowired
    CurrentAccount current;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private PlaceFixtures places;
    private RowId hours;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        hours = written(OPEN_HOURS, AT_NINE, "2026-01-01", "");
    }

    @Test
    void anybodyReadsWhatHoldsAndNothingElse() {
        written("旧的收费标准是多少？", "不再收费。", "2024-01-01", "2025-12-31");
        written("明年的补贴怎么领？", "明年公布。", "2027-01-01", "");

        assertThat(get("/services/answers?at=" + places.county()))
                .hasStatusOk()
                .bodyText()
                .contains(OPEN_HOURS, AT_NINE, "出处：办事须知")
                .doesNotContain("旧的收费标准", "明年的补贴");
        assertThat(get("/services/answers?at=" + PlaceFixtures.plantedIn(tree).county()))
                .bodyText()
                .doesNotContain(OPEN_HOURS);
    }

    @Test
    void isFoundByHowPeopleAsk() {
        written("老人不会用手机怎么办？", "可以到窗口办。", "2026-01-01", "");

        assertThat(get("/services/answers?words=几点开门&at=" + places.county()))
                .bodyText()
                .contains(OPEN_HOURS)
                .doesNotContain("老人不会用手机");
        assertThat(get("/services/answers?words=xyz&at=" + places.county()))
                .bodyText()
                .contains("没有找到");
    }

    @Test
    void whoHasThePageAlreadyGetsNoSecondOne() {
        var page = "/services/answers?at=" + places.county();
        var tag = requireNonNull(get(page).getResponse().getHeader("ETag"));

        assertThat(mvc.get().uri(page).header("If-None-Match", tag).exchange()).hasStatus(304);
        written("老人不会用手机怎么办？", "可以到窗口办。", "2026-01-01", "");
        assertThat(mvc.get().uri(page).header("If-None-Match", tag).exchange()).hasStatusOk();
    }

    @Test
    void aQuestionIsAnsweredBeforeItIsSentAndNothingIsKept() {
        assertThat(asked("QUESTION", "几点开门呀", ""))
                .hasStatusOk()
                .bodyText()
                .contains("这些能回答您吗", AT_NINE, "几点开门呀", "Old Li", "13812345678");
        assertThat(requests()).isZero();

        assertThat(asked("QUESTION", "几点开门呀", "true")).bodyText().contains("您的受理编号");
        assertThat(requests()).isEqualTo(1);
    }

    @Test
    void standsOnTheDoorOfEachCentre() {
        assertThat(mvc.post()
                        .uri("/services/centres/new")
                        .with(SignedIn.at(places.east()))
                        .param("id", UUID.randomUUID().toString())
                        .param("version", "")
                        .param("place", places.east().value())
                        .param("kind", "CENTRE")
                        .param("name", "East Centre")
                        .param("address", "By the gate")
                        .param("openedOn", "2026-01-05"))
                .hasStatus3xxRedirection();

        assertThat(get("/services/centre/" + places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("大家常问", OPEN_HOURS, AT_NINE, "办事须知");
    }

    @Test
    void whoseTroubleItIsOrWhoAsksSomethingElseIsNotHeldUp() {
        assertThat(asked("PROBLEM", "几点开门呀", "")).bodyText().contains("您的受理编号");
        assertThat(asked("QUESTION", "xyz", "")).bodyText().contains("您的受理编号");
    }

    @Test
    void whoAnswersStartsFromItAndItIsCounted() throws Exception {
        asked("QUESTION", "几点开门呀", "true");
        var page =
                "/services/requests/" + there("select request_id::text from services_request where place_code >= '%s'");
        post(page, Map.of("act", "CLAIM"), places.east());
        assertThat(get(page, places.east())).bodyText().contains("可以从标准答复写起", AT_NINE);
        assertThat(statementsOf(() -> get(page, places.east()))).hasSizeLessThanOrEqualTo(15);

        var use = new HashMap<>(Map.of("version", "1", "note", "您好，", "use", hours.toString()));
        assertThat(post(page + "/standard", use, places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("您好，\n" + AT_NINE)
                .contains("name=\"standard\" value=\"" + hours + "\"");
        assertThat(post(page + "/standard", use, places.west())).hasStatus(404);

        var answer =
                new HashMap<>(Map.of("act", "ANSWER", "version", "1", "note", AT_NINE, "standard", hours.toString()));
        assertThat(post(page, answer, places.east())).hasStatus3xxRedirection();
        assertThat(there("select count(*)::text from services_answer_use where place_code >= '%s'"))
                .isEqualTo("1");
    }

    private RowId written(String question, String answer, String from, String until) {
        var id = RowId.next();
        try (var here = SignedIn.here(database, places.county(), null)) {
            registers.enter(
                    current.jurisdiction(),
                    current.actor(),
                    new EnterRow(
                            id,
                            "services.answer",
                            places.county(),
                            null,
                            Map.of(
                                    "question", question,
                                    "answer", answer,
                                    "source", "办事须知",
                                    "validFrom", from,
                                    "validTo", until),
                            Map.of()),
                    List.of());
        }
        return id;
    }

    private MvcTestResult asked(String purpose, String matter, String seen) {
        return post(
                "/services/ask",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "purpose",
                        purpose,
                        "matter",
                        matter,
                        "place",
                        places.east().value(),
                        "applicant",
                        "Old Li",
                        "phone",
                        "13812345678",
                        "seen",
                        seen));
    }

    private long requests() {
        return Long.parseLong(there("select count(*)::text from services_request where place_code >= '%s'"));
    }

    private String there(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            return String.valueOf(transaction.<String>execute(status -> database.sql(sql.formatted(places.county()))
                    .query(String.class)
                    .single()));
        }
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
}
