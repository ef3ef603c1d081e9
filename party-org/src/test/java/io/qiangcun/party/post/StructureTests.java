package io.qiangcun.party.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.people.Education;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonDetails;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.people.Sex;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.party.member.MemberFixtures;
import io.qiangcun.party.member.MemberService;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class StructureTests {

    static final Actor OFFICER = new Actor(null, "county", "County office", "Officer", RoleName.COUNTY, null);
    static final int YOUNG = 35;

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
    StructureQueries queries;

    @Autowired
    StructureRules rules;

    @Autowired
    Metrics metrics;

    @Autowired
    JdbcClient database;

    @Autowired
    List<WarningRule> warnings;

    PlaceFixtures places;
    Jurisdiction county;
    OrganisationId branch;
    Scope.Held signedIn;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        county = Jurisdiction.within(places.county());
        branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        signedIn = SignedIn.here(database, places.county(), null);
    }

    @AfterEach
    void leave() {
        signedIn.close();
    }

    @Test
    void aRuleIsMetByOnePersonWithTheFeature() {
        takes(person(Sex.MALE, 50, Education.PRIMARY), Track.PARTY, PostRole.HEAD);
        assertThat(met()).isEmpty();

        takes(person(Sex.FEMALE, 50, Education.COLLEGE), Track.VILLAGERS, PostRole.ORDINARY);
        assertThat(met()).containsExactly("graduate", "woman");
        assertThat(check("woman").names()).containsExactly("FEMALE 50");
    }

    @Test
    void somebodyIsYoungUpToTheDayBeforeTheNextBirthday() {
        var turning = TestClock.TODAY.minusYears(YOUNG + 1);
        takes(born(turning), Track.PARTY, PostRole.HEAD);
        assertThat(met()).doesNotContain("young");

        takes(born(turning.plusDays(1)), Track.VILLAGERS, PostRole.ORDINARY);
        assertThat(met()).contains("young");
    }

    @Test
    void aShareHasToBeExceededInItsOwnCommitteeOnly() {
        takes(member(person(Sex.MALE, 50, Education.PRIMARY)), Track.PARTY, PostRole.HEAD);
        takes(member(person(Sex.MALE, 51, Education.PRIMARY)), Track.VILLAGERS, PostRole.HEAD);
        takes(person(Sex.MALE, 52, Education.PRIMARY), Track.VILLAGERS, PostRole.ORDINARY);
        assertThat(met()).doesNotContain("members");

        takes(member(person(Sex.MALE, 53, Education.PRIMARY)), Track.VILLAGERS, PostRole.ORDINARY);
        assertThat(met()).contains("members");
        assertThat(check("members"))
                .extracting(StructureCheck::matching, StructureCheck::people)
                .containsExactly(2L, 3L);
    }

    @Test
    void anEmptyCommitteeMeetsNothing() {
        assertThat(met()).isEmpty();
    }

    @Test
    void everyNumberIsTheVillagesBehindIt() {
        var head = member(person(Sex.FEMALE, 30, Education.BACHELOR));
        takes(head, Track.PARTY, PostRole.HEAD);
        takes(head, Track.VILLAGERS, PostRole.HEAD);
        var month = YearMonth.from(TestClock.TODAY);

        var table = metrics.table(
                county,
                places.township().kind(),
                List.of(places.township()),
                month,
                List.of("party.villages", "party.structure-share", "party.one-head-share", "party.vacant-heads"));
        assertThat(table.whole())
                .extractingByKeys(
                        "party.villages", "party.structure-share", "party.one-head-share", "party.vacant-heads")
                .containsExactly(number(2), number(50), number(50), number(2));
        assertThat(metrics.rows(county, "party.structure-gaps", month, PageRequest.of(0, 10)))
                .hasSize(4)
                .allMatch(row -> row.place().equals(places.west()));
        var overview = queries.overview(county);
        assertThat(overview.gaps())
                .extracting(StructureOverview.Gap::placeCode)
                .containsExactly(places.west().value());
        assertThat(overview.notOneHead())
                .extracting(StructureOverview.Heads::secretary, StructureOverview.Heads::director)
                .containsExactly(tuple(false, false));
    }

    @Test
    void pyramidsCountEverybodyOnceAndOpenToThoseWhoStandOnAStep() {
        var head = person(Sex.FEMALE, 36, Education.BACHELOR);
        takes(head, Track.PARTY, PostRole.HEAD);
        takes(head, Track.VILLAGERS, PostRole.HEAD);
        takes(person(Sex.MALE, 45, Education.PRIMARY), Track.VILLAGERS, PostRole.ORDINARY);
        takes(person(Sex.MALE, 35, Education.PRIMARY), Track.VILLAGERS, PostRole.ORDINARY);

        var overview = queries.overview(county);

        assertThat(overview.ages()).extracting(StructureOverview.Band::all).containsExactly(1L, 2L, 0L, 0L);
        assertThat(overview.ages().get(1))
                .extracting(StructureOverview.Band::from, StructureOverview.Band::to, StructureOverview.Band::women)
                .containsExactly(36, 45, 1L);
        assertThat(overview.people()).isEqualTo(3);
        assertThat(queries.list(county, new PostFilter(null, null, null, null, 36, 45, null), PageRequest.of(0, 10)))
                .extracting(HeldPost::name)
                .containsExactlyInAnyOrder("FEMALE 36", "FEMALE 36", "MALE 45");
    }

    @Test
    void aCountyAsksMoreOfItsOwnVillagesUntilItEndsIt() {
        takes(person(Sex.FEMALE, 50, Education.COLLEGE), Track.PARTY, PostRole.HEAD);
        var id = StructureRuleId.next();
        var twoWomen = new AddStructureRule(
                id, "At least two women", null, Feature.WOMAN, false, 2, "County paper 1", TestClock.TODAY);

        rules.add(county, OFFICER, twoWomen);
        rules.add(county, OFFICER, twoWomen);

        assertThat(rules.all(county))
                .filteredOn(StructureRuleRow::own)
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.amount()).isEqualTo(2);
                    assertThat(rule.createdBy()).isEqualTo("County office");
                });
        assertThat(check(id.toString()).met()).isFalse();
        takes(person(Sex.FEMALE, 51, Education.PRIMARY), Track.VILLAGERS, PostRole.ORDINARY);
        assertThat(check(id.toString()).met()).isTrue();
        var other = PlaceFixtures.plantedIn(tree);
        try (var scope = SignedIn.here(database, other.county(), null)) {
            assertThat(rules.all(Jurisdiction.within(other.county()))).noneMatch(StructureRuleRow::own);
        }

        rules.end(county, OFFICER, id);
        assertThat(rules.all(county))
                .filteredOn(StructureRuleRow::own)
                .extracting(StructureRuleRow::validTo)
                .containsExactly(TestClock.TODAY.plusDays(1));
        assertThat(check(id.toString()).met()).isTrue();
    }

    @Test
    void aRuleAsksForSomethingThatCanBe() {
        assertThatThrownBy(() -> rules.add(county, OFFICER, rule(true, 100)))
                .isInstanceOf(StructureRuleRefused.class)
                .hasMessageContaining("nobody-can");
        assertThatThrownBy(() -> rules.add(county, OFFICER, rule(false, 0))).hasMessageContaining("asks-nothing");
        assertThatThrownBy(() -> rules.add(Jurisdiction.within(places.township()), OFFICER, rule(false, 1)))
                .hasMessageContaining("county-only");
    }

    @Test
    void aVillageWithoutSecretaryIsFoundInTimeToFillThePost() {
        var id = PostFixtures.postIn(
                posts, places.east(), person(Sex.MALE, 50, Education.PRIMARY), Track.PARTY, PostRole.HEAD);
        var since = LocalDate.of(2026, 8, 20);
        posts.end(county, id, 0, PostEnding.RESIGNED, since, "Moved away");

        assertThat(vacancies(since.plusDays(59))).isEmpty();
        assertThat(vacancies(since.plusDays(60))).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo(places.east());
            assertThat(finding.dueOn()).isEqualTo(since.plusDays(90));
        });
        takes(person(Sex.MALE, 40, Education.PRIMARY), Track.PARTY, PostRole.HEAD);
        assertThat(vacancies(TestClock.TODAY)).isEmpty();
    }

    private static MetricValue number(int value) {
        return MetricValue.of(BigDecimal.valueOf(value));
    }

    private List<Finding> vacancies(LocalDate on) {
        var rule = warnings.stream()
                .filter(one -> one.code().equals("party.secretary-vacant"))
                .findFirst()
                .orElseThrow();
        try (Stream<Finding> found = rule.findings(county, on)) {
            return found.toList();
        }
    }

    private static AddStructureRule rule(boolean share, int amount) {
        return new AddStructureRule(
                StructureRuleId.next(), "Rule", null, Feature.WOMAN, share, amount, "Paper", TestClock.TODAY);
    }

    private List<String> met() {
        return village().checks().stream()
                .filter(StructureCheck::met)
                .map(StructureCheck::code)
                .toList();
    }

    private StructureCheck check(String code) {
        return village().checks().stream()
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private VillageStructure village() {
        return queries.village(county, places.east()).orElseThrow();
    }

    private void takes(PersonId person, Track track, PostRole role) {
        PostFixtures.postIn(posts, places.east(), person, track, role);
    }

    private PersonId person(Sex sex, int age, Education education) {
        return someone(sex + " " + age, sex, TestClock.TODAY.minusYears(age), education);
    }

    private PersonId born(LocalDate day) {
        return someone("Born " + day, Sex.MALE, day, Education.PRIMARY);
    }

    private PersonId someone(String name, Sex sex, LocalDate born, Education education) {
        return PeopleFixtures.personIn(
                people, places.east(), new PersonDetails(name, sex, born, education, null), null);
    }

    private PersonId member(PersonId person) {
        MemberFixtures.memberOf(members, places.east(), branch, person);
        return person;
    }
}
