package io.qiangcun.services.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.HashMap;
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

/** Emergencies go on at once, complaints go past those they are about. Today is Monday, 16 November 2026. */
@ApplicationTest
class PetitionAndEmergencyTests {

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
    void anEmergencyIsWithTheGridAtOnce() {
        assertThat(get("/services/ask")).bodyText().contains("孩子走失", "tel:119", "有危险请马上打电话");
        var page = asked("Old Li: 草垛 着火 了, call 138 1234 5678", Map.of());

        assertThat(read("select urgent::text || state || kind from grid_event")).isEqualTo("trueREPORTED0404");
        assertThat(read("select content from grid_event")).contains("着火").doesNotContain("Old Li", "1234");
        assertThat(get("/services/inbox", places.east())).bodyText().contains("着火", "优先");
        assertThat(get(page, places.east())).hasStatusOk().bodyText().contains("交给网格处理", "网格事件");
        assertThat(act(page, "CLAIM", Map.of(), places.east())).hasStatus3xxRedirection();
    }

    @Test
    void whoSaysThatItIsNoneGoesOnAsEverybody() {
        asked("How do I sign up for 火灾 insurance?", Map.of("ordinary", "true"));

        assertThat(read("select count(*)::text from grid_event")).isEqualTo("0");
        assertThat(read("select urgent::text from services_request")).isEqualTo("false");
    }

    @Test
    void sentTwiceAnEmergencyIsOne() {
        var id = UUID.randomUUID().toString();
        asked("着火", Map.of("id", id));
        asked("着火", Map.of("id", id));

        assertThat(read("select count(*)::text from grid_event")).isEqualTo("1");
    }

    @Test
    void aComplaintLiesAboveWhomItIsAbout() {
        var page = asked("The accounts are wrong", Map.of("about", places.east().value()));

        assertThat(get(page, places.east())).hasStatus(404);
        assertThat(get("/services/inbox?show=BELOW", places.east())).bodyText().doesNotContain("The accounts");
        assertThat(get("/services/inbox", places.township())).bodyText().contains("The accounts are wrong", "信访");
        act(page, "CLAIM", Map.of(), places.township());
        assertThat(get(page, places.township()))
                .bodyText()
                .contains("15 日内告知是否受理，受理后 60 日内办结", "不得转给被反映的单位", "East Village", "2026-12-01")
                .doesNotContain("交给网格处理");
        assertThat(act(
                        page,
                        "HAND_OVER",
                        Map.of("version", "1", "place", places.east().value(), "note", "Yours"),
                        places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("信访事项不得转给被反映的单位");
        assertThatThrownBy(() -> as("update services_request set holder_place = petition_about"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void itsClockKnowsNoHolidaysAndOneExtension() {
        var page = asked("The accounts are wrong", Map.of("about", places.east().value()));
        act(page, "CLAIM", Map.of(), places.township());
        act(page, "ACCEPT", Map.of("version", "1"), places.township());
        assertThat(get(page, places.township())).bodyText().contains("2027-01-15 23:59");
        assertThat(act(page, "EXTEND", Map.of("version", "2", "days", "31", "note", "Difficult"), places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("最多延长 30 天");
        act(page, "EXTEND", Map.of("version", "2", "days", "30", "note", "Difficult"), places.township());

        assertThat(get(page, places.township())).bodyText().contains("2027-02-14 23:59");
        clock.set(LocalDate.of(2027, 1, 20));
        assertThat(act(page, "DECIDE", decided("3"), places.township())).hasStatus3xxRedirection();
        assertThat(read("select closed_in_time::text from services_request")).isEqualTo("true");
    }

    @Test
    void whetherItWasSettledRightIsLookedAtByThePlaceAbove() {
        var page = asked("The accounts are wrong", Map.of("about", places.east().value()));
        act(page, "CLAIM", Map.of(), places.township());
        act(page, "ACCEPT", Map.of("version", "1"), places.township());
        assertThat(post(page + "/review", Map.of("words", "Not so"), places.county()))
                .hasStatus(422);
        act(page, "DECIDE", decided("2"), places.township());
        var receipt = read("select receipt from services_request");
        assertThat(post("/services/track", Map.of("receipt", receipt, "tail", "5678")))
                .bodyText()
                .contains("可以在 2026-12-16 前到上一级申请复查");

        assertThat(post(page + "/review", Map.of("words", "Not so"), places.township()))
                .hasStatus(422)
                .bodyText()
                .contains("由原承办单位的上一级办理");
        assertThat(post(page + "/review", Map.of("words", "Not so"), places.west()))
                .hasStatus(404);
        assertThat(post(page + "/review", Map.of("words", ""), places.county())).hasStatus(422);
        assertThat(post(page + "/review", Map.of("words", "Not so"), places.county()))
                .hasStatus3xxRedirection();
        assertThat(get(page, places.county())).bodyText().contains("应在 2026-12-16 前提出意见", "Not so");
        assertThat(post(page + "/review", Map.of("step", "DECIDE", "words", "Checked again"), places.county()))
                .hasStatus3xxRedirection();
        assertThat(post("/services/track", Map.of("receipt", receipt, "tail", "5678")))
                .bodyText()
                .contains("Checked again", "申请复核")
                .doesNotContain("Holder at");
        assertThatThrownBy(() -> as("update services_petition_review set opinion = 'Otherwise'"))
                .isInstanceOf(DataAccessException.class);
        clock.set(LocalDate.of(2027, 1, 20));
        assertThat(get(page, places.county())).bodyText().doesNotContain("申请复核");
    }

    @Test
    void aClerkIsToldWhichWordsHintAtAPetitionAndSaysWhetherItIsOne() {
        var page = asked("我要举报 somebody", Map.of());
        act(page, "CLAIM", Map.of(), places.east());
        assertThat(get(page, places.east())).bodyText().contains("这件事可能属于信访", "举报", "按信访办理");
        assertThat(act(
                        page,
                        "PETITION",
                        Map.of("version", "1", "place", places.west().value()),
                        places.east()))
                .hasStatus(422);
        assertThat(act(
                        page,
                        "PETITION",
                        Map.of("version", "1", "place", places.east().value(), "note", "About us"),
                        places.east()))
                .hasStatus3xxRedirection();

        assertThat(get(page, places.east())).hasStatus(404);
        assertThat(get("/services/inbox?show=UNCLAIMED", places.township()))
                .bodyText()
                .contains("举报", "信访");
        var receipt = read("select receipt from services_request");
        assertThat(post("/services/track", Map.of("receipt", receipt, "tail", "5678")))
                .hasStatusOk()
                .bodyText()
                .contains("按信访规定办理，由Stone Bridge负责")
                .doesNotContain("About us");
        assertThat(post("/services/track/withdraw", Map.of("receipt", receipt, "tail", "5678")))
                .hasStatusOk();
    }

    @Test
    void aPetitionStaysOneAndIsSeenNowhereElse() {
        var page = asked("The accounts are wrong", Map.of("about", places.east().value()));

        assertThatThrownBy(() -> as("update services_request set purpose = 'PROBLEM'"))
                .isInstanceOf(DataAccessException.class);
        assertThat(get(page, places.west())).hasStatus(404);
    }

    private static Map<String, String> decided(String version) {
        return Map.of("version", version, "outcome", "EXPLAINED", "note", "Checked", "handedOut", "true");
    }

    private String asked(String matter, Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "purpose",
                "PROBLEM",
                "matter",
                matter,
                "place",
                places.east().value(),
                "applicant",
                "Old Li",
                "phone",
                "138 1234 5678"));
        form.putAll(more);
        post("/services/ask", form);
        return "/services/requests/"
                + read("select request_id::text from services_request where request_id = '" + form.get("id") + "'");
    }

    private MvcTestResult act(String page, String act, Map<String, String> values, PlaceCode at) {
        var request = mvc.post().uri(page).with(SignedIn.at(at)).param("act", act);
        values.forEach(request::param);
        return request.exchange();
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

    private void as(String sql) {
        try (var scope = Scope.as(Jurisdiction.within(places.county()))) {
            transaction.executeWithoutResult(status -> database.sql(sql).update());
        }
    }
}
