package io.qiangcun.party.training.web;

import static io.qiangcun.testkit.StatementCounter.statementsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.party.member.MemberFixtures;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.party.post.PostFixtures;
import io.qiangcun.party.post.PostRole;
import io.qiangcun.party.post.PostService;
import io.qiangcun.party.post.Track;
import io.qiangcun.party.training.ClassId;
import io.qiangcun.party.training.StudyBehindRule;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Classes and hours on the screen. Today is 16 November 2026. */
@ApplicationTest
class TrainingPagesTests {

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
    PostService posts;

    @Autowired
    StudyBehindRule rule;

    @Autowired
    Metrics metrics;

    @Autowired
    MockMvcTester mvc;

    private PlaceFixtures places;
    private PersonId secretary;
    private PersonId member;
    private PersonId neighbour;

    @BeforeEach
    void aCounty() {
        places = PlaceFixtures.plantedIn(tree);
        var branch = OrganisationFixtures.branchIn(organisations, places.east(), "Branch of the East");
        var other = OrganisationFixtures.branchIn(organisations, places.west(), "Branch of the West");
        secretary = enrolled(places.east(), branch, "Ann");
        member = enrolled(places.east(), branch, "Ben");
        neighbour = enrolled(places.west(), other, "Cid");
        PostFixtures.postIn(posts, places.east(), secretary, Track.PARTY, PostRole.HEAD);
    }

    private PersonId enrolled(PlaceCode place, OrganisationId branch, String name) {
        var person = PeopleFixtures.personIn(people, place, name);
        MemberFixtures.memberOf(members, place, branch, person);
        return person;
    }

    @Test
    void aClassIsRecordedOnceAndItsPeopleAreTicked() {
        assertThat(get("/party/training/new", places.county()))
                .hasStatusOk()
                .bodyText()
                .contains("集中轮训", "半天一般计 4 学时");
        var id = ClassId.next();
        assertThat(held(id, "", "ROTATION", "24", places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("请填写培训名称");
        for (var times = 0; times < 2; times++) {
            assertThat(held(id, "All secretaries", "ROTATION", "24", places.county()))
                    .hasRedirectedUrl(id.href() + "/participants");
        }
        assertThat(get(id.href() + "/participants", places.county()))
                .hasStatusOk()
                .bodyText()
                .contains("Ann", "每人计 24 学时")
                .doesNotContain("Ben");
        assertThat(get(id.href() + "/participants?audience=MEMBERS", places.county()))
                .bodyText()
                .contains("Ann", "Ben", "Cid");
        assertThat(send(id.href() + "/participants", places.county()))
                .hasStatus(422)
                .bodyText()
                .contains("请勾选参加人员");
        for (var times = 0; times < 2; times++) {
            assertThat(send(
                            id.href() + "/participants",
                            places.county(),
                            "persons",
                            secretary.toString(),
                            "persons",
                            neighbour.toString()))
                    .hasRedirectedUrl(id.href());
        }
        assertThat(get(id.href(), places.county())).bodyText().contains("参加人员 2 人", "Ann", "Cid");
        assertThat(send(id.href() + "/withdraw", places.county(), "person", neighbour.toString()))
                .hasRedirectedUrl(id.href());
        assertThat(get(id.href(), places.county()))
                .bodyText()
                .contains("参加人员 1 人")
                .doesNotContain("Cid");
    }

    @Test
    void theVillageSeesThatItsSecretaryWasThere() {
        attended("ROTATION", "24", places.county(), secretary);

        assertThat(get("/core/people/" + secretary, places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("学习培训", "本年度已学 24.0 学时，要求 56.0 学时", "A class");
        assertThat(get("/party/training/study", places.east()))
                .hasStatusOk()
                .bodyText()
                .contains("Ann", "书记和班子成员", "Ben", "党员")
                .doesNotContain("Cid");
    }

    @Test
    void nothingIsShownOutsideTheJurisdiction() {
        var id = attended("READING", "8", places.east(), member);

        assertThat(get(id.href(), places.west())).hasStatus(404);
        assertThat(get(id.href() + "/edit", places.west())).hasStatus(404);
        assertThat(send(id.href() + "/participants", places.west(), "persons", neighbour.toString()))
                .hasStatus(404);
        assertThat(get("/party/training", places.west())).bodyText().doesNotContain("A class");
        assertThat(get("/party/training", places.township())).bodyText().contains("A class", "East Village");
        var elsewhere = attended("READING", "8", places.west());
        assertThat(send(elsewhere.href() + "/participants", places.west(), "persons", member.toString()))
                .hasStatus(422);
    }

    @Test
    void hoursFollowTheClassWhenItIsPutRight() {
        var id = attended("READING", "8", places.east(), member);
        assertThat(get(id.href() + "/edit", places.east())).bodyText().contains("value=\"8\"");

        assertThat(send(
                        id.href() + "/edit",
                        places.east(),
                        "id",
                        id.toString(),
                        "version",
                        "0",
                        "title",
                        "A class",
                        "kind",
                        "READING",
                        "from",
                        "2026-03-02",
                        "to",
                        "2026-03-05",
                        "hours",
                        "32"))
                .hasRedirectedUrl(id.href());
        assertThat(send(
                        id.href() + "/edit",
                        places.east(),
                        "id",
                        id.toString(),
                        "version",
                        "0",
                        "title",
                        "A class",
                        "kind",
                        "READING",
                        "from",
                        "2026-03-02",
                        "to",
                        "2026-03-05",
                        "hours",
                        "40"))
                .hasStatus(409);
        assertThat(get("/party/training/study?behind=true", places.east()))
                .bodyText()
                .contains("Ann")
                .doesNotContain(">Ben<");
        assertThat(get("/party/training/study/export", places.east())).hasStatusOk();
    }

    @Test
    void nobodyIsLateBeforeTheYearComesToItsEnd() {
        attended("READING", "32", places.east(), member);

        assertThat(found(LocalDate.of(2026, 10, 31))).isEmpty();
        assertThat(found(LocalDate.of(2026, 11, 16)))
                .extracting(Finding::place, finding -> finding.title().get(2))
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(places.east(), "1"),
                        org.assertj.core.api.Assertions.tuple(places.west(), "1"));
    }

    @Test
    void areFiguresOfTheMonth() {
        attended("ROTATION", "24", places.county(), secretary);
        attended("READING", "32", places.east(), member, secretary);

        assertThat(values(
                        "party.training-classes",
                        "party.training-people",
                        "party.training-hours",
                        "party.study-asked",
                        "party.study-met",
                        "party.rotation-share"))
                .isEqualTo("2 3 88 3 2 100");
    }

    @Test
    void askFewQuestions() throws Exception {
        var id = attended("READING", "8", places.east(), member, secretary);
        get("/party/training", places.county());

        for (var page : List.of("/party/training", "/party/training/study", id.href(), id.href() + "/participants")) {
            assertThat(statementsOf(() -> get(page, places.county())))
                    .as(page)
                    .hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        }
    }

    private ClassId attended(String kind, String hours, PlaceCode place, PersonId... persons) {
        var id = ClassId.next();
        held(id, "A class", kind, hours, place);
        for (var person : persons) {
            send(id.href() + "/participants", place, "persons", person.toString());
        }
        return id;
    }

    private MvcTestResult held(ClassId id, String title, String kind, String hours, PlaceCode place) {
        return send(
                "/party/training/new",
                place,
                "id",
                id.toString(),
                "title",
                title,
                "kind",
                kind,
                "from",
                "2026-03-02",
                "to",
                "2026-03-04",
                "hours",
                hours);
    }

    private List<Finding> found(LocalDate day) {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            return rule.findings(county, day).toList();
        }
    }

    private String values(String... codes) {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            var values = metrics.values(county, places.county(), YearMonth.of(2026, 3), List.of(codes));
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
