package io.qiangcun.services.callback.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.audit.AuditSealer;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What was closed in October is drawn in November and asked about. Today is Monday, 16 November 2026. */
@ApplicationTest
class CallbackPagesTests {

    private static final String LIST = "/services/callbacks";
    private static final String PHONE = "13812345678";
    private static final Map<String, String> SOLVED =
            Map.of("act", "ANSWER", "answers[SOLVED]", "YES", "answers[MONEY]", "NO", "answers[SATISFIED]", "5");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AuditSealer sealer;

    @Autowired
    TestClock clock;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    List<RecurringJob> jobs;

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
    void anybodyDrawsTheSameFromWhatThePageShows() throws Exception {
        for (var number = 0; number < 7; number++) {
            closed("Lamp " + number);
        }
        seal();
        var page = drawn();

        var html = get(page, places.county()).getResponse().getContentAsString();
        var seed = Pattern.compile("<code>([0-9a-f]{64})</code>").matcher(html);
        assertThat(seed.find()).isTrue();
        var set = get(page + "/set", places.county()).getResponse().getContentAsString();
        var again = set.lines()
                .sorted(Comparator.comparing(id -> sha256(seed.group(1) + id)))
                .limit(5)
                .toList();

        assertThat(html).contains("当月办结 7 件，抽取 5 件", "2026-10-31");
        assertThat(set.lines()).hasSize(7);
        assertThat(list("select request_id::text from services_callback order by position"))
                .isEqualTo(again);
        assertThat(html)
                .containsSubsequence(
                        list(
                                "select r.receipt from services_callback c join services_request r using (request_id) order by position"));
        assertThat(get(page, places.township())).hasStatusOk().bodyText().contains(seed.group(1));
        assertThat(get(call(), places.township())).bodyText().contains("<code>" + again.get(0) + "</code>");
    }

    @Test
    void aMonthIsDrawnOnceAndOnlyWhenItIsOverAndSealed() {
        closed("Lamp");
        seal();
        assertThat(get(LIST, places.county())).bodyText().contains("2026-10", "2026-09-30 没有封存记录");
        assertThat(draw("2026-09", places.county())).hasStatus(422).bodyText().contains("没有种子，不能抽取");
        assertThat(draw("2026-11", places.county())).hasStatus(422).bodyText().contains("还没有过完");
        assertThat(draw("2026-10", places.township())).hasStatus(403);
        drawn();
        assertThat(draw("2026-10", places.county())).hasStatus(422).bodyText().contains("不能再抽");
        assertThat(draw("nonsense", places.county())).hasStatus(400);
    }

    @Test
    void theJobDrawsTheLastMonthOnce() {
        closed("Lamp");
        seal();
        for (var night = 0; night < 2; night++) {
            runJob();
        }

        assertThat(read("select count(*)::text from services_callback_draw")).isEqualTo("1");
        assertThat(read("select count(*)::text from services_callback")).isEqualTo("1");
        assertThat(get(LIST, places.township())).bodyText().contains("等待本级回访 1 件", "Lamp");
    }

    @Test
    void petitionsAndWhatWasTakenBackAreNotDrawn() {
        closed("Lamp");
        var back = asked("Never mind");
        clock.set(LocalDate.of(2026, 10, 13));
        post(
                "/services/track/withdraw",
                Map.of(
                        "receipt",
                        read("select receipt from services_request where matter = 'Never mind'"),
                        "tail",
                        "5678"));
        seal();
        drawn();

        assertThat(read("select count(*)::text from services_request where closed_at is not null"))
                .isEqualTo("2");
        assertThat(read("select closed_ids from services_callback_draw"))
                .doesNotContain(back.substring(back.lastIndexOf('/') + 1));
    }

    @Test
    void theTownshipCallsUnlessItHadItItself() {
        var page = asked("Bridge");
        act(page, Map.of("act", "CLAIM"), places.east());
        act(
                page,
                Map.of(
                        "act",
                        "HAND_OVER",
                        "version",
                        "1",
                        "place",
                        places.township().value(),
                        "note",
                        "Yours"),
                places.east());
        act(page, Map.of("act", "CLAIM"), places.township());
        act(page, Map.of("act", "ACCEPT", "version", "3"), places.township());
        act(page, decided("4"), places.township());
        closed("Lamp");
        seal();
        drawn();

        assertThat(list("select title || ' ' || place_code from services_callback order by title"))
                .containsExactly("Bridge " + places.county(), "Lamp " + places.township());
        var bridge = LIST + "/" + read("select callback_id::text from services_callback where title = 'Bridge'");
        assertThat(get(bridge, places.township())).hasStatus(404);
        assertThat(post(bridge, Map.of("act", "CLAIM"), places.county())).hasStatus3xxRedirection();
    }

    @Test
    void whoDealtWithItIsRefusedByTheServiceAndByTheDatabase() {
        var page = asked("Bridge");
        act(page, Map.of("act", "CLAIM"), places.east());
        act(
                page,
                Map.of(
                        "act",
                        "HAND_OVER",
                        "version",
                        "1",
                        "place",
                        places.county().value(),
                        "note",
                        "Yours"),
                places.east());
        act(page, Map.of("act", "CLAIM"), places.county());
        act(page, Map.of("act", "ACCEPT", "version", "3"), places.county());
        act(page, decided("4"), places.county());
        seal();
        drawn();

        assertThat(post(call(), Map.of("act", "CLAIM"), places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("您经手过这件事");
        assertThatThrownBy(() -> write("update services_callback set caller_place = place_code, caller_post = 'x', "
                        + "caller_person = (select a.person from services_request_act a where a.kind = 'DECIDE')"))
                .isInstanceOf(DataAccessException.class);
        assertThat(post(call(), Map.of("act", "CLAIM"), places.township())).hasStatus3xxRedirection();
    }

    @Test
    void onlyWhoMakesTheCallSeesTheNumber() {
        oneCall();
        assertThat(post(call() + "/reveal", Map.of(), places.township()))
                .hasStatus(422)
                .bodyText()
                .doesNotContain(PHONE);
        claim();
        assertThat(post(call() + "/reveal", Map.of(), places.county()))
                .hasStatus(422)
                .bodyText()
                .doesNotContain(PHONE);
        assertThat(get(call(), places.township())).bodyText().doesNotContain(PHONE, "Old Li");

        assertThat(post(call() + "/reveal", Map.of(), places.township()))
                .hasStatusOk()
                .bodyText()
                .contains(PHONE, "Old Li");
        assertThat(read("select count(*)::text || max(login) from audit_entry where type like '%ApplicantRevealed'"))
                .isEqualTo("1township-" + places.township());
        post(call(), SOLVED, places.township());
        assertThat(post(call() + "/reveal", Map.of(), places.township())).hasStatus(422);
    }

    @Test
    void ofTwoWhoTakeItOneIsTold() {
        oneCall();
        assertThat(post(call(), Map.of("act", "CLAIM"), places.county())).hasStatus3xxRedirection();
        assertThat(post(call(), Map.of("act", "CLAIM"), places.township())).hasStatus(409);
        assertThat(post(call(), SOLVED, places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("由别的同事回访");
        assertThat(post(call(), Map.of("act", "RELEASE"), places.county())).hasStatus3xxRedirection();
        assertThat(post(call(), Map.of("act", "CLAIM"), places.township())).hasStatus3xxRedirection();
    }

    @Test
    void theCountyFreesACallWhoseCallerIsGone() {
        oneCall();
        claim();
        assertThat(get(call(), places.county())).bodyText().contains("改由别人回访").doesNotContain("保存群众的回答");
        assertThat(post(call(), Map.of("act", "RELEASE"), places.county())).hasStatus3xxRedirection();
        assertThat(post(call(), Map.of("act", "RELEASE"), places.county())).hasStatus(422);
        claim();
    }

    @Test
    void whomNobodyReachesCountsApart() {
        oneCall();
        claim();
        for (var number = 0; number < 3; number++) {
            assertThat(get(call(), places.township())).bodyText().contains("没有打通");
            post(call(), Map.of("act", "MISS", "note", "Rang out"), places.township());
        }

        assertThat(get(call(), places.township())).bodyText().contains("多次打不通", "Rang out");
        assertThat(post(call(), SOLVED, places.township())).hasStatus(422);
        assertThat(get(LIST + "/draws/" + read("select draw_id::text from services_callback_draw"), places.county()))
                .bodyText()
                .contains("打通 0 件，多次打不通 1 件", "还没有打通的回访");
    }

    @Test
    void whatIsMissingIsSaidAndNothingTypedIsLost() {
        oneCall();
        claim();
        assertThat(post(
                        call(),
                        Map.of("act", "ANSWER", "answers[SOLVED]", "NO", "answers[WORDS]", "Nobody came"),
                        places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("请选择一项", "Nobody came")
                .containsPattern("value=\"NO\"[^>]*checked");
        assertThat(post(call(), SOLVED, places.township())).hasStatus3xxRedirection();
        assertThat(post(call(), SOLVED, places.township())).hasStatus(422);
        assertThat(get(LIST, places.county())).bodyText().contains("1 / 1（100%）");
    }

    @Test
    void closedAsSolvedAndNotSolvedIsLookedIntoUntilItIsSettled() {
        oneCall();
        claim();
        post(
                call(),
                Map.of(
                        "act",
                        "ANSWER",
                        "answers[SOLVED]",
                        "NO",
                        "answers[MONEY]",
                        "NO",
                        "answers[SATISFIED]",
                        "2",
                        "answers[WORDS]",
                        "I am 150524199001011234"),
                places.township());

        assertThat(findings()).isEqualTo(1);
        assertThat(get(LIST + "/findings", places.township())).bodyText().contains("登记为已解决，群众说没有解决", "等待核实");
        assertThat(read("select answer from services_callback_answer where question = 'WORDS'"))
                .doesNotContain("199001011234");
        assertThat(post(call(), Map.of("act", "SETTLE", "settled", ""), places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("请写明怎么处理的");
        assertThat(post(call(), Map.of("act", "SETTLE", "settled", "New lamp"), places.county()))
                .hasStatus(422);
        assertThat(post(call(), Map.of("act", "SETTLE", "settled", "New lamp"), places.township()))
                .hasStatus3xxRedirection();
        assertThat(findings()).isZero();
        assertThat(get(LIST + "/findings", places.county())).bodyText().contains("New lamp");
        assertThatThrownBy(() -> write("update services_callback set settled_words = 'Other'"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void moneyAskedForIsAlwaysTheCountysMatter() {
        oneCall();
        claim();
        post(
                call(),
                Map.of("act", "ANSWER", "answers[SOLVED]", "YES", "answers[MONEY]", "YES", "answers[SATISFIED]", "3"),
                places.township());

        assertThat(read("select found_place from services_callback"))
                .isEqualTo(places.county().value());
        assertThat(post(call(), Map.of("act", "SETTLE", "settled", "Paid back"), places.township()))
                .hasStatus(422);
        assertThat(post(call(), Map.of("act", "SETTLE", "settled", "Paid back"), places.county()))
                .hasStatus3xxRedirection();
    }

    @Test
    void nothingIsThereOutsideTheJurisdictionNorBelow() {
        oneCall();
        claim();
        var draw = LIST + "/draws/" + read("select draw_id::text from services_callback_draw");
        var other = PlaceFixtures.plantedIn(tree);

        assertThat(get(LIST, other.county())).bodyText().doesNotContain("Lamp");
        for (var path : List.of(call(), draw, draw + "/set", draw + "/export")) {
            assertThat(get(path, other.county())).hasStatus(404);
            assertThat(get(path, places.east())).hasStatus(403);
        }
        assertThat(post(call(), SOLVED, other.county())).hasStatus(404);
        assertThat(post(call() + "/reveal", Map.of(), other.township())).hasStatus(404);
        try (var scope = Scope.as(Jurisdiction.within(places.east()))) {
            assertThat(transaction.<Long>execute(status -> database.sql("select count(*) from services_callback")
                            .query(Long.class)
                            .single()))
                    .isZero();
        }
    }

    @Test
    void aDrawIsAWorkbookAndTakesFewStatements() throws Exception {
        for (var number = 0; number < 6; number++) {
            closed("Lamp " + number);
        }
        seal();
        var page = drawn();

        assertThat(get(page + "/export", places.county())).hasStatusOk();
        for (var path : List.of(LIST, page, LIST + "/findings", call())) {
            assertThat(statementsOf(() -> get(path, places.county()))).as(path).hasSizeLessThanOrEqualTo(15);
        }
    }

    private void oneCall() {
        closed("Lamp");
        seal();
        drawn();
    }

    private void claim() {
        assertThat(post(call(), Map.of("act", "CLAIM"), places.township())).hasStatus3xxRedirection();
    }

    private String call() {
        return LIST + "/" + read("select callback_id::text from services_callback order by position limit 1");
    }

    private long findings() {
        var rule = rules.stream()
                .filter(one -> one.code().equals("services.callback-found"))
                .findFirst()
                .orElseThrow();
        var there = Jurisdiction.within(places.county());
        try (var scope = Scope.as(there)) {
            Long found = transaction.execute(
                    status -> rule.findings(there, TestClock.TODAY).count());
            return found == null ? -1 : found;
        }
    }

    /** In October, by the village. */
    private void closed(String matter) {
        var page = asked(matter);
        act(page, Map.of("act", "CLAIM"), places.east());
        act(page, Map.of("act", "ACCEPT", "version", "1"), places.east());
        assertThat(act(page, decided("2"), places.east())).hasStatus3xxRedirection();
    }

    private static Map<String, String> decided(String version) {
        return Map.of("act", "DECIDE", "version", version, "outcome", "SOLVED", "note", "Done", "handedOut", "true");
    }

    private String asked(String matter) {
        clock.set(LocalDate.of(2026, 10, 12));
        var id = UUID.randomUUID().toString();
        var request = mvc.post().uri("/services/ask").multipart().with(csrf());
        Map.of(
                        "id",
                        id,
                        "purpose",
                        "PROBLEM",
                        "matter",
                        matter,
                        "place",
                        places.east().value(),
                        "applicant",
                        "Old Li",
                        "phone",
                        PHONE)
                .forEach(request::param);
        request.exchange();
        return "/services/requests/" + id;
    }

    /** The last day of October ends. */
    private void seal() {
        clock.set(LocalDate.of(2026, 10, 31));
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            assertThat(sealer.seal(Jurisdiction.everywhere())).isPositive();
        }
        clock.reset();
    }

    private String drawn() {
        var answer = draw("2026-10", places.county());
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult draw(String month, PlaceCode at) {
        return post(LIST + "/draws", Map.of("month", month), at);
    }

    private void runJob() {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            jobs.stream()
                    .filter(job -> job.name().equals("services.callback-draw"))
                    .forEach(job -> job.work().accept(county));
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private MvcTestResult act(String page, Map<String, String> values, PlaceCode at) {
        return post(page, values, at);
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
        return String.join("", list(sql));
    }

    private List<String> list(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            return new ArrayList<>(requireNonNull(transaction.<List<String>>execute(
                    status -> database.sql(sql).query(String.class).list())));
        }
    }

    private void write(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            transaction.executeWithoutResult(status -> database.sql(sql).update());
        }
    }
}
