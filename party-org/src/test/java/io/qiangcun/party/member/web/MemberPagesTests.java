package io.qiangcun.party.member.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.member.MemberFixtures;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class MemberPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    PeopleService people;

    @Autowired
    MemberService members;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    OrganisationId eastBranch;
    OrganisationId westBranch;
    RequestPostProcessor township;
    RequestPostProcessor east;
    RequestPostProcessor west;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        eastBranch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        westBranch = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");
        township = SignedIn.at(places.township());
        east = SignedIn.at(places.east());
        west = SignedIn.at(places.west());
    }

    @Test
    void listsFiltersCountsAndExports() throws Exception {
        eastMember("East One");
        MemberFixtures.memberOf(
                members, places.west(), westBranch, PeopleFixtures.personIn(people, places.west(), "West One"));

        assertThat(get("/party/members", township)).contains("East One", "West One", "共 2 条", "正式党员");
        assertThat(get("/party/members?organisation=" + eastBranch, township))
                .contains("East One")
                .doesNotContain("West One");
        assertThat(get("/party/members?text=West", township))
                .contains("West One")
                .doesNotContain("East One");
        assertThat(get("/party/members?state=FLOATING&standing=&place=", township))
                .contains("没有符合条件的党员。");
        assertThat(mvc.get().uri("/party/members/export").with(township)).hasStatusOk();
    }

    @Test
    void listsInAHandfulOfStatements() throws Exception {
        for (var number = 0; number < 15; number++) {
            eastMember("East " + number);
        }

        assertThat(StatementCounter.statementsOf(() -> get("/party/members", township)))
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() throws Exception {
        var id = eastMember("East One");

        assertThat(get("/party/members", west)).doesNotContain("East One");
        assertThat(mvc.get().uri("/party/members/" + id).with(west)).hasStatus(404);
        for (var step : MemberStep.values()) {
            assertThat(mvc.get().uri("/party/members/" + id + "/" + step.path()).with(west))
                    .hasStatus(404);
            assertThat(post("/party/members/" + id + "/" + step.path(), Map.of("version", "0"), west))
                    .hasStatus(404);
        }
        assertThat(post("/party/members/" + id + "/receive", Map.of("into", westBranch.toString()), west))
                .hasStatus(404);
    }

    @Test
    void isEnrolledFromThePersonsPage() throws Exception {
        var person = PeopleFixtures.personIn(people, places.east(), "East One");
        assertThat(get("/core/people/" + person, east)).contains("/party/members/new?person=" + person);
        assertThat(get("/party/members/new?person=" + person, east)).contains("East One", "East branch");
        var id = MemberId.next().toString();
        var form = Map.of(
                "id",
                id,
                "person",
                person.toString(),
                "organisation",
                eastBranch.toString(),
                "standing",
                "FULL",
                "joinedOn",
                "2010-07-01",
                "fullOn",
                "2011-07-01");

        assertThat(post("/party/members", Map.of("person", person.toString(), "joinedOn", "x"), east))
                .hasStatus(422)
                .bodyText()
                .contains("请选择所在党支部", "请选择党员类别");
        assertThat(post("/party/members", form, east)).hasRedirectedUrl("/party/members/" + id);

        assertThat(get("/party/members/" + id, east)).contains("East One", "East branch", "2011-07-01", "登记入册");
        assertThat(get("/core/people/" + person, east)).contains("East branch，正式党员，2010-07-01 入党");
        assertThat(get("/party/activities/new?kind=MEMBERS_MEETING&organisation=" + eastBranch, east))
                .contains("name=\"expectedCount\" value=\"1\"");
    }

    @Test
    void isHandedOverAndTakenInOnTheList() throws Exception {
        var id = eastMember("East One");
        assertThat(get("/party/members/" + id + "/transfer", east)).contains("West Village", "由对方接收");

        assertThat(post(
                        "/party/members/" + id + "/transfer",
                        Map.of("version", "0", "to", "place:" + places.west(), "on", "2026-11-16"),
                        east))
                .hasStatus(302);
        assertThat(get("/party/members/" + id, east)).contains("正转往");
        assertThat(get("/party/members", west)).contains("待接收的党员", "East One", "West branch");
        assertThat(post("/party/members/" + id + "/receive", Map.of("into", westBranch.toString()), west))
                .hasStatus(302);

        assertThat(get("/party/members/" + id, west)).contains("East One", "West branch", "接收转入");
    }

    @ParameterizedTest
    @ValueSource(strings = {"float", "exclude", "observe", "end", "transfer"})
    void asksForWhatIsMissing(String step) throws Exception {
        var id = eastMember("East One");
        assertThat(get("/party/members/" + id + "/" + step, east)).contains("East One");

        assertThat(post("/party/members/" + id + "/" + step, Map.of("version", "0", "on", ""), east))
                .hasStatus(422)
                .bodyText()
                .contains("请填写日期");
    }

    private MemberId eastMember(String name) {
        return MemberFixtures.memberOf(
                members, places.east(), eastBranch, PeopleFixtures.personIn(people, places.east(), name));
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
