package io.qiangcun.services.request.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What a villager asks for without an account, and what his village makes of it. Today is Monday, 16 November 2026. */
@ApplicationTest
class RequestPagesTests {

    private static final String PHONE = "138 1234 5678";
    private static final String TAIL = "5678";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    List<WarningRule> rules;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void anybodyAsksAndSeesWhereItIs() {
        assertThat(get("/services/ask")).hasStatusOk().bodyText().contains("Stone Bridge", "East Village");
        var receipt = asked("PROBLEM", "The lamp is broken");

        assertThat(track(receipt, TAIL))
                .hasStatusOk()
                .bodyText()
                .contains("/services/centre/" + places.east())
                .contains("已收到", "The lamp is broken", "您的事已经送到East Village", "2026-11-23")
                .doesNotContain("Old Li");
        assertThat(track(receipt.toLowerCase(Locale.ROOT).replace("-", " "), TAIL))
                .hasStatusOk();
        assertThat(get("/services/inbox", places.east())).bodyText().contains("The lamp is broken", "已收到");
    }

    @Test
    void whatIsWrongOfTheTwoIsNotSaid() {
        var receipt = asked("PROBLEM", "The lamp is broken");

        var wrongTail = track(receipt, "0000");
        var wrongReceipt = track("0000-0000-0000", TAIL);
        assertThat(wrongTail).hasStatus(422).bodyText().contains("没有找到").doesNotContain("The lamp is broken");
        assertThat(wrongReceipt).hasStatus(422).bodyText().contains("没有找到");
    }

    @Test
    void afterFiveWrongTriesNotEvenTheRightOneOpens() {
        var receipt = asked("PROBLEM", "The lamp is broken");
        for (var tries = 0; tries < 5; tries++) {
            track(receipt, "000" + tries);
        }

        assertThat(track(receipt, TAIL)).hasStatus(422);
        clock.advance(Duration.ofMinutes(11));
        assertThat(track(receipt, TAIL)).hasStatusOk();
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndNothingTypedIsLost() {
        var form = form("PROBLEM", "The lamp is broken");
        form.put("phone", "138");
        form.put("place", "");

        assertThat(post("/services/ask", form))
                .hasStatus(422)
                .bodyText()
                .contains("The lamp is broken", "请选择您在哪里", "Old Li");
        form.put("place", places.east().value());
        assertThat(post("/services/ask", form)).hasStatus(422).bodyText().contains("phone-error", "The lamp is broken");
    }

    @Test
    void sentTwiceItIsOne() {
        var form = form("PROBLEM", "The lamp is broken");
        post("/services/ask", form);
        post("/services/ask", form);

        assertThat(count("services_request")).isEqualTo(1);
    }

    @Test
    void aFormLeftOpenForDaysIsStillTakenAndNobodyIsRemembered() {
        var page = get("/services/ask");
        assertThat(page).bodyText().doesNotContain("_csrf");
        assertThat(page.getRequest().getSession(false)).isNull();

        var sending = mvc.post().uri("/services/ask");
        form("PROBLEM", "The lamp is broken").forEach(sending::param);
        var sent = sending.exchange();
        assertThat(sent).hasStatusOk().bodyText().contains("您的受理编号");
        assertThat(sent.getRequest().getSession(false)).isNull();
        assertThat(mvc.post().uri("/services/ask").header("Sec-Fetch-Site", "cross-site"))
                .hasStatus(403);
    }

    @Test
    void machinesLeaveNothing() {
        var form = form("PROBLEM", "Buy this");
        form.put("website", "http://example.com");

        assertThat(post("/services/ask", form)).hasStatusOk().model().doesNotContainKey("receipt");
        assertThat(count("services_request")).isZero();
    }

    @Test
    void numbersThatIdentifyPeopleAreHiddenBeforeTheyAreKept() {
        var result = post("/services/ask", form("QUESTION", "I am 150524 19700101 123X, when?"));

        assertThat(result).bodyText().contains("已经隐去，没有保存");
        assertThat(matter()).contains("150524********123X").doesNotContain("19700101");
        assertThat(secrets()).doesNotContain("Old Li").doesNotContain("13812345678");
    }

    @Test
    void whoSendsTooMuchIsToldSoAndLosesNothing() {
        var wait = Duration.ofSeconds(2);
        var asking = mvc.post().uri("/services/ask").with(csrf()).requestAttr(PublicPage.WAIT, wait);
        form("PROBLEM", "The lamp is broken").forEach(asking::param);
        assertThat(asking.exchange()).hasStatus(429).bodyText().contains("请等 3 秒", "The lamp is broken");
        var looking = mvc.post().uri("/services/track").with(csrf()).requestAttr(PublicPage.WAIT, wait);
        tracked("0000-0000-0000").forEach(looking::param);
        assertThat(looking.exchange()).hasStatus(429).bodyText().contains("提交太频繁了", "0000-0000-0000");
        assertThat(count("services_request")).isZero();
    }

    @Test
    void whatIsMissingIsAskedForOnceAndBrought() {
        var receipt = asked("PROBLEM", "The lamp is broken");
        var page = page(receipt);
        assertThat(act(page, "CLAIM", Map.of())).hasStatus3xxRedirection();
        assertThat(act(page, "SUPPLEMENT", Map.of("version", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("请写明内容");
        assertThat(act(page, "SUPPLEMENT", Map.of("version", "1", "note", "Which lamp?")))
                .hasStatus3xxRedirection();
        assertThat(get("/services/inbox?show=WAITING", places.east()))
                .bodyText()
                .contains("The lamp is broken");
        assertThat(track(receipt, TAIL)).bodyText().contains("待补正", "Which lamp?");

        assertThat(post("/services/track/supply", tracked(receipt))).hasStatus(422);
        var answer = tracked(receipt);
        answer.put("words", "The one by the bridge");
        assertThat(post("/services/track/supply", answer))
                .hasStatusOk()
                .bodyText()
                .contains("已经收到，谢谢");
        assertThat(act(page, "SUPPLEMENT", Map.of("version", "3", "note", "And the size?")))
                .hasStatus(422)
                .bodyText()
                .contains("现在不能这样办", "And the size?");
    }

    @Test
    void itIsAcceptedDecidedAndToldInPlainWords() {
        var receipt = asked("PROBLEM", "The lamp is broken");
        var page = page(receipt);
        act(page, "CLAIM", Map.of());
        act(page, "ACCEPT", Map.of("version", "1"));
        assertThat(get(page, places.east())).bodyText().contains("已受理", "2026-11-30 23:59");
        act(page, "PAUSE", Map.of("version", "2", "waiting", "EXPERT", "note", "The electrician looks at it"));
        assertThat(get(page, places.east())).bodyText().contains("等待中", "专家评审").doesNotContain("2026-11-30 23:59");
        clock.set(LocalDate.of(2026, 11, 18));
        act(page, "RESUME", Map.of("version", "3"));
        assertThat(get(page, places.east())).bodyText().contains("2026-12-02");
        assertThat(act(page, "EXTEND", Map.of("version", "4", "days", "11", "note", "Parts are late")))
                .hasStatus(422)
                .bodyText()
                .contains("最多延长 10 个工作日");
        act(page, "EXTEND", Map.of("version", "4", "days", "2", "note", "Parts are late"));
        assertThat(act(page, "EXTEND", Map.of("version", "5", "days", "2", "note", "Again")))
                .hasStatus(422);
        act(page, "DECIDE", Map.of("version", "5", "outcome", "SOLVED", "note", "A new lamp", "handedOut", "true"));

        assertThat(track(receipt, TAIL))
                .bodyText()
                .contains("已办结", "已解决", "A new lamp", "Parts are late", "The electrician looks at it")
                .doesNotContain("Holder at");
        assertThat(get("/services/inbox?show=DONE", places.east())).bodyText().contains("The lamp is broken");
    }

    @Test
    void aQuestionIsAnswered() {
        var receipt = asked("QUESTION", "When is the office open?");
        var page = page(receipt);
        act(page, "CLAIM", Map.of());
        assertThat(act(page, "ANSWER", Map.of("version", "1", "note", "At nine")))
                .hasStatus3xxRedirection();

        assertThat(track(receipt, TAIL)).bodyText().contains("已答复", "At nine");
    }

    @Test
    void nobodyTakesOverWhatSomebodyElseHas() {
        var page = page(asked("PROBLEM", "The lamp is broken"));
        act(page, "CLAIM", Map.of());
        as(places.east(), "update services_request set claimed_by = gen_random_uuid()");

        assertThat(act(page, "CLAIM", Map.of())).hasStatus(409);
        assertThat(act(page, "ACCEPT", Map.of("version", "0"))).hasStatus(409);
    }

    @Test
    void itGoesUpAndBackWithOneHolderAtATime() {
        var receipt = asked("PROBLEM", "The road is broken");
        var page = page(receipt);
        act(page, "CLAIM", Map.of());
        act(page, "HAND_OVER", Map.of("version", "1", "place", places.township().value(), "note", "Not our road"));

        assertThat(get("/services/inbox", places.east())).bodyText().doesNotContain("The road is broken");
        assertThat(get("/services/inbox?show=UNCLAIMED", places.township()))
                .bodyText()
                .contains("The road is broken");
        assertThat(act(page, "CLAIM", Map.of())).hasStatus(422);
        assertThat(act(page, "CLAIM", Map.of(), places.township())).hasStatus3xxRedirection();
        assertThat(act(page, "HAND_BACK", Map.of("version", "3", "note", "It is yours"), places.township()))
                .hasStatus3xxRedirection();
        assertThat(get("/services/inbox?show=UNCLAIMED", places.east()))
                .bodyText()
                .contains("The road is broken");
        assertThat(track(receipt, TAIL))
                .bodyText()
                .contains("转给Stone Bridge办理", "转回East Village继续办理")
                .doesNotContain("Not our road");
        assertThat(act(page, "CLAIM", Map.of())).hasStatus3xxRedirection();
        assertThat(act(
                        page,
                        "HAND_OVER",
                        Map.of("version", "5", "place", places.west().value(), "note", "")))
                .hasStatus(422);
    }

    @Test
    void theFormAtTheCounterNamesThePlaceOnce() {
        assertThat(get("/services/requests/new", places.east()))
                .bodyText()
                .containsOnlyOnce("name=\"place\"")
                .contains("<select");
    }

    @Test
    void whoAskedForSomebodyDoesNotDecide() {
        var form = recorded();
        form.put("channel", "AGENT");
        form.put("agentIsMe", "true");
        assertThat(post("/services/requests/new", form, places.east()))
                .hasStatus(422)
                .bodyText()
                .contains("请写明授权依据");
        form.put("agentBasis", "Letter of 10 November");
        assertThat(post("/services/requests/new", form, places.east())).hasStatus3xxRedirection();
        var page = "/services/requests/" + form.get("id");
        act(page, "ACCEPT", Map.of("version", "0"));

        assertThat(act(page, "DECIDE", Map.of("version", "1", "outcome", "SOLVED", "note", "Done")))
                .hasStatus(422)
                .bodyText()
                .contains("代办人不能办结自己代办的事");
        assertThatThrownBy(() -> as(
                        places.east(),
                        "update services_request set decided_at = now(), decided_by = agent_account, decided_post = 'x', "
                                + "decided_person = 'y', outcome = 'SOLVED', result = 'z'"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theTelephoneNumberIsShownForAReason() {
        var page = page(asked("PROBLEM", "The lamp is broken"));

        assertThat(get(page, places.east()))
                .bodyText()
                .contains("Old Li", "138****5678")
                .doesNotContain("13812345678");
        assertThat(post(page + "/reveal", Map.of("reason", ""), places.east())).hasStatus(422);
        assertThat(post(page + "/reveal", Map.of("reason", "To ask which lamp"), places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("13812345678");
        assertThat(get(page, places.township())).bodyText().doesNotContain("Old Li");
        assertThat(post(page + "/reveal", Map.of("reason", "Curious"), places.township()))
                .hasStatus(422);
    }

    @Test
    void whoAskedSaysOnceHowItWasAndTheHandlerNeverLearnsWho() {
        var receipt = asked("QUESTION", "When is the office open?");
        var page = page(receipt);
        assertThat(post("/services/track/rate", rated(receipt, "5"))).hasStatus(422);
        act(page, "CLAIM", Map.of());
        act(page, "ANSWER", Map.of("version", "1", "note", "At nine"));

        assertThat(post("/services/track/rate", tracked(receipt)))
                .hasStatus(422)
                .bodyText()
                .contains("请选择问题是否解决");
        assertThat(post("/services/track/rate", rated(receipt, "2")))
                .hasStatusOk()
                .bodyText()
                .contains("不满意");
        assertThat(post("/services/track/rate", rated(receipt, "5"))).hasStatus(422);
        var more = tracked(receipt);
        more.put("words", "And nobody was there");
        assertThat(post("/services/track/append", more))
                .hasStatusOk()
                .bodyText()
                .contains("And nobody was there");
        assertThat(post("/services/track/append", more)).hasStatus(422);
        assertThat(get("/services/ratings", places.east()))
                .bodyText()
                .contains("满意率 0%（1 件评价中 0 件）", "Not what I wanted", "And nobody was there")
                .doesNotContain(receipt)
                .doesNotContain("Old Li");
        assertThat(get(page, places.east())).bodyText().doesNotContain("不满意");
        assertThat(get("/services/ratings", places.west())).bodyText().doesNotContain("Not what I wanted");
    }

    @Test
    void aBadOneIsLookedIntoByThePlaceAbove() {
        var receipt = asked("QUESTION", "When is the office open?");
        var page = page(receipt);
        act(page, "CLAIM", Map.of());
        act(page, "ANSWER", Map.of("version", "1", "note", "At nine"));
        post("/services/track/rate", rated(receipt, "1"));
        var ticket = page.replace("requests", "ratings");

        assertThat(get("/services/ratings", places.township()))
                .bodyText()
                .contains("需要回访整改的差评", "Old Li", "13812345678", "2026-11-17");
        assertThat(post(ticket, Map.of("step", "CONTACTED", "note", "x"), places.east()))
                .hasStatus(403);
        assertThat(post(ticket, Map.of("step", "RESOLVED", "note", "Put right"), places.township()))
                .hasStatus(422);
        assertThat(post(ticket, Map.of("step", "CONTACTED", "note", "Spoke to him"), places.township()))
                .hasStatus3xxRedirection();
        assertThat(post(ticket, Map.of("step", "RESOLVED", "note", "Put right"), places.township()))
                .hasStatus3xxRedirection();
        assertThat(track(receipt, TAIL)).bodyText().contains("Put right");
        assertThat(post(ticket, Map.of("step", "CONTACTED", "note", "x"), places.west()))
                .hasStatus(403);
    }

    @Test
    void afterThirtyDaysNobodyIsAsked() {
        var receipt = asked("QUESTION", "When is the office open?");
        var page = page(receipt);
        act(page, "CLAIM", Map.of());
        act(page, "ANSWER", Map.of("version", "1", "note", "At nine"));
        clock.set(LocalDate.of(2026, 12, 17));

        assertThat(post("/services/track/rate", rated(receipt, "5")))
                .hasStatus(422)
                .bodyText()
                .contains("评价已经截止");
    }

    @Test
    void whoIsLateIsWarned() {
        var receipt = asked("PROBLEM", "The lamp is broken");
        clock.set(LocalDate.of(2026, 11, 25));

        assertThat(findings("services.request-untold")).containsExactly(receipt);
        assertThat(get("/services/inbox?show=OVERDUE", places.east()))
                .bodyText()
                .contains("The lamp is broken");
        var page = page(receipt);
        act(page, "CLAIM", Map.of());
        act(page, "ACCEPT", Map.of("version", "1"));
        assertThat(findings("services.request-untold")).isEmpty();
        // accepted too late it counts from the day on which it came
        clock.set(LocalDate.of(2026, 12, 1));
        assertThat(findings("services.request-overdue")).containsExactly(receipt);
    }

    private List<String> findings(String code) {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            return transaction.execute(status -> rules.stream()
                    .filter(rule -> rule.code().equals(code))
                    .flatMap(rule -> rule.findings(county, LocalDate.now(clock)))
                    .map(finding -> finding.title().get(1))
                    .toList());
        }
    }

    private static Map<String, String> rated(String receipt, String stars) {
        var form = tracked(receipt);
        form.put("stars", stars);
        form.put("solved", "NO");
        form.put("words", "Not what I wanted");
        return form;
    }

    @Test
    void whoAskedTakesItBack() {
        var receipt = asked("PROBLEM", "The lamp is broken");
        var form = tracked(receipt);
        form.put("reason", "It works again");
        assertThat(post("/services/track/withdraw", form))
                .hasStatusOk()
                .bodyText()
                .contains("已撤回", "It works again");
        assertThat(post("/services/track/withdraw", form)).hasStatus(422);
    }

    @Test
    void theDatabaseKeepsWhatWasSaid() {
        asked("PROBLEM", "The lamp is broken");

        assertThatThrownBy(() -> as(places.east(), "update services_request set matter = 'Nothing'"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () -> as(places.east(), "update services_request set state = 'ACCEPTED', accepted_at = now()"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(places.east(), "delete from services_request"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyElseSeesIt() throws Exception {
        var page = page(asked("PROBLEM", "The lamp is broken"));

        assertThat(get(page, places.west())).hasStatus(404);
        assertThat(act(page, "CLAIM", Map.of(), places.west())).hasStatus(404);
        assertThat(get("/services/inbox?show=BELOW", places.west())).bodyText().doesNotContain("The lamp is broken");
        assertThat(statementsOf(() -> get("/services/inbox", places.east()))).hasSizeLessThanOrEqualTo(15);
        assertThat(statementsOf(() -> get(page, places.east()))).hasSizeLessThanOrEqualTo(15);
    }

    private String asked(String purpose, String matter) {
        var result = post("/services/ask", form(purpose, matter));
        assertThat(result).hasStatusOk().model().containsEntry("tail", TAIL);
        return String.valueOf(requireNonNull(result.getMvcResult().getModelAndView())
                .getModel()
                .get("receipt"));
    }

    private Map<String, String> form(String purpose, String matter) {
        return new HashMap<>(Map.of(
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
                PHONE));
    }

    private Map<String, String> recorded() {
        var form = form("PROBLEM", "The lamp is broken");
        form.put("channel", "COUNTER");
        return form;
    }

    private static Map<String, String> tracked(String receipt) {
        return new HashMap<>(Map.of("receipt", receipt, "tail", TAIL));
    }

    private MvcTestResult track(String receipt, String tail) {
        return post("/services/track", Map.of("receipt", receipt, "tail", tail));
    }

    private String page(String receipt) {
        return "/services/requests/"
                + read("select request_id::text from services_request where receipt = '" + receipt + "'");
    }

    private MvcTestResult act(String page, String act, Map<String, String> values) {
        return act(page, act, values, places.east());
    }

    private MvcTestResult act(String page, String act, Map<String, String> values, PlaceCode at) {
        var form = new HashMap<>(values);
        form.put("act", act);
        return post(page, form, at);
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

    private long count(String table) {
        return Long.parseLong(read("select count(*)::text from " + table));
    }

    private String matter() {
        return read("select matter from services_request");
    }

    private String secrets() {
        return read("select encode(applicant, 'escape') || encode(phone, 'escape') from services_request");
    }

    private String read(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            return String.valueOf(transaction.<String>execute(
                    status -> database.sql(sql).query(String.class).single()));
        }
    }

    private void as(PlaceCode place, String sql) {
        try (var scope = Scope.as(Jurisdiction.within(place))) {
            transaction.executeWithoutResult(status -> database.sql(sql).update());
        }
    }
}
