package io.qiangcun.party.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.people.PersonId;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.party.organisation.OrganisationFixtures;
import io.qiangcun.party.organisation.OrganisationId;
import io.qiangcun.party.organisation.OrganisationKind;
import io.qiangcun.party.organisation.OrganisationService;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class MemberServiceTests {

    static final Actor OFFICER = new Actor(null, "village", "Village", "Officer", RoleName.VILLAGE, null);
    static final LocalDate LAST_MONTH = TestClock.TODAY.minusMonths(1);

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    PeopleService people;

    @Autowired
    MemberService members;

    @Autowired
    MemberQueries queries;

    @Autowired
    List<WarningRule> rules;

    @Autowired
    JdbcClient database;

    PlaceFixtures places;
    Jurisdiction east;
    Jurisdiction west;
    OrganisationId eastBranch;
    OrganisationId westBranch;
    Scope.Held signedIn;

    @BeforeEach
    void signInAtTheEast() {
        places = PlaceFixtures.plantedIn(tree);
        east = Jurisdiction.within(places.east());
        west = Jurisdiction.within(places.west());
        eastBranch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        westBranch = OrganisationFixtures.branchIn(organisations, places.west(), "West branch");
        signedIn = SignedIn.here(database, places.east(), null);
    }

    @AfterEach
    void signOut() {
        signedIn.close();
    }

    @Test
    void isEnrolledOnceAndInOneBranchOnly() {
        var person = PeopleFixtures.personIn(people, places.east(), "One");
        var command = enrolment(person, eastBranch);

        members.enrol(east, OFFICER, command);
        members.enrol(east, OFFICER, command);

        assertThat(queries.headcount(east, null).members()).isEqualTo(1);
        assertThatExceptionOfType(MemberRefused.class)
                .isThrownBy(() -> members.enrol(east, OFFICER, enrolment(person, eastBranch)))
                .satisfies(no -> assertThat(no.messageKey()).endsWith("already-a-member"));
    }

    @Test
    void isRefusedWhatContradictsTheRules() {
        var person = PeopleFixtures.personIn(people, places.east(), "One");
        var general = OrganisationFixtures.founded(
                organisations, places.east(), OrganisationKind.GENERAL_BRANCH, "General", null);

        assertRefused("no-branch", enrolment(person, general));
        assertRefused("too-young", command(person, Standing.PROBATIONARY, LocalDate.of(1998, 4, 30), null));
        assertRefused("full-since-missing", command(person, Standing.FULL, LAST_MONTH, null));
        assertRefused("full-since-too-much", command(person, Standing.PROBATIONARY, LAST_MONTH, LAST_MONTH));
        assertRefused("before", command(person, Standing.FULL, LAST_MONTH, LAST_MONTH.minusDays(1)));
        assertRefused("in-the-future", command(person, Standing.PROBATIONARY, TestClock.TODAY.plusDays(1), null));
    }

    @Test
    void votesOnceFullUnlessObserved() {
        var id = members.enrol(
                east,
                OFFICER,
                command(
                        PeopleFixtures.personIn(people, places.east(), "One"),
                        Standing.PROBATIONARY,
                        LAST_MONTH,
                        null));
        assertThat(view(id).votes()).isFalse();

        members.confirm(east, OFFICER, id, 0, TestClock.TODAY);
        assertThat(view(id).votes()).isTrue();
        members.observe(east, OFFICER, id, 1, TestClock.TODAY, "Decision of the county");
        assertThat(view(id).votes()).isFalse();
        members.restore(east, OFFICER, id, 2, TestClock.TODAY);
        assertThat(view(id).votes()).isTrue();
        assertThat(view(id).changes())
                .extracting(MemberView.Milestone::what)
                .containsExactly(
                        MemberChange.ENROLLED, MemberChange.CONFIRMED, MemberChange.OBSERVED, MemberChange.RESTORED);
    }

    @Test
    void attendsUnlessTheBranchHasAgreedNotToCount() {
        var one = enrolled("One");
        enrolled("Two");
        assertThat(queries.toAttend(east, eastBranch)).contains(2);

        members.exclude(east, OFFICER, one, 0, TestClock.TODAY, "Bed-ridden");

        assertThat(queries.toAttend(east, eastBranch)).contains(1);
        assertThat(queries.headcount(east, eastBranch)).isEqualTo(new Headcount(2, 2, 0, 2, 0, 0, 1, 2));
        assertThat(queries.toAttend(west, westBranch)).isEmpty();
    }

    @Test
    void isHandedOverAndTakenInWithThePerson() {
        var person = PeopleFixtures.personIn(people, places.east(), "One");
        var id = MemberFixtures.memberOf(members, places.east(), eastBranch, person);
        members.handOver(east, OFFICER, id, 0, places.west(), TestClock.TODAY);
        assertThat(queries.headcount(east, null).members()).isEqualTo(1);

        try (var there = SignedIn.here(database, places.west(), null)) {
            assertThat(queries.coming(west)).extracting(IncomingMember::name).containsExactly("One");
            members.receive(west, OFFICER, id, westBranch, TestClock.TODAY);
            var received = queries.find(west, id).orElseThrow();
            assertThat(received.organisation()).isEqualTo(westBranch);
            assertThat(received.person()).isNotNull();
        }

        assertThat(queries.find(east, id)).isEmpty();
        assertThat(queries.headcount(east, null).members()).isZero();
    }

    @Test
    void isTakenBackWhenNobodyTookHimIn() {
        var id = enrolled("One");
        members.handOver(east, OFFICER, id, 0, places.west(), TestClock.TODAY);

        members.takeBack(east, OFFICER, id, 1);

        try (var there = SignedIn.here(database, places.west(), null)) {
            assertThatExceptionOfType(MemberNotFound.class)
                    .isThrownBy(() -> members.receive(west, OFFICER, id, westBranch, TestClock.TODAY));
        }
        assertThat(view(id).organisation()).isEqualTo(eastBranch);
    }

    @Test
    void movesAtOnceUnderOneTownship() {
        var id = enrolled("One");
        var township = Jurisdiction.within(places.township());

        try (var above = SignedIn.here(database, places.township(), null)) {
            members.transfer(township, OFFICER, id, 0, westBranch, TestClock.TODAY);
            var moved = queries.find(township, id).orElseThrow();
            assertThat(moved.place()).isEqualTo(places.west());
            assertThat(moved.person()).isNotNull().satisfies(person -> assertThat(person.place())
                    .isEqualTo(places.west()));
        }
    }

    @Test
    void endsWithLife() {
        var person = PeopleFixtures.personIn(people, places.east(), "One");
        var id = MemberFixtures.memberOf(members, places.east(), eastBranch, person);

        people.recordDeath(east, person, 0, TestClock.TODAY);

        assertThat(view(id).ending()).isEqualTo(Ending.DIED);
        assertThatExceptionOfType(MemberRefused.class)
                .isThrownBy(() -> members.comeHome(east, OFFICER, id, 1, TestClock.TODAY));
    }

    @Test
    void warnsOfBranchesThatNeedAnotherForm() {
        enrolled("One");
        enrolled("Two");

        assertThat(found("party.branch-too-small", east)).containsExactly(eastBranch.toString());
        assertThat(found("party.branch-too-large", east)).isEmpty();
        enrolled("Three");
        assertThat(found("party.branch-too-small", east)).isEmpty();
        assertThat(found("party.branch-too-small", west)).isEmpty();
    }

    private List<String> found(String code, Jurisdiction jurisdiction) {
        return rules.stream()
                .filter(rule -> rule.code().equals(code))
                .flatMap(rule -> rule.findings(jurisdiction, TestClock.TODAY))
                .map(finding -> finding.subject())
                .toList();
    }

    private void assertRefused(String why, EnrolMember command) {
        assertThatExceptionOfType(MemberRefused.class)
                .isThrownBy(() -> members.enrol(east, OFFICER, command))
                .satisfies(no -> assertThat(no.messageKey()).endsWith(why));
    }

    private MemberId enrolled(String name) {
        return MemberFixtures.memberOf(
                members, places.east(), eastBranch, PeopleFixtures.personIn(people, places.east(), name));
    }

    private EnrolMember enrolment(PersonId person, OrganisationId branch) {
        return new EnrolMember(
                MemberId.next(), person, branch, Standing.FULL, MemberFixtures.JOINED, MemberFixtures.JOINED);
    }

    private EnrolMember command(PersonId person, Standing standing, LocalDate joined, @Nullable LocalDate full) {
        return new EnrolMember(MemberId.next(), person, eastBranch, standing, joined, full);
    }

    private MemberView view(MemberId id) {
        return queries.find(east, id).orElseThrow();
    }
}
