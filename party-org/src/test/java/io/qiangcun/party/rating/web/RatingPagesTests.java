package io.qiangcun.party.rating.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.member.MemberFixtures;
import io.qiangcun.party.member.MemberId;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.party.post.PostFixtures;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.Track;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
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
class RatingPagesTests {

    private static final Pattern STARS = Pattern.compile("/party/ratings/stars/([0-9a-f-]{36})");

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

    @Autowired
    TestClock clock;

    PlaceFixtures places;
    RequestPostProcessor county;
    RequestPostProcessor township;
    RequestPostProcessor east;
    OrganisationId branch;
    MemberId anna;
    MemberId bert;
    PersonId annaHerself;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        county = SignedIn.at(places.county());
        township = SignedIn.at(places.township());
        east = SignedIn.as(RoleName.VILLAGE, places.east(), branch.value());
        annaHerself = PeopleFixtures.personIn(people, places.east(), "Anna");
        anna = MemberFixtures.memberOf(members, places.east(), branch, annaHerself);
        bert = MemberFixtures.memberOf(
                members, places.east(), branch, PeopleFixtures.personIn(people, places.east(), "Bert"));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void goesFromSelfRatingToThePlaqueOnTheHouse() throws Exception {
        var round = opened();
        assertThat(step(round, "self", Map.of("evidence[meeting]", "All were there")))
                .hasStatus(422)
                .bodyText()
                .contains("还没有登记自评：Anna、Bert");
        counted(round, anna, "SELF", 1, "10");
        counted(round, bert, "SELF", 1, "8");
        assertThat(step(round, "self", Map.of("evidence[meeting]", "All were there")))
                .hasStatus(302);
        counted(round, anna, "REVIEW", 10, "95");
        counted(round, bert, "REVIEW", 10, "60");
        assertThat(step(round, "review", Map.of("evidence[given]", "12", "evidence[returned]", "10")))
                .hasStatus(302);
        assertThat(get("/party/ratings/rounds/" + round, township)).contains("95.5", "4 星", "61.8", "1 星");
        assertThat(judge(round, bert, Map.of("stars", "2"))).hasStatus(422);
        assertThat(judge(round, bert, Map.of("stars", "2", "reason", "Saved a child")))
                .hasStatus(302);
        assertThat(decide(round)).hasStatus(302);
        assertThat(count(round, anna, "SELF", 1, "1")).hasStatus(422).bodyText().contains("评分表不再改动");
        assertThat(step(round, "publish", Map.of("evidence[channel]", "Board", "publicFrom", "2026-11-16")))
                .hasStatus(302);
        assertThat(get("/party/ratings/stars", township)).doesNotContain("Anna");

        closePublication(round);
        assertThat(step(round, "award", Map.of())).hasStatus(302);

        assertThat(get("/party/ratings/stars", township)).containsSubsequence("Anna", "★★★★☆", "Bert", "★★☆☆☆");
        assertThat(get("/party/ratings/plaques", east)).contains("待挂牌".substring(1), "共产党员户", "Anna");
        assertThat(mvc.get().uri("/party/ratings/stars/export").with(township)).hasStatusOk();
        changesWithAReasonAndTakesThePlaqueDown();
    }

    private void changesWithAReasonAndTakesThePlaqueDown() throws Exception {
        var award = firstStars();
        assertThat(post("/party/ratings/stars/" + award + "/plaque", Map.of("up", "true"), east))
                .hasStatus(302);
        var today = "2026-11-24";
        var change = new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "stars", "0", "on", today, "reason", ""));
        assertThat(post("/party/ratings/stars/" + award + "/change", change, east))
                .hasStatus(422)
                .bodyText()
                .contains("请填写，不超过");
        change.put("reason", "Broke the rules of the village");

        assertThat(post("/party/ratings/stars/" + award + "/change", change, east))
                .hasStatus(302);

        assertThat(get("/party/ratings/plaques", east)).contains("应当摘牌的");
        assertThat(post("/party/ratings/stars/" + award + "/plaque", Map.of("up", "false"), east))
                .hasStatus(302);
        assertThat(get("/party/ratings/plaques", east)).doesNotContain("应当摘牌的");
    }

    @Test
    void saysAtEachItemWhatCannotBe() {
        var round = opened();

        assertThat(count(round, anna, "REVIEW", 10, "101"))
                .hasStatus(422)
                .bodyText()
                .contains("应当在 0 到 100 之间", "value=\"101\"");
        assertThat(count(round, anna, "REVIEW", 0, "1"))
                .hasStatus(422)
                .bodyText()
                .contains("评分表份数应当");
        assertThat(count(round, anna, "SELF", 1, "x")).hasStatus(422).bodyText().contains("请填写分数");
    }

    @Test
    void aBranchRatesOnceAYear() {
        opened();

        assertThat(open()).hasStatus(422).bodyText().contains("2026 年度已经启动过评定");
    }

    @Test
    void whoFailsAConditionGetsNoStar() throws Exception {
        var round = opened();
        assertThat(judge(round, bert, Map.of("failedCondition", "condition1", "reason", "Convicted", "model", "true")))
                .hasStatus(422)
                .bodyText()
                .contains("不符合申报条件的不授星");

        assertThat(judge(round, bert, Map.of("failedCondition", "condition1", "reason", "Convicted")))
                .hasStatus(302);

        assertThat(get("/party/ratings/rounds/" + round, east)).contains("Convicted", "0 星");
        counted(round, anna, "SELF", 1, "10");
        assertThat(step(round, "self", Map.of("evidence[meeting]", "All"))).hasStatus(302);
    }

    @Test
    void theCountyDecidesWhatAStarIsWorth() throws Exception {
        var scale = new HashMap<>(Map.of("validFrom", "2026-11-16", "basisText", "Paper 3"));
        scale.putAll(Map.of(
                "lines[0].kind",
                "LEVEL",
                "lines[0].code",
                "star1",
                "lines[0].title",
                "One star",
                "lines[0].amount",
                "75"));
        assertThat(post("/party/ratings/scale", scale, county))
                .hasStatus(422)
                .bodyText()
                .contains("逐级升高", "One star");
        scale.put("lines[0].amount", "50");
        assertThat(post("/party/ratings/scale", scale, township)).hasStatus(403);

        assertThat(post("/party/ratings/scale", scale, county)).hasStatus(302);

        assertThat(get("/party/ratings/scale", east)).contains("One star", "Paper 3");
        assertThat(post("/party/ratings/scale", scale, county))
                .hasStatus(422)
                .bodyText()
                .contains("没有改动");
    }

    @Test
    void aSecretaryIsGradedByRecordsAndByThoseAbove() throws Exception {
        PostFixtures.postIn(posts, places.east(), annaHerself, Track.PARTY, PostRole.HEAD);
        var page = "/party/ratings/secretaries/" + places.east();
        assertThat(get(page + "/grade", township))
                .contains("组织生活按时", "given[income].points")
                .doesNotContain("given[life]");
        var grade = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "given[income].points",
                "21",
                "given[income].reason",
                "Met its target",
                "given[people].points",
                "18",
                "given[people].reason",
                "Voted for",
                "payNote",
                "Second grade"));
        assertThat(post(page + "/grade", grade, township))
                .hasStatus(422)
                .bodyText()
                .contains("0 到 20", "Second grade");
        grade.put("given[income].points", "20");
        assertThat(post(page + "/grade", grade, east)).hasStatus(403);

        assertThat(post(page + "/grade", grade, township)).hasStatus(302);

        assertThat(get(page, east)).contains("Second grade", "Voted for", "Met its target");
        assertThat(get("/party/ratings/secretaries", township)).contains("Anna", "Second grade");
        assertThat(post(page + "/grade", grade, county))
                .hasStatus(422)
                .bodyText()
                .contains("本年度已于");
        assertThat(mvc.get().uri("/party/ratings/secretaries/export").with(township))
                .hasStatusOk();
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() throws Exception {
        var round = opened();
        var west = SignedIn.at(places.west());

        assertThat(get("/party/ratings", west)).doesNotContain("East branch");
        assertThat(mvc.get().uri("/party/ratings/rounds/" + round).with(west)).hasStatus(404);
        assertThat(post("/party/ratings/rounds/" + round + "/members/" + anna + "/SELF", Map.of(), west))
                .hasStatus(404);
        assertThat(mvc.get().uri("/party/ratings/secretaries/" + places.east()).with(west))
                .hasStatus(404);
    }

    private MvcTestResult open() {
        return post(
                "/party/ratings", Map.of("id", UUID.randomUUID().toString(), "organisation", branch.toString()), east);
    }

    private UUID opened() {
        var result = open();
        assertThat(result).hasStatus(302);
        var path = String.valueOf(result.getResponse().getRedirectedUrl());
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private MvcTestResult count(UUID round, MemberId member, String phase, int sheets, String points) {
        var form = new HashMap<String, String>();
        form.put("sheets", Integer.toString(sheets));
        for (var n = 1; n <= 10; n++) {
            form.put("sums[item" + n + "]", points);
        }
        return post("/party/ratings/rounds/" + round + "/members/" + member + "/" + phase, form, east);
    }

    private void counted(UUID round, MemberId member, String phase, int sheets, String points) {
        assertThat(count(round, member, phase, sheets, points)).hasStatus(302);
    }

    private MvcTestResult judge(UUID round, MemberId member, Map<String, String> form) {
        return post("/party/ratings/rounds/" + round + "/members/" + member + "/judgement", form, east);
    }

    private MvcTestResult decide(UUID round) {
        return step(
                round,
                "decide",
                Map.of(
                        "outcome",
                        "agreed",
                        "evidence[body]",
                        "committee",
                        "evidence[opinion]",
                        "As counted",
                        "members",
                        "5",
                        "entitled",
                        "5",
                        "present",
                        "5",
                        "yes",
                        "5",
                        "no",
                        "0",
                        "abstain",
                        "0"));
    }

    private MvcTestResult step(UUID round, String step, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", UUID.randomUUID().toString());
        form.put("seen", "0");
        form.put("actedOn", today());
        form.putIfAbsent("outcome", "done");
        return post("/core/cases/" + round + "/steps/" + step, form, east);
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }

    private void closePublication(UUID round) throws UnsupportedEncodingException {
        clock.set(LocalDate.of(2026, 11, 24));
        var page = get("/core/cases/" + round, east);
        var close = Pattern.compile("action=\"(/core/cases/[^\"]*/close)\"").matcher(page);
        assertThat(close.find()).as("a publication to close").isTrue();
        assertThat(post(close.group(1), Map.of("closedOn", "2026-11-24"), east)).hasStatus(302);
    }

    private UUID firstStars() throws UnsupportedEncodingException {
        var stars = STARS.matcher(get("/party/ratings/stars", east));
        assertThat(stars.find()).isTrue();
        return UUID.fromString(stars.group(1));
    }

    private MvcTestResult post(String path, Map<String, String> form, RequestPostProcessor who) {
        var request = mvc.post().uri(path).with(who);
        form.forEach(request::param);
        return request.exchange();
    }

    private String get(String path, RequestPostProcessor who) throws UnsupportedEncodingException {
        var result = mvc.get().uri(path).with(who).exchange();
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
