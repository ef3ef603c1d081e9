package io.qiangcun.party.standard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ApplicationTest
class StandardPagesTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestClock clock;

    PlaceFixtures places;
    RequestPostProcessor county;
    RequestPostProcessor township;
    RequestPostProcessor east;
    OrganisationId branch;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        county = SignedIn.at(places.county());
        township = SignedIn.at(places.township());
        east = SignedIn.as(RoleName.VILLAGE, places.east(), branch.value());
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void whatTheRecordsKnowNobodyTypes() throws Exception {
        var page = get("/party/standards/checks/new", east);

        assertThat(page)
                .contains("正式党员 18 人，已设支部委员会", "answers[study].met", "answers[minutes].met")
                .doesNotContain("answers[size]", "answers[committee]");
        var form = form();
        form.put("answers[size].met", "no");
        var check = checked(form);
        assertThat(get("/party/standards/checks/" + check, township)).contains("正式党员 18 人");
        assertThat(get("/party/standards", east)).contains("East branch", "3/5");
    }

    @Test
    void saysAtEachItemWhatIsMissingAndLosesNothing() {
        var form = form();
        form.remove("answers[study].met");
        form.put("answers[study].note", "Thirty hours");

        assertThat(post("/party/standards/checks", form, east))
                .hasStatus(422)
                .bodyText()
                .contains("是否达标", "Thirty hours");
    }

    @Test
    void aBranchIsCheckedOnceInAPeriod() {
        checked(form());

        assertThat(post("/party/standards/checks", form(), east))
                .hasStatus(422)
                .bodyText()
                .contains("已经自查过");
    }

    @Test
    void goesFromTheBranchToTheTownshipToTheCounty() throws Exception {
        var check = checked(form());
        assertThat(post("/party/standards/checks/" + check + "/confirmation", confirmation(0, "confirm"), county))
                .hasStatus(409);
        assertThat(review(check, Map.of("verdicts[minutes].disagrees", "true"), township))
                .hasStatus(422)
                .bodyText()
                .contains("看法不同的，请写明原因");
        assertThat(review(
                        check,
                        Map.of("verdicts[minutes].disagrees", "true", "verdicts[minutes].reason", "No signatures"),
                        township))
                .hasStatus(302);
        assertThat(review(check, Map.of(), township)).hasStatus(409);

        assertThat(post("/party/standards/checks/" + check + "/confirmation", confirmation(1, "return"), county))
                .hasStatus(422)
                .bodyText()
                .contains("退回的，请写明原因");
        assertThat(post("/party/standards/checks/" + check + "/confirmation", confirmation(1, "confirm"), county))
                .hasStatus(302);

        assertThat(get("/party/standards/checks/" + check, east)).contains("No signatures", "2027-01-15", "2/5");
        assertThat(get("/party/standards/failed", township)).contains("East branch", "No signatures");
        assertThat(mvc.get().uri("/party/standards/export").with(township)).hasStatusOk();
        assertThat(mvc.get().uri("/party/standards/failed/export").with(township))
                .hasStatusOk();
    }

    @Test
    void whatIsNotMetIsPutRight() throws Exception {
        var check = checked(form());
        review(check, Map.of(), township);
        post("/party/standards/checks/" + check + "/confirmation", confirmation(1, "confirm"), county);
        var fix = new HashMap<>(Map.of("item", "study", "on", "2026-11-17", "note", "Two lessons"));
        assertThat(post("/party/standards/checks/" + check + "/fix", fix, east))
                .hasStatus(422)
                .bodyText()
                .contains("日期不能晚于今天", "Two lessons");
        fix.put("on", "2026-11-16");
        assertThat(post("/party/standards/checks/" + check + "/fix", fix, township))
                .hasStatus(404);

        assertThat(post("/party/standards/checks/" + check + "/fix", fix, east)).hasStatus(302);

        assertThat(get("/party/standards/checks/" + check, east)).contains("2026-11-16 已整改：Two lessons");
        assertThat(post("/party/standards/checks/" + check + "/fix", fix, east)).hasStatus(409);
    }

    @Test
    void nobodyChecksHimselfFromAbove() {
        var check = checked(form());

        assertThat(review(check, Map.of(), east)).hasStatus(403);
    }

    @Test
    void theCountyFillsInItsOwnItems() throws Exception {
        assertThat(get("/party/standards", county)).contains("条目内容待本地填写", "0 条可核查，共 14 条");
        assertThat(get("/party/standards/editions/strongest", east)).contains("第 14 条，内容待本地填写");
        var edition = new HashMap<>(Map.of(
                "title", "Strongest branch",
                "validFrom", "2026-11-16",
                "passPercent", "101",
                "basisText", "Paper 7",
                "items[0].code", "own1",
                "items[0].section", "Own",
                "items[0].title", "Keeps a garden",
                "items[0].basisText", "Paper 7, 1"));
        assertThat(post("/party/standards/editions/strongest", edition, county))
                .hasStatus(422)
                .bodyText()
                .contains("请填写 1 到 100", "Keeps a garden");
        edition.put("passPercent", "80");
        assertThat(post("/party/standards/editions/strongest", edition, township))
                .hasStatus(403);

        assertThat(post("/party/standards/editions/strongest", edition, county)).hasStatus(302);

        assertThat(get("/party/standards/checks/new?standard=strongest&organisation=" + branch, east))
                .contains("Keeps a garden", "answers[own1].met");
        assertThat(post("/party/standards/editions/strongest", edition, county))
                .hasStatus(422)
                .bodyText()
                .contains("生效日期要晚于它");
        var elsewhere = PlaceFixtures.plantedIn(tree);
        assertThat(get("/party/standards/editions/strongest", SignedIn.at(elsewhere.county())))
                .doesNotContain("Keeps a garden");
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() throws Exception {
        var check = checked(form());
        var west = SignedIn.at(places.west());
        var other = SignedIn.at(PlaceFixtures.plantedIn(tree).township());

        assertThat(get("/party/standards", west)).doesNotContain("East branch");
        assertThat(mvc.get().uri("/party/standards/checks/" + check).with(west)).hasStatus(404);
        assertThat(review(check, Map.of(), other)).hasStatus(404);
        assertThat(post("/party/standards/checks", form(), west)).hasStatus(404);
    }

    private Map<String, String> form() {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "organisation",
                branch.toString(),
                "standard",
                "branch",
                "answers[study].met",
                "no",
                "answers[study].note",
                "Thirty hours",
                "answers[minutes].met",
                "yes",
                "answers[minutes].note",
                "",
                "answers[structure].met",
                "yes"));
    }

    private UUID checked(Map<String, String> form) {
        assertThat(post("/party/standards/checks", form, east)).hasStatus(302);
        return UUID.fromString(String.valueOf(form.get("id")));
    }

    private MvcTestResult review(UUID check, Map<String, String> verdicts, RequestPostProcessor who) {
        var form = new HashMap<>(verdicts);
        form.put("version", "0");
        return post("/party/standards/checks/" + check + "/review", form, who);
    }

    private static Map<String, String> confirmation(int version, String decision) {
        return Map.of("version", Integer.toString(version), "decision", decision, "reason", "");
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
