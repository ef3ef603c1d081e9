package io.qiangcun.party.points.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.qiangcun.core.account.RoleName;
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
class PointsPagesTests {

    private static final Pattern CODE = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");

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

    @Autowired
    TestClock clock;

    PlaceFixtures places;
    RequestPostProcessor county;
    RequestPostProcessor township;
    RequestPostProcessor east;
    OrganisationId branch;
    MemberId anna;
    MemberId bert;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        county = SignedIn.at(places.county());
        township = SignedIn.at(places.township());
        east = SignedIn.as(RoleName.VILLAGE, places.east(), branch.value());
        anna = member("Anna");
        bert = member("Bert");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void aFactCountsOnceSomebodyElseHasSaidYes() throws Exception {
        var entry = entered(anna, "emergency", "2026-08-01", "Watched the dyke");
        assertThat(account(anna)).contains("Watched the dyke", "待审核").doesNotContain(">62<");

        decided(entry, "APPROVED", township);

        assertThat(account(anna)).contains(">62<", "已审核");
        assertThat(get("/party/points", township)).contains("Anna", "+2", "East branch");
        assertThat(mvc.get().uri("/party/points/export").with(township)).hasStatusOk();
    }

    @Test
    void nobodyDecidesAboutWhatHeEnteredNorAboutHimself() throws Exception {
        var own = entered(anna, "volunteer", "2026-08-01", "Swept the square");
        assertThat(get("/party/points/entries/" + own, east))
                .contains("记录是您登记的")
                .doesNotContain("/decision");
        assertThat(decide(own, "APPROVED", east)).hasStatus(422).bodyText().contains("记录是您登记的，请由其他人审核");

        var holder = member("Holder at " + places.township());
        var about = entered(holder, "emergency", "2026-08-01", "Watched the dyke");
        assertThat(decide(about, "APPROVED", township))
                .hasStatus(422)
                .bodyText()
                .contains("记录是关于您本人的");
        decided(about, "APPROVED", county);
    }

    @Test
    void theSameFactCountsOnce() {
        entered(anna, "help", "2026-08-01", "Repaired a roof");

        assertThat(enter(anna, "help", "2026-08-01", " Repaired a  roof ", "minutes 5"))
                .hasStatus(422)
                .bodyText()
                .contains("这名党员的这件事已经计过一次");
        entered(bert, "help", "2026-08-01", "Repaired a roof");
    }

    @Test
    void aCapIsACap() {
        for (var n = 1; n <= 5; n++) {
            entered(anna, "help", "2026-08-0" + n, "Helped");
        }

        assertThat(enter(anna, "help", "2026-08-06", "Helped", "minutes 5"))
                .hasStatus(422)
                .bodyText()
                .contains("每年最多计 10 分，今年已有 10 分");
        // another year, another cap
        entered(anna, "help", "2025-08-06", "Helped");
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndLosesNothing() {
        var west = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");
        var stranger = MemberFixtures.memberOf(
                members, places.west(), west, PeopleFixtures.personIn(people, places.west(), "Wim"));

        assertThat(enter(stranger, "help", "2026-08-01", "Helped", "minutes 5"))
                .hasStatus(422)
                .bodyText()
                .contains("此人不是这个支部的党员", "Helped", "minutes 5");
        assertThat(enter(anna, "help", "2009-08-01", "Helped", "minutes 5"))
                .hasStatus(422)
                .bodyText()
                .contains("才入党");
        assertThat(enter(anna, "help", "2026-11-17", "Helped", "minutes 5"))
                .hasStatus(422)
                .bodyText()
                .contains("日期不能晚于今天");
        assertThat(enter(anna, "help", "2026-08-01", "Helped", ""))
                .hasStatus(422)
                .bodyText()
                .contains("须有凭据");
        assertThat(enter(anna, "base", "2026-08-01", "Helped", "x")).hasStatus(422);
        assertThat(enter(anna, "", "", "", "")).hasStatus(422).bodyText().contains("请选择积分项目", "请填写发生日期", "请写明事由");
    }

    @Test
    void aFormSentTwiceEntersOnce() throws Exception {
        var form = form(anna, "help", "2026-08-01", "Helped", "minutes 5");

        assertThat(post("/party/points", form, east)).hasStatus(302);
        assertThat(post("/party/points", form, east)).hasStatus(302);

        assertThat(get("/party/points", east)).containsOnlyOnce(">Helped<");
    }

    @Test
    void twoDecisionsAtOnceAreOne() {
        var entry = entered(anna, "help", "2026-08-01", "Helped");
        decided(entry, "APPROVED", township);

        assertThat(decide(entry, "REFUSED", county)).hasStatus(409);
    }

    @Test
    void anErrorIsCorrectedByAnotherEntry() throws Exception {
        var entry = entered(anna, "emergency", "2026-08-01", "Watched the dyke");
        decided(entry, "APPROVED", township);
        var with = UUID.randomUUID();
        assertThat(get("/party/points/entries/" + entry + "/correction", east)).contains("原记录不修改");
        assertThat(post(
                        "/party/points/entries/" + entry + "/correction",
                        Map.of("id", with.toString(), "reason", "Was not there"),
                        east))
                .hasStatus(302);
        assertThat(account(anna)).contains(">62<");

        decided(with, "APPROVED", township);

        assertThat(account(anna)).contains("已更正", "Was not there").doesNotContain(">62<");
        assertThat(post(
                        "/party/points/entries/" + entry + "/correction",
                        Map.of("id", UUID.randomUUID().toString(), "reason", "Again"),
                        east))
                .hasStatus(422)
                .bodyText()
                .contains("已经更正过");
    }

    @Test
    void aQuarterIsPublishedOnceByNameAndStaysAsItWas() throws Exception {
        var entry = entered(bert, "emergency", "2026-08-01", "Watched the dyke");
        assertThat(publish("2026-3")).hasStatus(422).bodyText().contains("还有 1 条记录没有审核");
        assertThat(publish("2026-4")).hasStatus(422).bodyText().contains("2026-12-31 才结束");
        decided(entry, "APPROVED", township);

        var list = published();

        assertThat(get(list, township)).containsSubsequence("Anna", "Bert", "Watched the dyke");
        assertThat(mvc.get().uri(list + "/export").with(township)).hasStatusOk();
        assertThat(publish("2026-3")).hasStatus(422).bodyText().contains("已经公示过");
        decided(entered(anna, "honour", "2026-09-01", "Was praised"), "APPROVED", township);
        assertThat(get(list, township)).doesNotContain("Was praised").doesNotContain(">65<");
        assertThat(account(anna)).contains(">65<");
    }

    @Test
    void whoeverObjectsInTimeIsAnswered() throws Exception {
        var entry = entered(bert, "emergency", "2026-08-01", "Watched the dyke");
        decided(entry, "APPROVED", township);
        var list = published();
        var objection = UUID.randomUUID();
        assertThat(object(list, objection, entry, "2026-11-16")).hasStatus(302);
        assertThat(get("/party/points/objections", township)).contains("Bert was away");
        assertThat(get("/party/points/objections/" + objection, east)).doesNotContain("/answer");
        assertThat(answer(objection, "CORRECTED", "", township))
                .hasStatus(422)
                .bodyText()
                .contains("请写明理由");

        assertThat(answer(objection, "CORRECTED", "The list of the watch says so", township))
                .hasStatus(302);

        assertThat(account(bert)).contains("已更正").doesNotContain(">62<");
        assertThat(answer(objection, "KEPT", "No", county)).hasStatus(409);
        clock.set(LocalDate.of(2026, 11, 24));
        assertThat(object(list, UUID.randomUUID(), entry, "2026-11-24"))
                .hasStatus(422)
                .bodyText()
                .contains("异议应当在公示期内（2026-11-16 至 2026-11-23）提出", "Bert was away");
    }

    @Test
    void aMemberSeesHisOwnWithASlipAndNothingElse() throws Exception {
        var entry = entered(anna, "emergency", "2026-08-01", "Watched the dyke");
        decided(entry, "APPROVED", township);
        entered(bert, "help", "2026-08-01", "Repaired a roof");
        var code = slip(anna);

        var own = visit("/party/slip", Map.of("code", code));
        assertThat(own)
                .hasStatusOk()
                .bodyText()
                .contains("Anna", "Watched the dyke", "62")
                .doesNotContain("roof");
        assertThat(visit("/party/slip", Map.of("code", "1234 5678 9012 3456")))
                .hasStatus(422)
                .bodyText()
                .contains("号码不对");
        assertThat(mvc.get().uri("/party/slip")).hasStatusOk().bodyText().contains("不需要身份证号");
        assertThat(mvc.get().uri("/login")).hasStatusOk().bodyText().contains("/party/slip");

        clock.set(LocalDate.of(2027, 2, 1));
        assertThat(visit("/party/slip", Map.of("code", code))).hasStatus(422);
    }

    @Test
    void aMemberAppealsWithHisSlip() throws Exception {
        var entry = entered(anna, "criticised", "2026-08-01", "Was criticised");
        decided(entry, "APPROVED", township);
        var other = entered(bert, "help", "2026-08-01", "Repaired a roof");
        var code = slip(anna);
        var appeal = Map.of("code", code, "id", UUID.randomUUID().toString(), "entry", entry.toString());

        assertThat(visit("/party/slip/appeal", with(appeal, "content", "")))
                .hasStatus(422)
                .bodyText()
                .contains("请写明意见");
        assertThat(visit("/party/slip/appeal", with(appeal, "content", "That was my brother")))
                .hasStatusOk()
                .bodyText()
                .contains("您的意见已收到", "That was my brother");
        assertThat(visit("/party/slip/appeal", with(with(appeal, "entry", other.toString()), "content", "x")))
                .hasStatus(404);

        assertThat(get("/party/points/objections", township)).contains("That was my brother");
        assertThat(get("/party/points/objections", SignedIn.at(places.west()))).doesNotContain("brother");
    }

    @Test
    void aNewSlipOrARevocationEndsTheOldOne() throws Exception {
        var old = slip(anna);
        var fresh = slip(anna);
        assertThat(visit("/party/slip", Map.of("code", old))).hasStatus(422);
        assertThat(visit("/party/slip", Map.of("code", fresh.replace(" ", "")))).hasStatusOk();

        assertThat(post("/party/points/members/" + anna + "/slip/revoke", Map.of(), east))
                .hasStatus(302);

        assertThat(visit("/party/slip", Map.of("code", fresh))).hasStatus(422);
        assertThat(post("/party/points/members/" + anna + "/slip", Map.of(), township))
                .hasStatus(404);
        assertThat(get("/party/points/members/" + anna, township))
                .contains("查询 1 次")
                .doesNotContain(fresh);
    }

    @Test
    void theCountyDecidesWhatGivesPointsFromADayOn() throws Exception {
        var rule = new HashMap<>(Map.of(
                "code", "help",
                "name", "Help in the house",
                "kind", "BONUS",
                "amount", "3",
                "per", "次",
                "yearlyCap", "2",
                "approver", "TOWNSHIP",
                "validFrom", "2026-11-17",
                "basisText", "Paper 5"));
        assertThat(post("/party/points/rules", rule, county))
                .hasStatus(422)
                .bodyText()
                .contains("每年上限不能低于", "Paper 5");
        rule.put("yearlyCap", "9");
        assertThat(post("/party/points/rules", rule, township)).hasStatus(403);
        assertThat(post("/party/points/rules", with(rule, "validFrom", "2026-11-15"), county))
                .hasStatus(422)
                .bodyText()
                .contains("生效日期不能早于今天");

        assertThat(post("/party/points/rules", rule, county)).hasStatus(302);

        assertThat(get("/party/points/rules", east)).doesNotContain("Help in the house");
        clock.set(LocalDate.of(2026, 11, 17));
        assertThat(get("/party/points/rules", east)).contains("Help in the house", "Paper 5");
        assertThat(get("/party/points/rules/edit?code=help", county)).contains("结对帮扶困难群众办成实事", "Help in the house");
        var elsewhere = PlaceFixtures.plantedIn(tree);
        assertThat(get("/party/points/rules", SignedIn.at(elsewhere.county()))).doesNotContain("Help in the house");
    }

    @Test
    void neitherShowsNorChangesWhatLiesOutsideTheJurisdiction() throws Exception {
        var entry = entered(anna, "emergency", "2026-08-01", "Watched the dyke");
        var west = SignedIn.at(places.west());

        assertThat(get("/party/points", west)).doesNotContain("Watched the dyke");
        assertThat(mvc.get().uri("/party/points/entries/" + entry).with(west)).hasStatus(404);
        assertThat(mvc.get().uri("/party/points/members/" + anna).with(west)).hasStatus(404);
        assertThat(decide(entry, "APPROVED", west)).hasStatus(404);
        assertThat(post("/party/points", form(anna, "help", "2026-08-01", "Helped", "x"), west))
                .hasStatus(404);
        decided(entry, "APPROVED", township);
        var list = published();
        assertThat(mvc.get().uri(list).with(west)).hasStatus(404);
    }

    @Test
    void asksTheDatabaseAHandfulOfTimes() throws Exception {
        entered(anna, "emergency", "2026-08-01", "Watched the dyke");
        entered(bert, "emergency", "2026-08-01", "Watched the dyke");

        assertThat(StatementCounter.statementsOf(() -> get("/party/points", township)))
                .hasSizeLessThanOrEqualTo(8);
    }

    private MemberId member(String name) {
        return MemberFixtures.memberOf(
                members, places.east(), branch, PeopleFixtures.personIn(people, places.east(), name));
    }

    private String account(MemberId member) throws UnsupportedEncodingException {
        return get("/party/points/members/" + member, township);
    }

    private Map<String, String> form(MemberId member, String rule, String on, String fact, String evidence) {
        return Map.of(
                "id",
                UUID.randomUUID().toString(),
                "organisation",
                branch.toString(),
                "member",
                member.toString(),
                "rule",
                rule,
                "factOn",
                on,
                "fact",
                fact,
                "evidence",
                evidence);
    }

    private MvcTestResult enter(MemberId member, String rule, String on, String fact, String evidence) {
        return post("/party/points", form(member, rule, on, fact, evidence), east);
    }

    private UUID entered(MemberId member, String rule, String on, String fact) {
        var form = form(member, rule, on, fact, "minutes 5");
        assertThat(post("/party/points", form, east)).hasStatus(302);
        return UUID.fromString(String.valueOf(form.get("id")));
    }

    private MvcTestResult decide(UUID entry, String how, RequestPostProcessor who) {
        return post(
                "/party/points/entries/" + entry + "/decision",
                Map.of("version", "0", "how", how, "note", "because"),
                who);
    }

    private void decided(UUID entry, String how, RequestPostProcessor who) {
        assertThat(decide(entry, how, who)).hasStatus(302);
    }

    private MvcTestResult publish(String quarter) {
        return post(
                "/party/points/publications",
                Map.of("id", UUID.randomUUID().toString(), "organisation", branch.toString(), "quarter", quarter),
                east);
    }

    private String published() {
        var result = publish("2026-3");
        assertThat(result).hasStatus(302);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    private MvcTestResult object(String list, UUID id, UUID entry, String on) {
        return post(
                list + "/objections",
                Map.of(
                        "id",
                        id.toString(),
                        "entry",
                        entry.toString(),
                        "on",
                        on,
                        "by",
                        "A neighbour",
                        "content",
                        "Bert was away"),
                east);
    }

    private MvcTestResult answer(UUID objection, String outcome, String answer, RequestPostProcessor who) {
        return post(
                "/party/points/objections/" + objection + "/answer", Map.of("outcome", outcome, "answer", answer), who);
    }

    private String slip(MemberId member) throws UnsupportedEncodingException {
        var page = post("/party/points/members/" + member + "/slip", Map.of(), east)
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        var code = CODE.matcher(page);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    private MvcTestResult visit(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(csrf());
        form.forEach(request::param);
        return request.exchange();
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
