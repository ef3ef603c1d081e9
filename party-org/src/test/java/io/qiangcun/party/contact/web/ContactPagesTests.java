package io.qiangcun.party.contact.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.people.EnterHousehold;
import io.qiangcun.core.people.HouseholdId;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.web.Spreadsheet;
import io.qiangcun.party.contact.VisitId;
import io.qiangcun.party.member.MemberFixtures;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.io.ByteArrayOutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Members and the households they look after, on the screen. Today is 16 November 2026. */
@ApplicationTest
class ContactPagesTests {

    private static final int MOST_STATEMENTS = 12;

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    PeopleService people;

    @Autowired
    MemberService members;

    @Autowired
    Metrics metrics;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private PersonId ann;
    private PersonId ben;
    private PersonId neighbour;
    private List<HouseholdId> homes;
    private String village;

    @BeforeEach
    void aVillageOfEightHouseholds() {
        places = PlaceFixtures.plantedIn(tree);
        var branch = OrganisationFixtures.branchIn(organisations, places.east(), "Branch of the East");
        var other = OrganisationFixtures.branchIn(organisations, places.west(), "Branch of the West");
        ann = enrolled(places.east(), branch, "Ann");
        ben = enrolled(places.east(), branch, "Ben");
        neighbour = enrolled(places.west(), other, "Cid");
        homes = IntStream.range(0, 8).mapToObj(number -> HouseholdId.next()).toList();
        var here = Jurisdiction.within(places.east());
        try (var scope = Scope.as(here)) {
            people.enterHouseholds(
                    here,
                    Actor.system(),
                    IntStream.range(0, homes.size())
                            .mapToObj(at -> new EnterHousehold(
                                    homes.get(at), places.east(), "H" + (at + 1), "Lane " + (at + 1), null))
                            .toList());
        }
        village = "/party/contacts/" + places.east();
    }

    private PersonId enrolled(PlaceCode place, OrganisationId branch, String name) {
        var person = PeopleFixtures.personIn(people, place, name);
        MemberFixtures.memberOf(members, place, branch, person);
        return person;
    }

    @Test
    void severalHouseholdsAreAssignedAtOnceAndTheGapsGrowSmaller() {
        assertThat(get("/party/contacts", places.east())).hasRedirectedUrl(village);
        assertThat(get(village, places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("8 户还没有联系人", "2 名党员的联系户不足 6 户", "户数不够每人联系 6 户", "H8", "仅作参考");

        for (var times = 0; times < 2; times++) {
            assertThat(assigned(ann, 0, 6)).hasRedirectedUrl(village);
        }

        assertThat(get(village, places.east())).bodyText().contains("2 户还没有联系人", "1 名党员的联系户不足 6 户", "适中", "6/8");
        assertThat(get("/party/contacts?uncovered=true", places.county()))
                .bodyText()
                .contains("East Village")
                .doesNotContain("West Village");
    }

    @Test
    void aHouseholdHasOneContactMemberAtATime() {
        assigned(ann, 0, 2);

        assertThat(assigned(ben, 1, 3)).hasStatus(422).bodyText().contains("请先结束原来的联系");
        assertThat(assigned(neighbour, 3, 4)).hasStatus(422).bodyText().contains("请选择这里的党员");
        assertThat(send(village + "/assign", places.east(), "member", ben.toString(), "since", "2026-01-01"))
                .hasStatus(422)
                .bodyText()
                .contains("请勾选户");
        assertThat(ended("2026-11-01", "")).hasStatus(422).bodyText().contains("请填写原因");
        assertThat(ended("2025-12-31", "Away")).hasStatus(422).bodyText().contains("不能早于开始联系的日期");
        assertThat(ended("2026-11-01", "Away")).hasRedirectedUrl(village);
        assertThat(send(
                        village + "/assign",
                        places.east(),
                        "member",
                        ben.toString(),
                        "since",
                        "2026-10-01",
                        "households",
                        homes.get(0).toString()))
                .hasStatus(422)
                .bodyText()
                .contains("这一天这一户仍有联系人");
        assertThat(send(
                        village + "/assign",
                        places.east(),
                        "member",
                        ben.toString(),
                        "since",
                        "2026-11-01",
                        "households",
                        homes.get(0).toString()))
                .hasRedirectedUrl(village);

        assertThat(get(village + "/members/" + ann, places.east())).bodyText().contains("以前的联系户", "Away", "联系户 1 户");
    }

    @Test
    void theCardSaysNoMoreThanTheMemberAgreedTo() {
        assigned(ann, 0, 2);
        assigned(ben, 2, 3);

        assertThat(get(village + "/cards", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Ann", "Ben", "H1", "Lane 3")
                .doesNotContain("13800001234", "联系卡上的电话");
        assertThat(send(village + "/members/" + ann + "/phone", places.east(), "wanted", "true"))
                .hasRedirectedUrl(village + "/members/" + ann);
        assertThat(get(village + "/cards?member=" + ann, places.east()))
                .bodyText()
                .contains("由本人填写")
                .doesNotContain("13800001234", "Ben");
        assertThat(send(village + "/cards", places.east(), "member", ann.toString()))
                .hasStatusOk()
                .bodyText()
                .contains("13800001234");
        send(village + "/members/" + ann + "/phone", places.east(), "wanted", "false");
        assertThat(send(village + "/cards", places.east()))
                .bodyText()
                .contains("Ben")
                .doesNotContain("13800001234");
    }

    @Test
    void aVisitIsWrittenOnceAndWhatWasAskedForGoesOn() {
        var id = VisitId.next();
        assertThat(visited(id, "", "")).hasStatus(422).bodyText().contains("请填写走访户数，或勾选走访的户");
        for (var times = 0; times < 2; times++) {
            assertThat(visited(id, "20", "The bridge is broken")).hasRedirectedUrl(id.href());
        }
        assertThat(get(id.href(), places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Ann", "生态宣传", "The bridge is broken", "转报为事件", "action=\"/grid/events/new\"");
        assertThat(get("/party/contacts/visits?month=2026-11&subject=ecology", places.township()))
                .bodyText()
                .contains("East Village", "走访户次");
        assertThat(get("/party/contacts/visits/export", places.east())).hasStatusOk();

        assertThat(send(id.href() + "/withdraw", places.east(), "reason", "Twice"))
                .hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.east()))
                .bodyText()
                .contains("已撤回", "Twice")
                .doesNotContain("转报为事件");
    }

    @Test
    void householdsThatAreNamedAreCounted() {
        var id = VisitId.next();
        assertThat(send(
                        village + "/visits/new",
                        places.east(),
                        "id",
                        id.toString(),
                        "on",
                        "2026-11-10",
                        "visitor",
                        ann.toString(),
                        "subject",
                        "care",
                        "households",
                        homes.get(0).toString(),
                        "households",
                        homes.get(3).toString()))
                .hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.east()))
                .bodyText()
                .contains(">H1<", ">H4<")
                .doesNotContain(">H2<");
    }

    @Test
    void areFiguresOfTheMonth() {
        assigned(ann, 0, 6);
        visited(VisitId.next(), "20", "");
        visited(VisitId.next(), "15", "");
        var mistake = VisitId.next();
        visited(mistake, "99", "");
        send(mistake.href() + "/withdraw", places.east());

        assertThat(values(
                        "party.contact-households",
                        "party.contact-covered",
                        "party.contact-share",
                        "party.contact-visits",
                        "party.contact-visited",
                        "party.contact-visitors"))
                .isEqualTo("8 6 75 2 35 1");
    }

    @Test
    void householdsAndThoseWhoLookAfterThemComeInFromASheet() throws Exception {
        assigned(ben, 0, 1);

        assertThat(imported(List.of(List.of("H1", "", "Ann"), List.of("N1", "New lane", "Nobody"))))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody");
        assertThat(imported(List.of(List.of("H1", "", "Ann"))))
                .hasStatus(422)
                .bodyText()
                .contains("请先结束原来的联系");
        assertThat(imported(List.of(
                        List.of("H2", "", "Ann"), List.of("N1", "New lane", "Ann"), List.of("N2", "New lane", ""))))
                .hasStatusOk()
                .bodyText()
                .contains("联系人人数");
    }

    @Test
    void nothingIsShownOutsideTheJurisdiction() {
        assigned(ann, 0, 2);
        var id = VisitId.next();
        visited(id, "3", "A request");

        for (var page : List.of(
                village,
                village + "/export",
                village + "/members/" + ann,
                village + "/cards",
                id.href(),
                village + "/visits/new")) {
            assertThat(get(page, places.west())).as(page).hasStatus(404);
        }
        assertThat(send(
                        village + "/members/" + ann + "/end",
                        places.west(),
                        "households",
                        homes.get(0).toString()))
                .hasStatus(404);
        assertThat(send(id.href() + "/withdraw", places.west())).hasStatus(404);
        assertThat(get("/party/contacts/visits", places.west())).bodyText().doesNotContain("A request");
        assertThat(get("/party/contacts/" + places.west() + "/members/" + ann, places.west()))
                .hasStatus(404);
    }

    @Test
    void askFewQuestions() throws Exception {
        assigned(ann, 0, 6);
        visited(VisitId.next(), "20", "");
        get(village, places.east());

        for (var page : List.of(
                "/party/contacts",
                village,
                village + "/members/" + ann,
                village + "/cards",
                village + "/visits/new",
                "/party/contacts/visits")) {
            assertThat(statementsOf(() -> get(page, places.township())))
                    .as(page)
                    .hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    private MvcTestResult assigned(PersonId member, int from, int to) {
        var fields = new ArrayList<>(List.of("member", member.toString(), "since", "2026-01-01"));
        homes.subList(from, to).forEach(home -> fields.addAll(List.of("households", home.toString())));
        return send(village + "/assign", places.east(), fields.toArray(String[]::new));
    }

    private MvcTestResult ended(String on, String reason) {
        return send(
                village + "/members/" + ann + "/end",
                places.east(),
                "households",
                homes.get(0).toString(),
                "on",
                on,
                "reason",
                reason);
    }

    private MvcTestResult visited(VisitId id, String count, String asked) {
        return send(
                village + "/visits/new",
                places.east(),
                "id",
                id.toString(),
                "on",
                "2026-11-10",
                "visitor",
                ann.toString(),
                "subject",
                "ecology",
                "count",
                count,
                "asked",
                asked);
    }

    private MvcTestResult imported(List<List<String>> rows) throws Exception {
        var bytes = new ByteArrayOutputStream();
        Spreadsheet.<List<String>>named("联系户", rows)
                .column("村", row -> "East Village")
                .column("户编号", row -> row.get(0))
                .column("地址", row -> row.get(1))
                .column("所在网格", row -> "")
                .column("联系人", row -> row.get(2))
                .column("开始日期", row -> "2026-02-01")
                .writeTo(bytes);
        return mvc.post()
                .uri("/party/contacts/import")
                .multipart()
                .file(new MockMultipartFile("file", bytes.toByteArray()))
                .with(SignedIn.at(places.east()))
                .exchange();
    }

    private String values(String... codes) {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            var values = metrics.values(county, places.county(), YearMonth.of(2026, 11), List.of(codes));
            return List.of(codes).stream()
                    .map(code -> Objects.requireNonNull(
                                    Objects.requireNonNull(values.get(code)).number())
                            .stripTrailingZeros()
                            .toPlainString())
                    .collect(Collectors.joining(" "));
        }
    }

    private MvcTestResult get(String path, PlaceCode place) {
        return mvc.get().uri(path).with(SignedIn.at(place)).exchange();
    }

    private MvcTestResult send(String path, PlaceCode place, String... fields) {
        var request = mvc.post().uri(path).with(SignedIn.at(place));
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }
}
