package io.qiangcun.core.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class PeoplePagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    PeopleService people;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    RequestPostProcessor township;
    RequestPostProcessor east;
    RequestPostProcessor west;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        township = SignedIn.at(places.township());
        east = SignedIn.at(places.east());
        west = SignedIn.at(places.west());
    }

    @Test
    void listsFiltersAndExports() throws Exception {
        PeopleFixtures.personIn(people, places.east(), "East One");
        PeopleFixtures.personIn(
                people,
                places.west(),
                new PersonDetails("West One", Sex.MALE, PeopleFixtures.BORN, Education.PRIMARY, null),
                null);

        assertThat(get("/core/people", township)).contains("East One", "West One", "共 2 条", "大专");
        assertThat(get("/core/people?sex=MALE", township)).contains("West One").doesNotContain("East One");
        assertThat(get("/core/people?place=" + places.east() + "&text=One&state=HERE&education=", township))
                .contains("East One")
                .doesNotContain("West One");
        assertThat(get("/core/people?state=DIED", township)).contains("没有符合条件的人员。");
        assertThat(mvc.get().uri("/core/people/export").with(township))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void listsInAHandfulOfStatements() throws Exception {
        for (var number = 0; number < 15; number++) {
            PeopleFixtures.personIn(people, places.east(), "East " + number);
        }

        assertThat(StatementCounter.statementsOf(() -> get("/core/people", township)))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() throws Exception {
        var id = PeopleFixtures.personIn(people, places.west(), "West One");
        PeopleFixtures.personIn(people, places.east(), "East One");

        assertThat(get("/core/people", east)).contains("East One").doesNotContain("West One");
        for (var page : List.of("", "/edit", "/move", "/leave", "/die", "/take-back", "/reveal/PHONE")) {
            assertThat(mvc.get().uri("/core/people/" + id + page).with(east))
                    .as(page)
                    .hasStatus(404);
            if (!page.isEmpty()) {
                assertThat(post("/core/people/" + id + page, form("One"), east))
                        .as(page)
                        .hasStatus(404);
            }
        }
        assertThat(post("/core/people/" + id + "/receive", Map.of(), east)).hasStatus(404);
    }

    @Test
    void recordsFromTheIdentityNumberWhatItSays() throws Exception {
        var number = PeopleFixtures.freshNumber();
        var form = form("New One");
        form.put("bornOn", "");
        form.put("sex", "");
        form.put("identityNumber", number.value());
        form.put("household", "3-12");

        var result = post("/core/people", form, east);
        assertThat(post("/core/people", form, east)).hasStatus(302);

        assertThat(result).hasRedirectedUrl("/core/people/" + form.get("id"));
        assertThat(get("/core/people/" + form.get("id"), east))
                .contains("New One", "女", "1980-05-01", number.masked(), "3-12", "138****1234")
                .doesNotContain(number.value())
                .doesNotContain("13800001234");
        assertThat(post("/core/people/find", Map.of("identityNumber", number.value()), east))
                .hasRedirectedUrl("/core/people/" + form.get("id"));
        assertThat(post("/core/people/find", Map.of("identityNumber", number.value()), west))
                .hasStatus(422)
                .bodyText()
                .contains("辖区内没有登记这个身份证号的人员");
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        var form = form("New One");
        form.put("identityNumber", "110105194912310020");
        form.put("phone", "123");
        form.put("education", "");

        assertThat(post("/core/people", form, east))
                .hasStatus(422)
                .bodyText()
                .contains("身份证号的最后一位与前面各位不符", "联系电话应为11位手机号码", "请选择文化程度")
                .contains("110105194912310020", "New One", "value=\"123\"");
    }

    @Test
    void hintsAtWhoMayBeTheSame() throws Exception {
        PeopleFixtures.personIn(people, places.east(), "New One");
        var form = form("New One");

        assertThat(post("/core/people", form, east))
                .hasStatus(422)
                .bodyText()
                .contains("已有 1 人姓名和出生日期相同", "已核对，不是同一个人", "East Village");
        form.put("notTheSame", "true");
        assertThat(post("/core/people", form, east)).hasStatus(302);
    }

    @Test
    void showsAFieldOnlyForAReason() throws Exception {
        var id = PeopleFixtures.personIn(people, places.east(), "East One");

        assertThat(post("/core/people/" + id + "/reveal/PHONE", Map.of("reason", ""), east))
                .hasStatus(422)
                .bodyText()
                .contains("请写明查看原因")
                .doesNotContain("13800001234");
        assertThat(post("/core/people/" + id + "/reveal/PHONE", Map.of("reason", "通知防汛转移"), east))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .bodyText()
                .contains("13800001234");
        assertThat(mvc.get().uri("/core/people").with(SignedIn.as(RoleName.AUDITOR, places.county())))
                .hasStatus(403);
    }

    @Test
    void showsBothVersionsWhenSomebodyWasFaster() throws Exception {
        var id = PeopleFixtures.personIn(people, places.east(), "East One");
        var form = form("Mine");
        form.put("version", "0");
        assertThat(post("/core/people/" + id + "/edit", form, east)).hasStatus(302);
        form.put("name", "Too late");

        assertThat(post("/core/people/" + id + "/edit", form, east))
                .hasStatus(409)
                .bodyText()
                .contains("Too late", "Mine");
    }

    @Test
    void isHandedOverAndTakenInOnTheList() throws Exception {
        var id = PeopleFixtures.personIn(people, places.east(), "East One");
        assertThat(get("/core/people/" + id + "/move", east)).contains("West Village");

        assertThat(post(
                        "/core/people/" + id + "/move",
                        Map.of("version", "0", "to", places.west().value()),
                        east))
                .hasStatus(302);
        assertThat(get("/core/people/" + id, east)).contains("正转往");
        assertThat(get("/core/people", west)).contains("待接收的人员", "East One");
        assertThat(post("/core/people/" + id + "/receive", Map.of(), west)).hasStatus(302);

        assertThat(get("/core/people/" + id, west)).contains("East One", "在册");
        assertThat(mvc.get().uri("/core/people/" + id).with(east)).hasStatus(404);
    }

    @Test
    void showsAHouseholdWithItsPeople() throws Exception {
        var form = form("New One");
        form.put("household", "7");
        post("/core/people", form, east);
        var page = get("/core/people/" + form.get("id"), east);
        var path = page.replaceAll("(?s).*href=\"(/core/people/households/[0-9a-f-]+)\".*", "$1");

        assertThat(get(path, east)).contains("户 7", "New One");
        assertThat(post(path, Map.of("version", "0", "address", "二组 12号"), east))
                .hasStatus(302);
        assertThat(get(path, east)).contains("二组 12号");
        assertThat(mvc.get().uri(path).with(west)).hasStatus(404);
    }

    private Map<String, String> form(String name) {
        var form = new HashMap<String, String>();
        form.put("id", PersonId.next().toString());
        form.put("version", "0");
        form.put("place", places.east().value());
        form.put("name", name);
        form.put("bornOn", PeopleFixtures.BORN.toString());
        form.put("sex", "FEMALE");
        form.put("education", "COLLEGE");
        form.put("phone", "138 0000 1234");
        return form;
    }

    private String get(String path, RequestPostProcessor who) throws UnsupportedEncodingException {
        var result = mvc.get().uri(path).with(who).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MvcTestResult post(String path, Map<String, String> form, RequestPostProcessor who) {
        var request = mvc.post().uri(path).with(who);
        form.forEach(request::param);
        return request.exchange();
    }
}
