package io.qiangcun.grid.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCategory;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class IncidentPagesTests {

    private static final Pattern ANSWER = Pattern.compile("/grid/incidents/calls/([0-9a-f-]{36})/answer");
    private static final Pattern REACHED = Pattern.compile("/grid/incidents/calls/([0-9a-f-]{36})/reached");
    private static final Pattern CONCERN = Pattern.compile("/grid/incidents/([0-9a-f-]{36})\"");

    @Autowired
    PlaceTree tree;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    PlaceFixtures places;
    RequestPostProcessor county;
    RequestPostProcessor township;
    RequestPostProcessor east;
    RequestPostProcessor west;

    @BeforeEach
    void plant() throws Exception {
        places = PlaceFixtures.plantedIn(tree);
        county = SignedIn.at(places.county());
        township = SignedIn.at(places.township());
        east = SignedIn.at(places.east());
        west = SignedIn.at(places.west());
        // each account has to have been seen once, as in life
        get("/grid/incidents", county);
        get("/grid/incidents", township);
        get("/grid/incidents", east);
        get("/grid/incidents", west);
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aFloodGoesFromTheFirstReportToTheBulletin() throws Exception {
        var flood = begun(county, "FLOOD", "July flood");
        assertThat(get("/grid/incidents", east)).contains("July flood", "正在进行", "报告情况");

        var concern = concernOf(east);
        reported(
                concern, east, Map.of("evacuated", "40", "hazardsFound", "3", "hazardsRemoved", "1", "needs", "Boats"));
        reported(concernOf(west), west, Map.of("evacuated", "28", "longitude", "121.77", "latitude", "42.73"));

        assertThat(get("/grid/incidents/" + flood, county))
                .contains("Stone Bridge", ">68<", "Boats", "还有 2 处未排除", "首报", "<circle", "2 / 2");
        clock.advance(Duration.ofMinutes(30));
        reported(concern, east, Map.of("evacuated", "44", "needs", ""));
        assertThat(get("/grid/incidents/" + flood, county)).contains(">72<", "续报", "还有 2 处未排除", "没有待解决的需求");

        var bulletin = UUID.randomUUID().toString();
        for (var twice = 0; twice < 2; twice++) {
            assertThat(post("/grid/incidents/" + flood + "/bulletins", county, Map.of("bulletin", bulletin)))
                    .hasStatus3xxRedirection()
                    .redirectedUrl()
                    .isEqualTo("/grid/incidents/bulletins/" + bulletin);
        }
        assertThat(get("/grid/incidents/bulletins/" + bulletin, county))
                .contains("情况快报第 1 期", "依据 3 条报告，2 个地方已报（应报 2 个）", ">72<", "这是第一期");
        clock.advance(Duration.ofMinutes(30));
        reported(concernOf(west), west, Map.of("evacuated", "30"));
        var next = UUID.randomUUID().toString();
        post("/grid/incidents/" + flood + "/bulletins", county, Map.of("bulletin", next));
        assertThat(get("/grid/incidents/bulletins/" + next, county)).contains("增加 2", "新收到报告 1 条", ">74<");
        // what was said then stays as it was
        assertThat(get("/grid/incidents/bulletins/" + bulletin, county)).contains(">72<");

        assertThat(post("/grid/incidents/" + flood + "/end", county, Map.of("happened", "It rained", "better", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请写明今后怎样做得更好", "It rained");
        post("/grid/incidents/" + flood + "/end", county, Map.of("happened", "It rained", "better", "Boats earlier"));
        assertThat(get("/grid/incidents/" + flood, county))
                .contains("已结束", "It rained", "Boats earlier", ">74<")
                .doesNotContain("hx-get", "一键点名");
        assertThat(mvc.get().uri("/grid/incidents/" + flood + "/export").with(county))
                .hasStatusOk();
        assertThat(mvc.get().uri("/grid/incidents/" + flood + "/reports/export").with(county))
                .hasStatusOk();
    }

    @Test
    void showsNobodyWhatLiesOutsideTheJurisdiction() throws Exception {
        var flood = begun(county, "FLOOD", "July flood");
        var concern = concernOf(east);
        reported(concern, east, Map.of("evacuated", "40", "happened", "Dyke broke"));

        var other = PlaceFixtures.plantedIn(tree);
        for (var path : new String[] {"", "/reports", "/export", "/reports/export"}) {
            assertThat(mvc.get().uri("/grid/incidents/" + flood + path).with(SignedIn.at(other.county())))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/grid/incidents/" + concern + path).with(west))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/grid/incidents/" + flood + path).with(east))
                    .hasStatus(404);
        }
        assertThat(get("/grid/incidents/" + concernOf(west), west)).doesNotContain("Dyke broke", "East Village");
        assertThat(post("/grid/incidents/" + concern + "/report", west, report(Map.of())))
                .hasStatus(404);
        // a township commands for itself, and not the others
        assertThat(mvc.get()
                        .uri("/grid/incidents/" + concernOf(township) + "/end")
                        .with(township))
                .hasStatus(404);
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndLosesNothing() throws Exception {
        begun(county, "FLOOD", "July flood");
        var form = "/grid/incidents/" + concernOf(east) + "/report";

        assertThat(post(form, east, Map.of("spot", "Bridge", "evacuated", "many")))
                .hasStatus(422)
                .bodyText()
                .contains("请写明发生了什么", "请填写时间", "Bridge", "many");
        assertThat(post(form, east, report(Map.of("hazardsFound", "1", "hazardsRemoved", "2"))))
                .hasStatus(422)
                .bodyText()
                .contains("排除的隐患不能多于发现的隐患", "Water in the square");
        assertThat(post(form, east, report(Map.of("longitude", "500", "latitude", "42"))))
                .hasStatus(422)
                .bodyText()
                .contains("请同时填写经度和纬度");
        assertThat(post("/grid/incidents", county, Map.of("title", "Snow", "reason", "Red warning")))
                .hasStatus(422)
                .bodyText()
                .contains("请选择类型", "Snow", "Red warning");
        assertThat(post(
                        "/grid/incidents",
                        county,
                        Map.of("id", UUID.randomUUID().toString(), "kind", "FLOOD", "title", "Again", "reason", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("本级已有一起同类应急正在进行", "Again");
        assertThat(mvc.get().uri("/grid/incidents/new").with(east)).hasStatus(403);
    }

    @Test
    void aReportSentTwiceExistsOnce() throws Exception {
        var flood = begun(county, "FLOOD", "July flood");
        var concern = concernOf(east);
        var same = report(Map.of("evacuated", "40"));

        for (var twice = 0; twice < 2; twice++) {
            assertThat(post("/grid/incidents/" + concern + "/report", east, same))
                    .hasStatus3xxRedirection();
        }

        assertThat(get("/grid/incidents/" + concern + "/reports", east)).containsOnlyOnce("Water in the square");
        assertThat(get("/grid/incidents/" + flood, county)).contains(">40<").doesNotContain(">80<");
    }

    @Test
    void everybodyIsCalledAndWhoDoesNotAnswerClimbs() throws Exception {
        var flood = begun(county, "FLOOD", "July flood");
        var id = UUID.randomUUID().toString();
        assertThat(post("/grid/incidents/" + flood + "/roll-calls", county, Map.of("id", id, "message", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请写明点名时告诉大家什么");
        for (var twice = 0; twice < 2; twice++) {
            post("/grid/incidents/" + flood + "/roll-calls", county, Map.of("id", id, "message", "To your posts"));
        }
        assertThat(get("/grid/incidents", east)).contains("To your posts", "收到");

        answered(east);
        answered(township);
        clock.advance(Duration.ofMinutes(11));

        assertThat(get("/grid/incidents", east)).doesNotContain("To your posts");
        assertThat(get("/grid/incidents/" + flood, county)).contains("未联系上（1）", "现由Stone Bridge联系");
        assertThat(get("/grid/incidents/" + concernOf(township), township)).contains("Post at " + places.west());
        assertThat(get("/grid/incidents/" + concernOf(township) + "/calls", township))
                .contains("Post at " + places.west(), "/reached");
        clock.advance(Duration.ofMinutes(10));
        assertThat(get("/grid/incidents/" + flood, county)).contains("现由Qing County联系");

        var page = get("/grid/incidents/roll-calls/" + id, county);
        assertThat(page).contains(">3<", "未联系上");
        var silent = found(REACHED, page);
        assertThat(post("/grid/incidents/calls/" + silent + "/reached", west, Map.of("note", "Myself")))
                .hasStatus(404);
        post("/grid/incidents/calls/" + silent + "/reached", township, Map.of("note", "By loud-speaker"));
        assertThat(get("/grid/incidents/roll-calls/" + id, county)).contains("已由上级联系上", "By loud-speaker");
        assertThat(get("/grid/incidents/" + flood, county)).contains("未联系上（0）");
        assertThat(mvc.get().uri("/grid/incidents/roll-calls/" + id).with(east)).hasStatus(404);
        assertThat(mvc.get().uri("/grid/incidents/roll-calls/" + id + "/export").with(county))
                .hasStatusOk();
    }

    @Test
    void aTownshipSwitchesOnForItselfAndWidensLater() throws Exception {
        assertThat(post(
                        "/grid/incidents",
                        township,
                        Map.of(
                                "id",
                                UUID.randomUUID().toString(),
                                "kind",
                                "SNOW",
                                "title",
                                "Snow",
                                "reason",
                                "Orange",
                                "places",
                                places.east().value())))
                .hasStatus3xxRedirection();
        assertThat(get("/grid/incidents", east)).contains("Snow");
        assertThat(get("/grid/incidents", west)).doesNotContain("Snow");
        assertThat(get("/grid/incidents", county)).contains("Snow");

        var snow = concernOf(township);
        assertThat(post("/grid/incidents/" + snow + "/places", township, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("请选择还没有列入的地方");
        post(
                "/grid/incidents/" + snow + "/places",
                township,
                Map.of("places", places.west().value()));
        assertThat(get("/grid/incidents", west)).contains("Snow");
        assertThat(post("/grid/incidents/" + snow + "/places", township, Map.of("places", "990000")))
                .hasStatus4xxClientError();
    }

    @Test
    void gridsSpeakForTheirVillageUntilItSpeaksItself() throws Exception {
        var grid = places.east().child("001");
        var here = Jurisdiction.within(places.county());
        try (var scope = Scope.as(here)) {
            tree.grow(here, grid, PlaceCategory.GRID, "First grid", LocalDate.EPOCH);
        }
        var worker = SignedIn.as(RoleName.GRID, grid);
        var flood = begun(county, "FLOOD", "July flood");
        reported(concernOf(worker), worker, Map.of("evacuated", "7"));
        assertThat(get("/grid/incidents/" + flood, county)).contains(">7<");

        reported(concernOf(east), east, Map.of("evacuated", "9"));

        assertThat(get("/grid/incidents/" + flood, county)).contains(">9<").doesNotContain(">16<");
    }

    private String begun(RequestPostProcessor who, String kind, String title) throws Exception {
        var id = UUID.randomUUID().toString();
        assertThat(post(
                        "/grid/incidents",
                        who,
                        Map.of("id", id, "kind", kind, "title", title, "reason", "Red warning")))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/grid/incidents/" + id);
        return id;
    }

    private void reported(String concern, RequestPostProcessor who, Map<String, String> more) {
        assertThat(post("/grid/incidents/" + concern + "/report", who, report(more)))
                .hasStatus3xxRedirection();
    }

    private static Map<String, String> report(Map<String, String> more) {
        var form = new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "spot", "The square",
                "time", "09:30",
                "happened", "Water in the square"));
        form.putAll(more);
        return form;
    }

    private void answered(RequestPostProcessor who) throws Exception {
        assertThat(post(
                        "/grid/incidents/calls/" + found(ANSWER, get("/grid/incidents", who)) + "/answer",
                        who,
                        Map.of()))
                .hasStatus3xxRedirection();
    }

    private String concernOf(RequestPostProcessor who) throws Exception {
        return found(CONCERN, get("/grid/incidents", who));
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private String get(String path, RequestPostProcessor who) throws Exception {
        var answer = mvc.get().uri(path).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String path, RequestPostProcessor who, Map<String, String> form) {
        var request = mvc.post().uri(path).with(who);
        form.forEach(request::param);
        return request.exchange();
    }
}
