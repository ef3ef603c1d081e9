package io.qiangcun.party.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.member.MemberFixtures;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.party.post.PostFixtures;
import io.qiangcun.party.post.PostId;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.StructureRuleId;
import io.qiangcun.party.post.Track;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.StatementCounter;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class PostPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    PeopleService people;

    @Autowired
    MemberService members;

    @Autowired
    PostService posts;

    @Autowired
    MockMvcTester mvc;

    PlaceFixtures places;
    RequestPostProcessor township;
    RequestPostProcessor east;
    PersonId secretary;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        township = SignedIn.at(places.township());
        east = SignedIn.at(places.east());
        secretary = PeopleFixtures.personIn(
                people,
                places.east(),
                new PersonDetails("Young Graduate", Sex.FEMALE, LocalDate.of(1995, 1, 1), Education.BACHELOR, null),
                null);
        var branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        MemberFixtures.memberOf(members, places.east(), branch, secretary);
    }

    @Test
    void saysWhichVillagesMeetTheRulesAndWithWhom() throws Exception {
        assertThat(get("/party/structure", township))
                .contains("Stone Bridge East Village", "Stone Bridge West Village", "至少1名女性", "缺书记");
        secretaryHeadsBoth();

        assertThat(get("/party/structure/" + places.east(), township))
                .contains("全部符合", "Young Graduate", "书记、主任一肩挑", "1/1");
        assertThat(get("/party/structure/" + places.west(), township)).contains("4 项未达到");
        assertThat(mvc.get().uri("/party/structure/export").with(township)).hasStatusOk();
    }

    @Test
    void asksTheDatabaseAHandfulOfTimes() throws Exception {
        secretaryHeadsBoth();

        assertThat(StatementCounter.statementsOf(() -> get("/party/structure", township)))
                .hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void aCountyLooksAtEachTownshipAndATownshipAtEachVillage() throws Exception {
        secretaryHeadsBoth();
        var county = SignedIn.at(places.county());

        assertThat(get("/party/structure", county))
                .contains(
                        "within=" + places.township(), "/core/metrics/party.structure-gaps?place=" + places.township());
        assertThat(get("/party/structure?within=" + places.township(), county))
                .contains("/party/structure/" + places.east(), "Stone Bridge West Village");
    }

    @Test
    void listsThoseWhoHoldPostsWithEveryFilter() throws Exception {
        secretaryHeadsBoth();

        assertThat(get("/party/posts", township)).contains("Young Graduate", "党组织书记", "自治组织主任");
        assertThat(get(
                        "/party/posts?track=PARTY&sex=FEMALE&education=BACHELOR&fromAge=31&toAge=31&text=Young",
                        township))
                .contains("Young Graduate", "共 1 条");
        assertThat(get("/party/posts?toAge=30", township)).contains("没有符合条件的任职");
        assertThat(get("/party/posts", SignedIn.at(places.west()))).doesNotContain("Young Graduate");
        assertThat(mvc.get().uri("/party/posts/export?track=PARTY").with(township))
                .hasStatusOk();
    }

    @Test
    void aCountyWritesItsOwnRules() throws Exception {
        var county = SignedIn.at(places.county());
        assertThat(post("/party/structure-rules", Map.of(), county))
                .hasStatus(422)
                .bodyText()
                .contains("请填写要求", "请选择检查内容", "请写明依据");
        var form = new HashMap<String, String>();
        form.put("id", StructureRuleId.next().toString());
        form.put("title", "At least two women");
        form.put("feature", "WOMAN");
        form.put("share", "true");
        form.put("amount", "100");
        form.put("basis", "County paper 1");
        form.put("validFrom", "2026-11-16");
        assertThat(post("/party/structure-rules", form, county))
                .hasStatus(422)
                .bodyText()
                .contains("比例应当小于 100%");
        form.put("share", "false");
        form.put("amount", "2");
        assertThat(post("/party/structure-rules", form, county)).hasRedirectedUrl("/party/structure-rules");

        assertThat(get("/party/structure-rules", township))
                .contains("At least two women", "至少 2 人", "County paper 1")
                .doesNotContain("/end\"");
        assertThat(get("/party/structure", county)).contains("At least two women");
        assertThat(post("/party/structure-rules", form, township)).hasStatus(403);
        var end = "/party/structure-rules/" + form.get("id") + "/end";
        assertThat(post(end, Map.of(), township)).hasStatus(403);
        assertThat(post(end, Map.of(), county)).hasRedirectedUrl("/party/structure-rules");
        assertThat(get("/party/structure-rules", county)).contains("2026-11-17 前有效");
        var elsewhere = SignedIn.at(PlaceFixtures.plantedIn(tree).county());
        assertThat(get("/party/structure-rules", elsewhere)).doesNotContain("At least two women");
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() throws Exception {
        var id = PostFixtures.postIn(posts, places.east(), secretary, Track.PARTY, PostRole.HEAD);
        var other = SignedIn.at(PlaceFixtures.plantedIn(tree).township());
        var west = SignedIn.at(places.west());

        assertThat(mvc.get().uri("/party/structure/" + places.east()).with(west))
                .hasStatus(404);
        assertThat(get("/party/structure", other)).doesNotContain("Young Graduate");
        assertThat(mvc.get().uri("/party/posts/" + id + "/end").with(other)).hasStatus(404);
        assertThat(post("/party/posts/" + id + "/end", Map.of(), other)).hasStatus(404);
        assertThat(post("/party/structure/" + places.east(), form("PARTY", "HEAD"), other))
                .hasStatus(404);
    }

    @Test
    void aVillageReadsItsOwnButDoesNotWrite() throws Exception {
        assertThat(mvc.get().uri("/party/structure").with(east)).hasRedirectedUrl("/party/structure/" + places.east());
        assertThat(get("/party/structure/" + places.east(), east)).doesNotContain("登记任职");
        assertThat(post("/party/structure/" + places.east(), form("PARTY", "HEAD"), east))
                .hasStatus(403);
    }

    @Test
    void takesAPostOnceAndHasOneHead() throws Exception {
        var page = "/party/structure/" + places.east();
        assertThat(get(page + "/new", township)).contains("Young Graduate");
        var form = form("PARTY", "HEAD");
        assertThat(post(page, form, township)).hasRedirectedUrl(page);
        assertThat(post(page, form, township)).hasRedirectedUrl(page);

        var second = form("PARTY", "HEAD");
        second.put(
                "person",
                PeopleFixtures.personIn(people, places.east(), "Other").toString());
        assertThat(post(page, second, township)).hasStatus(422).bodyText().contains("这个班子已有主要负责人");
        assertThat(post(page, form("PARTY", "ORDINARY"), township))
                .hasStatus(422)
                .bodyText()
                .contains("此人已在这个班子任职");
        var sent = form("VILLAGERS", "HEAD");
        sent.put("dispatched", "true");
        assertThat(post(page, sent, township)).hasStatus(422).bodyText().contains("不能选派");
        assertThat(post(page, Map.of(), township)).hasStatus(422).bodyText().contains("请选择人员", "请填写任职日期");
        assertThat(get("/core/people/" + secretary, township)).contains("党组织书记，2026-03-01 至 今");
    }

    @Test
    void endsOnlyAsTheLawKnows() throws Exception {
        var id = PostFixtures.postIn(posts, places.east(), secretary, Track.VILLAGERS, PostRole.HEAD);
        var page = "/party/posts/" + id + "/end";
        assertThat(get(page, township)).contains("罢免", "任何组织或者个人不得指定、委派或者撤换").doesNotContain("免职");
        var form = new HashMap<String, String>();
        form.put("version", "0");
        form.put("ending", "REMOVED");
        form.put("on", "2026-11-16");
        form.put("reason", "Because");

        assertThat(post(page, form, township)).hasStatus(422).bodyText().contains("这类职务不能以这种方式结束");
        form.put("ending", "RECALLED");
        assertThat(post(page, form, township)).hasRedirectedUrl("/party/structure/" + places.east());

        assertThat(get("/party/structure/" + places.east(), township)).contains("曾任职人员", "罢免");
    }

    private void secretaryHeadsBoth() {
        PostFixtures.postIn(posts, places.east(), secretary, Track.PARTY, PostRole.HEAD);
        PostFixtures.postIn(posts, places.east(), secretary, Track.VILLAGERS, PostRole.HEAD);
    }

    private Map<String, String> form(String track, String role) {
        var form = new HashMap<String, String>();
        form.put("id", PostId.next().toString());
        form.put("person", secretary.toString());
        form.put("track", track);
        form.put("role", role);
        form.put("since", "2026-03-01");
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
