package io.qiangcun.party.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.duty.DutySubject;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceNotFound;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ApplicationTest
@RecordApplicationEvents
class OrganisationServiceTests {

    static final Actor OFFICER = new Actor(null, "township", "Township", "Officer", RoleName.TOWNSHIP, null);
    static final LocalDate LAST_YEAR = LocalDate.of(2025, 3, 1);

    @Autowired
    PlaceTree tree;

    @Autowired
    OrganisationService organisations;

    @Autowired
    OrganisationQueries queries;

    @Autowired
    OrganisationDutySubjects subjects;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    PlaceFixtures places;
    Jurisdiction township;
    Scope.Held signedIn;

    @BeforeEach
    void signInAtTheTownship() {
        places = PlaceFixtures.plantedIn(tree);
        township = Jurisdiction.within(places.township());
        signedIn = SignedIn.here(database, places.township(), null);
    }

    @AfterEach
    void signOut() {
        signedIn.close();
    }

    @Test
    void isFoundedOnceHoweverOftenTheFormIsSent() {
        var command = branchAtEast("East branch");

        organisations.found(township, OFFICER, command);
        organisations.found(township, OFFICER, command);

        assertThat(events.stream(OrganisationFounded.class))
                .containsExactly(new OrganisationFounded(
                        command.id(), places.east(), OrganisationKind.BRANCH, "East branch", LAST_YEAR));
    }

    @Test
    void keepsItsMilestones() {
        var id = organisations.found(township, OFFICER, branchAtEast("East branch"));

        organisations.rename(
                township,
                OFFICER,
                new RenameOrganisation(id, versionOf(id), "New East branch", LAST_YEAR.plusMonths(1), "Merged"));
        organisations.restructure(
                township,
                OFFICER,
                new RestructureOrganisation(
                        id,
                        versionOf(id),
                        new Structure(true, true, 30, 33, TestClock.TODAY),
                        LAST_YEAR.plusMonths(2),
                        "Grown"));
        organisations.dissolve(
                township, OFFICER, new DissolveOrganisation(id, versionOf(id), TestClock.TODAY, "Village closed"));

        var view = queries.find(township, id).orElseThrow();
        assertThat(view.name()).isEqualTo("New East branch");
        assertThat(view.dissolvedOn()).isEqualTo(TestClock.TODAY);
        assertThat(view.changes())
                .extracting(
                        OrganisationView.Milestone::what,
                        OrganisationView.Milestone::name,
                        OrganisationView.Milestone::reason)
                .containsExactly(
                        tuple("FOUNDED", "East branch", ""),
                        tuple("RENAMED", "New East branch", "Merged"),
                        tuple("RESTRUCTURED", "New East branch", "Grown"),
                        tuple("DISSOLVED", "New East branch", "Village closed"));
        assertThat(events.stream(OrganisationDissolved.class)).hasSize(1);
        assertThatExceptionOfType(OrganisationIsDissolved.class)
                .isThrownBy(() -> organisations.rename(
                        township, OFFICER, new RenameOrganisation(id, versionOf(id), "Again", TestClock.TODAY, "No")));
    }

    @Test
    void owesWhatItsStructurePrescribes() {
        var branch = OrganisationFixtures.branchIn(organisations, places.east(), "East branch");
        var general = OrganisationFixtures.founded(
                organisations, places.west(), OrganisationKind.GENERAL_BRANCH, "West general branch", null);

        var owing = subjects.subjects(township);

        assertThat(owing).extracting(DutySubject::id).containsExactly(branch.value(), general.value());
        assertThat(owing.get(0).traits()).isEqualTo(Set.of("party.branch", "party.branch-with-committee"));
        assertThat(owing.get(1).traits()).isEqualTo(Set.of("party.general-branch"));
        assertThat(owing.get(0).since()).isEqualTo(OrganisationFixtures.FOUNDED);
    }

    @Test
    void refusesAParentOfLowerRank() {
        var branch = organisations.found(township, OFFICER, branchAtEast("East branch"));
        var below = new FoundOrganisation(
                OrganisationId.next(),
                places.east(),
                OrganisationKind.GENERAL_BRANCH,
                "General",
                branch,
                LAST_YEAR,
                structure());

        assertThatExceptionOfType(ParentTooLow.class).isThrownBy(() -> organisations.found(township, OFFICER, below));
    }

    @Test
    void refusesASecondOrganisationOfTheSameNameInThePlace() {
        organisations.found(township, OFFICER, branchAtEast("East branch"));

        assertThatExceptionOfType(OrganisationNameTaken.class)
                .isThrownBy(() -> organisations.found(township, OFFICER, branchAtEast("East branch")));
    }

    @Test
    void refusesAStaleForm() {
        var id = organisations.found(township, OFFICER, branchAtEast("East branch"));

        assertThatExceptionOfType(OrganisationStale.class)
                .isThrownBy(() -> organisations.dissolve(
                        township, OFFICER, new DissolveOrganisation(id, 7, TestClock.TODAY, "No")));
    }

    @Test
    void foundsNothingOutsideTheJurisdiction() {
        var east = Jurisdiction.within(places.east());

        assertThatExceptionOfType(PlaceNotFound.class)
                .isThrownBy(() -> organisations.found(
                        east,
                        OFFICER,
                        new FoundOrganisation(
                                OrganisationId.next(),
                                places.west(),
                                OrganisationKind.BRANCH,
                                "West branch",
                                null,
                                LAST_YEAR,
                                structure())));
    }

    @Test
    void aVillageMayNotFoundOrganisations() {
        try (var scope = SignedIn.here(database, places.east(), null)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> organisations.found(
                            Jurisdiction.within(places.east()), OFFICER, branchAtEast("East branch")));
        }
    }

    private FoundOrganisation branchAtEast(String name) {
        return new FoundOrganisation(
                OrganisationId.next(), places.east(), OrganisationKind.BRANCH, name, null, LAST_YEAR, structure());
    }

    private static Structure structure() {
        return new Structure(true, false, 18, 20, LAST_YEAR);
    }

    private long versionOf(OrganisationId id) {
        return queries.find(township, id).orElseThrow().version();
    }
}
