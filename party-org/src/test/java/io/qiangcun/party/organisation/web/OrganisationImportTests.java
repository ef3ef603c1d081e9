package io.qiangcun.party.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApplicationTest
class OrganisationImportTests {

    private static final String IMPORT = "/party/organisations/import";

    private static final List<String> HEADINGS = List.of(
            "所在地（必填）",
            "类型",
            "名称",
            "上级党组织",
            "成立日期",
            "最近一次选举日期",
            "设支部委员会（或委员会）",
            "划分党小组",
            "正式党员（人）",
            "党员总数（人，含预备党员）",
            "人数截至");

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void theTemplateNamesWhatIsAskedAndOffersChoices() {
        var template = Sheets.rows(
                get(places.township(), IMPORT + "/template").getResponse().getContentAsByteArray());

        assertThat(template).anySatisfy(row -> assertThat(row)
                .contains("所在地（必填）", "名称（必填）", "上级党组织（全称，可以是本表中的）", "成立日期（必填，如 2026-11-22）"));
    }

    @Test
    void aSheetIsShownInNumbersBeforeItIsEntered() {
        var looked = upload(
                places.county(),
                List.of(
                        "Qing County",
                        "党委",
                        "County committee",
                        "",
                        "1950-01-01",
                        "2025-06-01",
                        "是",
                        "否",
                        "5",
                        "5",
                        ""),
                List.of("Stone Bridge", "党总支", "Bridge", "County committee", "1980-07-01", "", "是", "", "9", "9", ""),
                List.of(
                        "East Village",
                        "党支部",
                        "East branch",
                        "Bridge",
                        "1990.7.1",
                        "2026-01-05",
                        "是",
                        "是",
                        "18",
                        "20",
                        ""));

        assertThat(looked).hasStatusOk().bodyText().contains("检查通过，共 3 条", "Stone Bridge", "尚未保存");
        assertThat(list("")).contains("没有符合条件的党组织");

        assertThat(confirm(places.county(), looked)).hasRedirectedUrl("/party/organisations");
        assertThat(list("")).contains("共 3 条", "East branch", "1990-07-01", "设支委会、划分党小组");
        assertThat(confirm(places.county(), looked)).hasRedirectedUrl("/party/organisations");
        assertThat(list("")).contains("共 3 条");
    }

    @Test
    void theElectionBeginsTheTerm() {
        confirm(
                places.county(),
                upload(
                        places.county(),
                        List.of(
                                "East Village",
                                "党支部",
                                "East branch",
                                "",
                                "1990-07-01",
                                "2024-01-05",
                                "是",
                                "",
                                "18",
                                "20",
                                "")));
        var link = Pattern.compile("/party/organisations/[0-9a-f]{8}-[0-9a-f-]{27}")
                .matcher(list(""));
        assertThat(link.find()).isTrue();

        assertThat(text(get(places.county(), link.group()))).contains("2024-01-05", "2029-01-05", "成立");
    }

    @Test
    void theSheetComesBackWithEveryMistakeAndNothingIsEntered() {
        OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        var looked = upload(
                places.county(),
                List.of("East Village", "党支部", "East branch", "", "1990-07-01", "", "是", "", "18", "20", ""),
                List.of("Nowhere", "党组", "", "No such", "yesterday", "2027-01-01", "maybe", "", "21", "20", ""),
                List.of("West Village", "党总支", "West", "Lower", "2026-11-17", "", "", "是", "1", "1", ""),
                List.of("West Village", "党支部", "Lower", "", "1990-07-01", "", "", "", "1", "1", ""));

        assertThat(looked).hasStatus(422);
        var page = text(looked);
        assertThat(page)
                .contains(
                        "共 4 行，其中 3 行有误",
                        "同一地点已有名为“East branch”的党组织",
                        "所在地：系统中没有“Nowhere”",
                        "类型：“党组”不在可选范围内",
                        "名称：请填写名称",
                        "成立日期：请填写日期",
                        "设支部委员会（或委员会）：“maybe”不在可选范围内",
                        "党员总数不能少于正式党员人数",
                        "上级党组织：系统中没有“Lower”");
        assertThat(Sheets.rowsOffered(page))
                .anySatisfy(row -> assertThat(row).contains("Nowhere", "yesterday", "请填写名称"));
        assertThat(list("")).contains("共 1 条");
    }

    @Test
    void whatCannotStandBesideEachOtherIsRefused() {
        OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        var page = text(upload(
                places.county(),
                List.of("East Village", "党支部", "East branch", "", "2026-11-17", "", "是", "", "18", "20", ""),
                List.of("West Village", "党总支", "West", "", "1990-07-01", "1989-01-01", "", "是", "1", "1", ""),
                List.of("West Village", "党总支", "Other", "West", "1990-07-01", "", "", "", "1", "1", ""),
                List.of("Stone Bridge", "党委", "Snake", "Tail", "1990-07-01", "", "", "", "1", "1", ""),
                List.of("Stone Bridge", "党委", "Tail", "Snake", "1990-07-01", "", "", "", "1", "1", "")));

        assertThat(page)
                .contains(
                        "共 5 行，其中 5 行有误",
                        "同一地点已有名为“East branch”的党组织",
                        "成立日期不能晚于今天",
                        "只有党支部划分党小组",
                        "日期不能早于成立日期（1990-07-01）",
                        "“West”不能作为它的上级党组织",
                        "“Snake”不能作为它的上级党组织");
    }

    @Test
    void aTownshipEntersOnlyItsOwn() {
        var other = PlaceFixtures.plantedIn(tree);
        var row = List.of(other.east().value(), "党支部", "East branch", "", "1990-07-01", "", "", "", "1", "1", "");

        assertThat(upload(places.township(), row)).hasStatus(422).bodyText().contains("系统中没有“" + other.east() + "”");
        assertThat(upload(
                        places.township(),
                        List.of("Qing County", "党委", "Committee", "", "1990-07-01", "", "", "", "1", "1", "")))
                .hasStatus(422);
        assertThat(confirm(other.township(), upload(other.township(), row))).hasStatus(302);
        assertThat(list("")).doesNotContain("East branch");
    }

    @Test
    void aVillageDoesNotImport() {
        assertThat(get(places.east(), IMPORT)).hasStatus(403);
        assertThat(get(places.east(), IMPORT + "/template")).hasStatus(403);
        assertThat(upload(places.east(), List.of("East Village"))).hasStatus(403);
    }

    @Test
    void whatIsNoSheetIsRefused() {
        assertThat(mvc.post().uri(IMPORT).multipart().with(SignedIn.at(places.county())))
                .hasStatus(422)
                .bodyText()
                .contains("请选择填写好的表格");
        assertThat(mvc.post()
                        .uri(IMPORT + "/confirm")
                        .param("id", "x")
                        .param("sheet", "?")
                        .with(SignedIn.at(places.county())))
                .hasStatus(400);
    }

    @Test
    void aCountyOfFiveHundredIsEnteredInAFewStatements() throws Exception {
        var rows = IntStream.range(0, 519)
                .mapToObj(number -> List.of(
                        "West Village",
                        "党支部",
                        "Branch " + number,
                        "",
                        "1990-07-01",
                        "2024-01-05",
                        "是",
                        "",
                        "18",
                        "20",
                        ""))
                .toList();

        var looked = upload(places.county(), Sheets.filled(HEADINGS, rows));
        var statements = StatementCounter.statementsOf(() -> confirm(places.county(), looked));

        assertThat(list("")).contains("共 519 条");
        assertThat(statements).hasSizeLessThan(40);
    }

    private MvcTestResult get(PlaceCode place, String path) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    @SafeVarargs
    private MvcTestResult upload(PlaceCode place, List<String>... rows) {
        return upload(place, Sheets.filled(HEADINGS, rows));
    }

    private MvcTestResult upload(PlaceCode place, byte[] workbook) {
        return mvc.post()
                .uri(IMPORT)
                .multipart()
                .file(new MockMultipartFile("file", "organisations.xlsx", null, workbook))
                .param(
                        "id",
                        "6a3f1f0e-55a6-4b43-9a5f-0d9f4bd9a6c1"
                                .replace("6a3f1f0e", place.value().substring(0, 6) + "00"))
                .with(SignedIn.at(place))
                .exchange();
    }

    private MvcTestResult confirm(PlaceCode place, MvcTestResult looked) {
        var page = text(looked);
        return mvc.post()
                .uri(IMPORT + "/confirm")
                .param("id", hidden(page, "id"))
                .param("sheet", hidden(page, "sheet"))
                .with(SignedIn.at(place))
                .exchange();
    }

    private static String hidden(String page, String field) {
        var input = Pattern.compile("name=\"" + field + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(input.find()).as(field).isTrue();
        return input.group(1);
    }

    private String list(String query) {
        return text(get(places.county(), "/party/organisations" + query));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
