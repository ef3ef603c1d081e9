package io.qiangcun.party.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class OrganisationPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    RequestPostProcessor township;
    RequestPostProcessor east;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        township = SignedIn.at(places.township());
        east = SignedIn.at(places.east());
    }

    @Test
    void listsFiltersAndExports() {
        var general = OrganisationFixtures.founded(
                organisations, places.west(), OrganisationKind.GENERAL_BRANCH, "West general branch", null);
        OrganisationFixtures.founded(organisations, places.west(), OrganisationKind.BRANCH, "West branch", general);
        OrganisationFixtures.branchIn(organisations, places.east(), "East branch");

        assertThat(list(township, "")).contains("East branch", "West branch", "West general branch", "共 3 条", "设支委会");
        assertThat(list(township, "?kind=GENERAL_BRANCH"))
                .contains("West general branch")
                .doesNotContain("East branch");
        assertThat(list(township, "?text=East Village")).contains("East branch").doesNotContain("West branch");
        assertThat(list(township, "?place=" + places.east() + "&kind=&text=&dissolved=false"))
                .contains("East branch")
                .doesNotContain("West branch");
        assertThat(list(township, "?dissolved=true")).contains("没有符合条件的党组织。");
        assertThat(mvc.get().uri("/party/organisations/export").with(township))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() {
        var west = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");
        OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        var otherTownship = SignedIn.at(PlaceFixtures.plantedIn(tree).township());

        assertThat(list(east, "")).contains("East branch").doesNotContain("West branch");
        assertThat(mvc.get().uri("/party/organisations/" + west).with(east)).hasStatus(404);
        for (var step : List.of("/rename", "/restructure", "/dissolve")) {
            assertThat(mvc.get().uri("/party/organisations/" + west + step).with(otherTownship))
                    .as(step)
                    .hasStatus(404);
            assertThat(post("/party/organisations/" + west + step, change(), otherTownship))
                    .as(step)
                    .hasStatus(404);
        }
    }

    @Test
    void aVillageReadsButDoesNotWrite() {
        var id = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");

        assertThat(mvc.get().uri("/party/organisations/" + id).with(east))
                .hasStatusOk()
                .bodyText()
                .contains("East branch")
                .doesNotContain("/rename");
        assertThat(mvc.get().uri("/party/organisations/new").with(east)).hasStatus(403);
        assertThat(mvc.get().uri("/party/organisations/" + id + "/rename").with(east))
                .hasStatus(403);
        assertThat(post("/party/organisations", found(), east)).hasStatus(403);
        assertThat(post("/party/organisations/" + id + "/rename", change("name", "Other"), east))
                .hasStatus(403);
    }

    @Test
    void isFoundedOnceAndShownWithItsHistory() {
        var form = found();

        var result = post("/party/organisations", form, township);
        assertThat(post("/party/organisations", form, township)).hasStatus(302);

        assertThat(result).hasRedirectedUrl("/party/organisations/" + form.get("id"));
        assertThat(text(mvc.get()
                        .uri("/party/organisations/" + form.get("id"))
                        .with(east)
                        .exchange()))
                .contains("New branch", "党支部", "成立", "2020-01-01", "20 人", "设支委会");
        assertThat(list(township, "")).contains("共 1 条");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name            | ''         | 请填写名称
            place           | ''         | 请选择所在地
            foundedOn       | 2026-11-17 | 成立日期不能晚于今天（2026-11-16）
            foundedOn       | x          | 请填写日期，例如 2026-11-16
            fullMemberCount | 21         | 党员总数不能少于正式党员人数
            memberCount     | ''         | 请填写党员总数
            countedOn       | ''         | 请填写人数截至日期
            """)
    void saysAtTheFieldWhatIsWrong(String field, String typed, String message) {
        var result = post("/party/organisations", found(field, typed), township);

        assertThat(result).hasStatus(422);
        assertThat(text(result)).contains(message, "New branch".equals(typed) ? "" : "20");
    }

    @Test
    void changesFromADayOnAndWithAReason() {
        var id = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        var page = "/party/organisations/" + id;

        assertThat(mvc.get().uri(page + "/restructure").with(township)).hasStatusOk();
        assertThat(text(post(page + "/restructure", change("reason", ""), township)))
                .contains("请写明原因");
        assertThat(post(page + "/restructure", change("hasGroups", "true"), township))
                .hasStatus(302);
        assertThat(post(page + "/rename", change("version", "1", "name", "Grown branch"), township))
                .hasStatus(302);
        assertThat(text(post(page + "/dissolve", change("version", "2", "effectiveOn", "1999-01-01"), township)))
                .contains("日期不能早于成立日期（2000-07-01）");
        assertThat(post(page + "/dissolve", change("version", "2"), township)).hasStatus(302);

        assertThat(text(mvc.get().uri(page).with(township).exchange()))
                .contains("Grown branch", "调整设置", "更名", "撤销", "已于 2026-11-01 撤销", "Because", "划分党小组");
    }

    @Test
    void showsBothVersionsToWhoeverComesSecond() {
        var id = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        var path = "/party/organisations/" + id + "/rename";
        post(path, change("name", "Theirs"), township);

        var result = post(path, change("name", "Mine"), township);

        assertThat(result).hasStatus(409);
        assertThat(text(result)).contains("Theirs", "Mine", "采用我的");
        assertThat(post(path, change("name", "Mine", "version", "1"), township)).hasStatus(302);
    }

    @Test
    void listsInAHandfulOfStatements() throws Exception {
        for (var i = 0; i < 25; i++) {
            OrganisationFixtures.branchIn(organisations, places.east(), "Branch " + i);
        }

        assertThat(StatementCounter.statementsOf(() -> list(township, "")))
                .filteredOn(sql -> sql.contains("party_"))
                .hasSize(2);
        assertThat(list(township, "?page=1")).contains("第 2 / 2 页");
    }

    private Map<String, String> found(String... changes) {
        return with(
                Map.of(
                        "id", OrganisationId.next().toString(),
                        "place", places.east().value(),
                        "kind", "BRANCH",
                        "name", "New branch",
                        "foundedOn", "2020-01-01",
                        "hasCommittee", "true",
                        "fullMemberCount", "18",
                        "memberCount", "20",
                        "countedOn", "2026-11-01"),
                changes);
    }

    private static Map<String, String> change(String... changes) {
        return with(
                Map.of(
                        "version", "0",
                        "hasCommittee", "true",
                        "fullMemberCount", "18",
                        "memberCount", "20",
                        "countedOn", "2026-11-01",
                        "effectiveOn", "2026-11-01",
                        "name", "Renamed",
                        "reason", "Because"),
                changes);
    }

    private static Map<String, String> with(Map<String, String> usual, String... changes) {
        var form = new HashMap<>(usual);
        for (var i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return form;
    }

    private MvcTestResult post(String path, Map<String, String> form, RequestPostProcessor account) {
        var request = mvc.post().uri(path).with(account);
        form.forEach(request::param);
        return request.exchange();
    }

    private String list(RequestPostProcessor account, String query) {
        return text(mvc.get().uri("/party/organisations" + query).with(account).exchange());
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
