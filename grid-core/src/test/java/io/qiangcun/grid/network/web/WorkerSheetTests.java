package io.qiangcun.grid.network.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.network.GridFixtures;
import io.qiangcun.grid.network.GridService;
import io.qiangcun.grid.network.StaffFilter;
import io.qiangcun.grid.network.WorkerId;
import io.qiangcun.grid.network.WorkerQueries;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class WorkerSheetTests {

    private static final List<String> HEADINGS =
            List.of("村（必填）", "网格（必填，名称或编码）", "姓名（必填）", "出生日期", "岗位（必填）", "来源", "到岗日期（必填）", "审核", "审核日期");

    @Autowired
    PlaceTree tree;

    @Autowired
    PeopleService people;

    @Autowired
    GridService grids;

    @Autowired
    WorkerQueries workers;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    RequestPostProcessor township;
    PlaceCode grid;

    @BeforeEach
    void openAGrid() {
        places = PlaceFixtures.plantedIn(tree);
        township = SignedIn.at(places.township());
        grid = GridFixtures.gridIn(grids, database, places.east(), "First");
        PeopleFixtures.personIn(people, places.east(), "Doctor");
        PeopleFixtures.personIn(people, places.east(), "Secretary");
    }

    @Test
    void entersWhoWorksInGridsWithWhatWasAgreedBefore() throws Exception {
        var looked = upload(
                township,
                row("First", "Secretary", "", "网格长", "“两委”成员", "2026-01-05", "同意", "2026-01-08"),
                row(grid.value(), "Doctor", "", "专职网格员", "村医", "2026-02-01", "", ""));
        assertThat(looked).hasStatusOk();
        assertThat(text(looked)).contains("检查通过，共 2 条");
        assertThat(list(township)).doesNotContain("Secretary");

        assertThat(confirm(looked, township)).redirectedUrl().isEqualTo("/grid/workers");
        assertThat(list(township)).contains("Secretary", "网格长", "2026-01-08", "Doctor", "专职网格员", "待审核");
        assertThat(get("/grid/workers/pending", township))
                .bodyText()
                .contains("Doctor")
                .doesNotContain("Secretary");
    }

    @Test
    void theListIsTheSheetThatCanBeEnteredAgain() throws Exception {
        confirm(
                upload(
                        township,
                        row("First", "Secretary", "", "网格长", "党员", "2026-01-05", "同意", "2026-01-08"),
                        row("First", "Doctor", "", "辅助人员", "", "2026-02-01", "", "")),
                township);

        var exported = get("/grid/workers/export", township).getResponse().getContentAsByteArray();
        assertThat(Sheets.rows(exported))
                .anySatisfy(row -> assertThat(row).contains(grid.value(), "First", "Secretary", "网格长", "党员", "同意"))
                .noneSatisfy(row -> assertThat(row).contains("13800001234"));
        var again = upload(township, exported);
        assertThat(again).hasStatusOk();
        assertThat(confirm(again, township)).redirectedUrl().isEqualTo("/grid/workers");
        assertThat(list(township).split("Secretary", -1)).hasSize(2);

        dismissAll();
        assertThat(list(township)).doesNotContain("Secretary");
        confirm(upload(township, exported), township);
        assertThat(list(township)).contains("Secretary", "2026-01-08", "Doctor", "辅助人员");
    }

    @Test
    void oneWrongLineKeepsAllOthersOutAndSaysWhy() throws Exception {
        var closed = GridFixtures.gridIn(grids, database, places.east(), "Closed");
        try (var here = SignedIn.here(database, places.township(), null)) {
            grids.close(Jurisdiction.within(places.township()), closed, 0, LocalDate.of(2026, 1, 1), "Too small");
        }
        PeopleFixtures.personIn(people, places.east(), "Twin");
        PeopleFixtures.personIn(
                people,
                places.east(),
                new PersonDetails("Twin", Sex.MALE, LocalDate.of(1990, 1, 1), Education.COLLEGE, null),
                null);

        var wrong = upload(
                township,
                row("First", "Secretary", "", "网格长", "", "2026-01-05", "", ""),
                row("First", "Secretary", "", "兼职网格员", "", "2026-01-05", "", ""),
                row("First", "Doctor", "", "网格长", "", "2026-01-05", "", ""),
                row("Nowhere", "Doctor", "", "辅助人员", "", "2026-01-05", "", ""),
                row("Closed", "Doctor", "", "辅助人员", "", "2026-01-05", "", ""),
                row(closed.value(), "Doctor", "", "辅助人员", "", "2026-01-05", "", ""),
                row("First", "Twin", "", "辅助人员", "", "2026-01-05", "", ""),
                row("First", "Twin", "1990-01-01", "辅助人员", "", "2027-01-05", "", ""),
                row("First", "Stranger", "", "辅助人员", "", "2026-01-05", "", ""),
                row("First", "=HYPERLINK(\"x\")", "", "Boss", "", "long ago", "同意", ""));

        assertThat(wrong).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(wrong)))
                .anySatisfy(row -> assertThat(row).contains("Secretary", "同一人在同一网格填写了两行"))
                .anySatisfy(row -> assertThat(row).contains("Doctor", "已有网格长"))
                .anySatisfy(row -> assertThat(row).contains("Nowhere", "没有"))
                .anySatisfy(row -> assertThat(row).contains("Closed", "已结束"))
                .anySatisfy(row -> assertThat(row).contains(closed.value(), "已结束"))
                .anySatisfy(row -> assertThat(row).contains("2 人都叫“Twin”"))
                .anySatisfy(row -> assertThat(row).contains("1990-01-01", "不能晚于今天"))
                .anySatisfy(row -> assertThat(row).contains("Stranger", "人员库中"))
                .anySatisfy(row -> assertThat(row).contains("'=HYPERLINK", "审核日期", "岗位", "到岗日期"));
        assertThat(list(township)).doesNotContain("Secretary");
    }

    @Test
    void aVillageProposesAndTheLevelAboveAgrees() throws Exception {
        var east = SignedIn.at(places.east());
        var wrong = upload(east, row("First", "Doctor", "", "辅助人员", "", "2026-01-05", "同意", "2026-01-08"));
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong)).contains("审核由上级进行");

        confirm(upload(east, row("First", "Doctor", "", "辅助人员", "", "2026-01-05", "待审核", "")), east);
        assertThat(get("/grid/workers/pending", township)).bodyText().contains("Doctor");
        var otherwise = upload(east, row("First", "Doctor", "", "专职网格员", "", "2026-01-05", "", ""));
        assertThat(otherwise).hasStatus(422);
        assertThat(text(otherwise)).contains("已经在本网格任职");
    }

    @Test
    void knowsNothingOfGridsAndPersonsOutside() throws Exception {
        confirm(upload(township, row("First", "Doctor", "", "辅助人员", "", "2026-01-05", "", "")), township);
        var west = SignedIn.at(places.west());

        var outside = upload(
                west,
                row("First", "Doctor", "", "辅助人员", "", "2026-01-05", "", ""),
                List.of("West Village", "First", "Doctor", "", "辅助人员", "", "2026-01-05", "", ""));
        assertThat(outside).hasStatus(422);
        assertThat(Sheets.rowsOffered(text(outside)))
                .anySatisfy(row -> assertThat(row).contains("East Village", "没有"))
                .anySatisfy(row -> assertThat(row).contains("West Village", "没有"));
        assertThat(list(west)).doesNotContain("Doctor");
        assertThat(get("/grid/workers?within=" + places.east(), west)).hasStatus(404);
        assertThat(Sheets.rows(get("/grid/workers/export?within=" + places.east(), west)
                        .getResponse()
                        .getContentAsByteArray()))
                .noneSatisfy(row -> assertThat(row).contains("Doctor"));
        assertThat(get("/grid/workers/import", SignedIn.at(grid))).hasStatus(403);
        assertThat(list(SignedIn.at(grid))).contains("Doctor");
    }

    private void dismissAll() {
        var here = Jurisdiction.within(places.township());
        try (var scope = SignedIn.here(database, places.township(), null)) {
            workers.list(here, new StaffFilter(null, null, null, null), Pageable.unpaged())
                    .forEach(row -> grids.end(here, new WorkerId(row.workerId()), 0, TestClock.TODAY, "Moved"));
        }
    }

    private static List<String> row(String grid, String... cells) {
        var row = new ArrayList<>(List.of("East Village", grid));
        row.addAll(List.of(cells));
        return row;
    }

    @SafeVarargs
    private MvcTestResult upload(RequestPostProcessor by, List<String>... rows) {
        return upload(by, Sheets.filled(HEADINGS, rows));
    }

    private MvcTestResult upload(RequestPostProcessor by, byte[] workbook) {
        return mvc.post()
                .uri("/grid/workers/import")
                .multipart()
                .file(new MockMultipartFile("file", "workers.xlsx", null, workbook))
                .param("id", UUID.randomUUID().toString())
                .with(by)
                .exchange();
    }

    private MvcTestResult confirm(MvcTestResult looked, RequestPostProcessor by) throws UnsupportedEncodingException {
        var page = text(looked);
        return mvc.post()
                .uri("/grid/workers/import/confirm")
                .param("id", hidden(page, "id"))
                .param("sheet", hidden(page, "sheet"))
                .with(by)
                .exchange();
    }

    private String list(RequestPostProcessor by) throws UnsupportedEncodingException {
        return text(get("/grid/workers", by));
    }

    private MvcTestResult get(String path, RequestPostProcessor by) {
        return mvc.get().uri(path).with(by).exchange();
    }

    private static String hidden(String page, String field) {
        var input = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(input.find()).as(page).isTrue();
        return input.group(1);
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
