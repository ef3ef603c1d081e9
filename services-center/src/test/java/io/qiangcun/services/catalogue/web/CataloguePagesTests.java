package io.qiangcun.services.catalogue.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.services.catalogue.Catalogue;
import io.qiangcun.services.catalogue.ServiceItem;
import io.qiangcun.services.catalogue.ServiceItemCode;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.Sheets;
import io.qiangcun.testkit.SignedIn;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The catalogue as the county keeps it. */
@ApplicationTest
class CataloguePagesTests {

    private static final ServiceItemCode LICENCE = new ServiceItemCode("13-A-005");
    private static final String PAGE = "/services/catalogue/13-A-005";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceTree tree;

    @Autowired
    Catalogue catalogue;

    private PlaceFixtures places;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
    }

    @Test
    void beginsWithThirteenCategoriesAndTwoHundredAndFourItems() throws Exception {
        assertThat(catalogue.categories(places.county())).hasSize(13);
        assertThat(catalogue.published(places.county())).hasSize(204).allSatisfy(item -> assertThat(item.promisedDays())
                .isLessThanOrEqualTo(item.legalDays()));
        assertThat(get("/services/catalogue", places.east())).bodyText().contains(">108<", ">96<", ">13<");
        assertThat(statementsOf(() -> get("/services/catalogue", places.county())))
                .hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void aCountyPublishesItsOwnEditionAndWhatWasAskedForKeepsItsOwn() throws Exception {
        var before = now();
        assertThat(send(PAGE + "/edit", fields(before, "legalDays", "20", "promisedDays", "7", "name", "Food licence")))
                .hasRedirectedUrl(PAGE);
        assertThat(now()).isEqualTo(before);
        assertThat(get("/services/catalogue", places.county())).bodyText().contains("1份草稿等待发布");
        assertThat(get(PAGE, places.east())).bodyText().doesNotContain("Food licence");

        var edition = hidden(get(PAGE, places.county()), "edition");
        assertThat(send(PAGE + "/publish", List.of("edition", edition, "version", "0", "reason", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写原因");
        assertThat(send(PAGE + "/publish", List.of("edition", edition, "version", "0", "reason", "Own list")))
                .hasRedirectedUrl(PAGE);
        assertThat(now().name()).isEqualTo("Food licence");
        assertThat(now().own()).isTrue();
        assertThat(catalogue.item(places.east(), before.id())).contains(before);
        assertThat(get(PAGE, places.east())).bodyText().contains("Own list", "本地 第1版", "随系统提供 第1版");
        assertThat(statementsOf(() -> get(PAGE, places.county()))).hasSizeLessThanOrEqualTo(15);

        assertThat(send(PAGE + "/edit", fields(before, "name", "Late"))).hasStatus(409);
        assertThat(catalogue.item(PlaceFixtures.plantedIn(tree).county(), LICENCE))
                .contains(before);
    }

    @Test
    void anItemIsRetiredAndTakenBackWithReasons() {
        var before = now();
        assertThat(send(PAGE + "/retire", acting(before, "No longer ours"))).hasRedirectedUrl(PAGE);
        assertThat(catalogue.published(places.county())).hasSize(203);
        assertThat(get("/services/items/13-A-005?at=" + places.county(), places.county()))
                .bodyText()
                .contains("已经停办", "No longer ours");
        assertThat(send(PAGE + "/retire", acting(before, "Again"))).hasStatus(409);
        assertThat(send(PAGE + "/restore", acting(now(), "Ours again"))).hasRedirectedUrl(PAGE);
        assertThat(catalogue.published(places.county())).hasSize(204);
    }

    @Test
    void saysWhatIsWrongAndLosesNothing() {
        var item = now();
        assertThat(send(PAGE + "/edit", fields(item, "legalDays", "5", "promisedDays", "6", "fee", "Free of charge")))
                .hasStatus(422)
                .bodyText()
                .contains("不能超过法定的5个工作日", "Free of charge");
        assertThat(send(PAGE + "/edit", fields(item, "limitKind", "COUNTY", "limitBasis", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请填写期限的依据");
        assertThat(send("/services/catalogue/new", fields(item, "edition", "", "code", "13-A-005")))
                .hasStatus(422)
                .bodyText()
                .contains("已经有了");
        assertThat(send("/services/catalogue/new", fields(item, "edition", "", "code", "abc")))
                .hasStatus(422)
                .bodyText()
                .contains("02-P-010");
    }

    @Test
    void isEditedByTheCountyOnly() {
        assertThat(mvc.post()
                        .uri(PAGE + "/edit")
                        .with(SignedIn.at(places.township()))
                        .with(csrf()))
                .hasStatus(403);
        assertThat(get("/services/catalogue/new", places.east())).hasStatus(403);
        assertThat(get("/services/catalogue/import", places.east())).hasStatus(403);
        assertThat(get("/services/catalogue/13-A-999", places.county())).hasStatus(404);
    }

    @Test
    void theCountysListComesInFromASheet() throws Exception {
        var heads = List.of("编号", "事项名称", "受理层级", "办结层级", "法定期限（工作日）", "承诺期限（工作日）", "期限依据", "申请材料");
        var level = "村";
        assertThat(upload(Sheets.filled(heads, List.of("13-A-005", "Food", level, level, "5", "9", "List 2026", ""))))
                .hasStatus(422);
        assertThat(get("/services/catalogue/import/template", places.county())).hasStatusOk();
        assertThat(get("/services/catalogue/export", places.east())).hasStatusOk();
    }

    @Test
    void certificatesSayWhereToGo() {
        assertThat(send(
                        "/services/catalogue/certificates",
                        List.of("name", "户籍证明", "basis", "Letter", "instead", "Police")))
                .hasRedirectedUrl("/services/catalogue/certificates");
        assertThat(get("/services/catalogue/certificates", places.east()))
                .bodyText()
                .contains("Police");
        assertThat(get("/services/items?at=" + places.county() + "&words=户籍证明", places.east()))
                .bodyText()
                .contains("Police");
        assertThat(send("/services/catalogue/certificates/withdraw", List.of("name", "户籍证明", "reason", "By law")))
                .hasRedirectedUrl("/services/catalogue/certificates");
        assertThat(get("/services/items?at=" + places.county() + "&words=户籍证明", places.east()))
                .bodyText()
                .doesNotContain("Police");
    }

    private ServiceItem now() {
        return catalogue.item(places.county(), LICENCE).orElseThrow();
    }

    private static List<String> acting(ServiceItem item, String reason) {
        return List.of("edition", item.id().toString(), "version", Long.toString(item.version()), "reason", reason);
    }

    /** An item as it is typed, but for some fields. */
    private static List<String> fields(ServiceItem item, String... others) {
        var fields = new ArrayList<>(List.of(
                "edition",
                item.id().toString(),
                "version",
                Long.toString(item.version()),
                "code",
                item.code().toString(),
                "name",
                item.name(),
                "acceptLevel",
                "TOWNSHIP",
                "finishLevel",
                "COUNTY",
                "legalDays",
                "20",
                "promisedDays",
                "5",
                "limitKind",
                "LAW",
                "limitBasis",
                "Law",
                "fee",
                "",
                "names",
                "Form",
                "needs",
                "PROMISE",
                "copies",
                "2",
                "sources",
                "Office"));
        for (var at = 0; at < others.length; at += 2) {
            fields.set(fields.indexOf(others[at]) + 1, others[at + 1]);
        }
        return fields;
    }

    private static String hidden(MvcTestResult page, String name) {
        try {
            var text = page.getResponse().getContentAsString();
            var at = text.indexOf("name=\"" + name + "\" value=\"") + name.length() + 15;
            return text.substring(at, text.indexOf('"', at));
        } catch (UnsupportedEncodingException never) {
            throw new IllegalStateException(never);
        }
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult send(String path, List<String> fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(places.county())).with(csrf());
        for (var at = 0; at < fields.size(); at += 2) {
            request = request.param(fields.get(at), fields.get(at + 1));
        }
        return request.exchange();
    }

    private MvcTestResult upload(byte[] workbook) {
        return mvc.post()
                .uri("/services/catalogue/import")
                .multipart()
                .file(new MockMultipartFile("file", "items.xlsx", null, workbook))
                .with(SignedIn.at(places.county()))
                .with(csrf())
                .exchange();
    }
}
