package io.qiangcun.grid.network.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.network.GridFixtures;
import io.qiangcun.grid.network.GridService;
import io.qiangcun.grid.network.WorkerId;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class GridPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    PeopleService people;

    @Autowired
    GridService grids;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    RequestPostProcessor township;
    RequestPostProcessor east;
    RequestPostProcessor west;
    PlaceCode grid;

    @BeforeEach
    void openAGrid() {
        places = PlaceFixtures.plantedIn(tree);
        township = SignedIn.at(places.township());
        east = SignedIn.at(places.east());
        west = SignedIn.at(places.west());
        grid = GridFixtures.gridIn(grids, database, places.east(), "First");
    }

    @Test
    void showsTheNetVillageByVillageWithItsGrids() {
        assertThat(get("/grid/network", township))
                .hasStatusOk()
                .bodyText()
                .contains("East Village", "1/1", "First", "缺网格长");
        assertThat(get("/grid/network?within=" + places.west(), township))
                .bodyText()
                .contains("没有符合条件的网格");
    }

    @Test
    void givesTheListAsASpreadsheet() {
        assertThat(get("/grid/network/export", township))
                .hasStatusOk()
                .hasHeader("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void takesGridsFromASheetOnlyIfAllOfThemAreRight() throws Exception {
        var wrong = upload(
                List.of("East Village", "", "", "First", "", "300"),
                List.of("East Village", "Nowhere", "", "Lane", "", ""));
        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("同一范围内已有这个名称"))
                .anySatisfy(row -> assertThat(row).contains("没有名称为“Nowhere”的网格"));

        var looked = upload(
                List.of("East Village", "", "", "Second", "专属网格", "300"),
                List.of("East Village", "Second", "", "Lane", "", "60"));
        assertThat(looked).hasStatusOk();
        assertThat(text(looked)).contains("检查通过，共 2 条");
        assertThat(get("/grid/network", township)).bodyText().doesNotContain("Second");
        var page = text(looked);
        assertThat(post(
                        "/grid/network/import/confirm",
                        township,
                        Map.of("id", hidden(page, "id"), "sheet", hidden(page, "sheet"))))
                .redirectedUrl()
                .isEqualTo("/grid/network");
        assertThat(get("/grid/network", township)).bodyText().contains("Second", "Lane");
        assertThat(get("/grid/network/import", east)).hasStatus(403);
    }

    @SafeVarargs
    private MvcTestResult upload(List<String>... rows) {
        var workbook = Sheets.filled(List.of("村（必填）", "所属网格", "编号", "名称（必填）", "类型", "户数"), rows);
        return mvc.post()
                .uri("/grid/network/import")
                .multipart()
                .file(new MockMultipartFile("file", "grids.xlsx", null, workbook))
                .param("id", UUID.randomUUID().toString())
                .with(township)
                .exchange();
    }

    private static String hidden(String page, String field) {
        var input = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void sendsAGridWorkerToHisGrid() {
        assertThat(get("/grid/network", SignedIn.at(grid))).redirectedUrl().isEqualTo("/grid/network/" + grid);
        assertThat(get("/grid/network/" + grid, SignedIn.at(grid)))
                .hasStatusOk()
                .bodyText()
                .contains("First")
                .doesNotContain("/grid/network/" + places.county() + "\"")
                .doesNotContain("/grid/network/" + places.east() + "\"");
    }

    @Test
    void opensAGridAndGivesItTheNextNumber() {
        assertThat(post(
                        "/grid/network/" + places.east(),
                        township,
                        Map.of(
                                "name",
                                "School",
                                "type",
                                "DEDICATED",
                                "from",
                                "2026-11-02",
                                "centre",
                                "121.774886，42.734692")))
                .redirectedUrl()
                .isEqualTo("/grid/network/" + places.east() + "002");
        assertThat(get("/grid/network/" + places.east() + "002", east))
                .bodyText()
                .contains("School", "专属网格", "121.774886");
    }

    @Test
    void keepsWhatWasTypedWhenAGridCannotBeOpenedSo() {
        assertThat(post(
                        "/grid/network/" + places.east(),
                        township,
                        Map.of(
                                "name",
                                "First",
                                "type",
                                "DEDICATED",
                                "from",
                                "2026-11-02",
                                "households",
                                "90",
                                "people",
                                "40")))
                .hasStatus(422)
                .bodyText()
                .contains("人口不能少于户数", "value=\"90\"");
        assertThat(post(
                        "/grid/network/" + places.east(),
                        township,
                        Map.of("name", "First", "type", "DEDICATED", "from", "2026-11-02", "centre", "north")))
                .hasStatus(422)
                .bodyText()
                .contains("请按“经度，纬度”填写", "value=\"north\"");
        assertThat(post(
                        "/grid/network/" + places.east(),
                        township,
                        Map.of("name", "First", "type", "DEDICATED", "from", "2026-11-02")))
                .hasStatus(422)
                .bodyText()
                .contains("同一范围内已有这个名称");
    }

    @Test
    void asksTheLevelAboveToAgreeToWhomAVillageProposes() {
        var person = PeopleFixtures.personIn(people, places.east(), "Village doctor");
        var id = WorkerId.next();
        assertThat(post(
                        "/grid/network/" + grid + "/workers",
                        east,
                        Map.of(
                                "id",
                                id.toString(),
                                "person",
                                person.toString(),
                                "post",
                                "FULL_TIME",
                                "source",
                                "DOCTOR",
                                "since",
                                "2026-11-02")))
                .redirectedUrl()
                .isEqualTo("/grid/network/" + grid);

        assertThat(get("/grid/workers/pending", township)).bodyText().contains("Village doctor", "村医");
        assertThat(post(
                        "/grid/network/" + grid + "/workers/" + id + "/vet",
                        township,
                        Map.of("version", "0", "passed", "false")))
                .hasStatus(422)
                .bodyText()
                .contains("不同意时请写明理由");
        assertThat(post(
                        "/grid/network/" + grid + "/workers/" + id + "/vet",
                        township,
                        Map.of("version", "0", "passed", "true")))
                .redirectedUrl()
                .isEqualTo("/grid/network/" + grid);
        assertThat(get("/grid/network/" + grid, east)).bodyText().contains("Village doctor", "同意");
        assertThat(post(
                        "/grid/network/" + grid + "/workers/" + id + "/end",
                        east,
                        Map.of("version", "0", "on", "2026-11-10", "reason", "Moved")))
                .hasStatus(409);
    }

    @Test
    void amendsAndEndsAGrid() {
        assertThat(post(
                        "/grid/network/" + grid + "/edit",
                        township,
                        Map.of("version", "0", "name", "East quarter", "type", "COMPREHENSIVE", "households", "280")))
                .redirectedUrl()
                .isEqualTo("/grid/network/" + grid);
        assertThat(get("/grid/network/" + grid, east)).bodyText().contains("East quarter", "280");
        assertThat(post(
                        "/grid/network/" + grid + "/end",
                        township,
                        Map.of("version", "1", "on", "2026-11-10", "reason", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写原因");
        assertThat(post(
                        "/grid/network/" + grid + "/end",
                        township,
                        Map.of("version", "1", "on", "2026-11-10", "reason", "Too small")))
                .redirectedUrl()
                .isEqualTo("/grid/network/" + grid);
        assertThat(get("/grid/network/" + grid, east)).bodyText().contains("已撤销");
    }

    @Test
    void showsNothingOfGridsOutside() {
        assertThat(get("/grid/network/" + grid, west)).hasStatus(404);
        assertThat(get("/grid/network?within=" + places.east(), west)).hasStatus(404);
        assertThat(post(
                        "/grid/network/" + places.east(),
                        SignedIn.at(PlaceFixtures.plantedIn(tree).township()),
                        Map.of("name", "X", "type", "DEDICATED", "from", "2026-11-02")))
                .hasStatus(404);
        assertThat(post(
                        "/grid/network/" + places.east(),
                        east,
                        Map.of("name", "X", "type", "DEDICATED", "from", "2026-11-02")))
                .hasStatus(403);
    }

    private MvcTestResult get(String path, RequestPostProcessor by) {
        return mvc.get().uri(path).with(by).exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor by, Map<String, String> form) {
        var request = mvc.post().uri(path).with(by);
        form.forEach(request::param);
        return request.exchange();
    }
}
