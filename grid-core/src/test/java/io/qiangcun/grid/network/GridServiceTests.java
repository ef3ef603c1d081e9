package io.qiangcun.grid.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.people.PeopleFixtures;
import io.qiangcun.core.people.PeopleService;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class GridServiceTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    PeopleService people;

    @Autowired
    GridService grids;

    @Autowired
    GridQueries queries;

    @Autowired
    UnledGridRule rule;

    @Autowired
    CurrentAccount account;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    PlaceFixtures places;
    Jurisdiction township;
    PlaceCode first;

    @BeforeEach
    void openAGrid() {
        places = PlaceFixtures.plantedIn(tree);
        township = Jurisdiction.within(places.township());
        first = GridFixtures.gridIn(grids, database, places.east(), "First");
    }

    @Test
    void numbersGridsInTheirVillageAndMicroGridsInTheirGrid() {
        var second = GridFixtures.gridIn(grids, database, places.east(), "Second");
        var part = GridFixtures.gridIn(grids, database, second, "Lane");

        assertThat(first).hasToString(places.east() + "001");
        assertThat(second).hasToString(places.east() + "002");
        assertThat(part).hasToString(places.east() + "002001");
    }

    @Test
    void neverGivesANumberTwice() {
        var second = GridFixtures.gridIn(grids, database, places.east(), "Second");
        township(() -> {
            grids.close(township, second, 0, TestClock.TODAY, "Too small");
            return null;
        });

        assertThat(GridFixtures.gridIn(grids, database, places.east(), "Third")).hasToString(places.east() + "003");
    }

    @Test
    void refusesTwoGridsOfOneName() {
        assertThatThrownBy(() -> GridFixtures.gridIn(grids, database, places.east(), "First"))
                .isInstanceOf(GridRefused.class)
                .hasMessageContaining("name-taken");
    }

    @Test
    void countsTheNetOfATownshipVillageByVillage() {
        GridFixtures.gridIn(grids, database, first, "Lane");
        propose(first, WorkerPost.LEADER, "Leader");

        assertThat(township(() -> queries.net(township, TestClock.TODAY)))
                .extracting(
                        NetCount::name,
                        NetCount::covered,
                        NetCount::grids,
                        NetCount::microGrids,
                        NetCount::households,
                        NetCount::leaders,
                        NetCount::unled)
                .containsExactly(
                        tuple("East Village", 1L, 1L, 1L, 300L, 1L, 1L), tuple("West Village", 0L, 0L, 0L, 0L, 0L, 0L));
    }

    @Test
    void takesWhoWorksInAMergedGridAlong() {
        var second = GridFixtures.gridIn(grids, database, places.east(), "Second");
        propose(second, WorkerPost.FULL_TIME, "Walker");
        propose(second, WorkerPost.LEADER, "Leader");

        township(() -> {
            grids.merge(township, second, 0, first, TestClock.TODAY);
            return null;
        });

        var merged = township(() -> queries.find(township, second).orElseThrow());
        assertThat(merged.isOpen()).isFalse();
        assertThat(merged.successor()).isEqualTo(new GridView.Kin(first.value(), "First"));
        assertThat(township(() -> queries.find(township, first).orElseThrow()).current())
                .extracting(WorkerRow::name, WorkerRow::post)
                .containsExactly(tuple("Walker", WorkerPost.FULL_TIME), tuple("Leader", WorkerPost.PART_TIME));
        assertThat(tree.require(second, township).successor()).isEqualTo(first);
    }

    @Test
    void mergesOnlyWithNeighboursAndOnlyWithoutParts() {
        var west = GridFixtures.gridIn(grids, database, places.west(), "West");
        assertThatThrownBy(() -> township(() -> {
                    grids.merge(township, first, 0, west, TestClock.TODAY);
                    return null;
                }))
                .hasMessageContaining("not-a-neighbour");

        GridFixtures.gridIn(grids, database, first, "Lane");
        var second = GridFixtures.gridIn(grids, database, places.east(), "Second");
        assertThatThrownBy(() -> township(() -> {
                    grids.merge(township, first, 0, second, TestClock.TODAY);
                    return null;
                }))
                .hasMessageContaining("has-parts");
    }

    @Test
    void remembersWhatAGridWasTakenOutOf() {
        var divided = township(() -> grids.open(
                township,
                new OpenGrid(
                        places.east(),
                        "007",
                        "New quarter",
                        new GridDetails(GridType.COMPREHENSIVE, null, null, null, null),
                        TestClock.TODAY,
                        List.of(first))));

        assertThat(township(() -> queries.find(township, divided).orElseThrow()).origins())
                .extracting(GridView.Kin::name)
                .containsExactly("First");
        assertThat(township(() -> queries.find(township, first).orElseThrow()).offspring())
                .extracting(GridView.Kin::name)
                .containsExactly("New quarter");
    }

    @Test
    void letsOneLeaderAnswerForAGrid() {
        propose(first, WorkerPost.LEADER, "Leader");
        assertThatThrownBy(() -> propose(first, WorkerPost.LEADER, "Another"))
                .isInstanceOf(GridRefused.class)
                .hasMessageContaining("leader-taken");
    }

    @Test
    void letsNobodyAgreeToHisOwnProposal() {
        var worker = propose(first, WorkerPost.FULL_TIME, "Walker");
        var village = Actor.system();
        var proposedBy = township(() -> queries.find(township, first).orElseThrow())
                .current()
                .get(0)
                .proposedBy();

        assertThatThrownBy(() -> township(() -> {
                    grids.vet(township, named(village, proposedBy), worker, 0, true, "");
                    return null;
                }))
                .hasMessageContaining("own-proposal");
        township(() -> {
            grids.vet(township, account.actor(), worker, 0, false, "Not known here");
            return null;
        });
        assertThat(township(() -> queries.find(township, first).orElseThrow()).former())
                .extracting(WorkerRow::vetting, WorkerRow::endedReason)
                .containsExactly(tuple(Vetting.REFUSED, "Not known here"));
    }

    @Test
    void theDatabaseTooLetsNobodyAgreeToHisOwnProposal() {
        propose(first, WorkerPost.FULL_TIME, "Walker");
        assertThatThrownBy(() -> township(() -> transactions.execute(
                        done -> database.sql("""
                        update grid_worker set vetting = 'PASSED', vetted_by = proposed_by where place_code = :place
                        """).param("place", first.value()).update())))
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void warnsOfGridsThatNobodyAnswersFor() {
        GridFixtures.gridIn(grids, database, first, "Lane");
        assertThat(findings()).extracting(Finding::subject).containsExactly(first.value());
        // ten working days after the grid began
        assertThat(findings()).extracting(Finding::dueOn).containsExactly(LocalDate.of(2022, 3, 15));

        propose(first, WorkerPost.LEADER, "Leader");
        assertThat(findings()).isEmpty();
    }

    @Test
    void listsGridsWithWhatTheyLack() {
        GridFixtures.gridIn(grids, database, first, "Lane");
        propose(first, WorkerPost.LEADER, "Leader");

        assertThat(township(() -> queries.list(
                                township, new GridFilter(null, null, GridFilter.Lack.LEADER, null), Pageable.ofSize(10))
                        .getContent()))
                .extracting(GridRow::name, GridRow::gridName)
                .containsExactly(tuple("Lane", "First"));
    }

    private List<Finding> findings() {
        try (var scope = Scope.as(township)) {
            return township(() -> rule.findings(township, TestClock.TODAY).toList());
        }
    }

    private WorkerId propose(PlaceCode grid, WorkerPost post, String name) {
        var person = PeopleFixtures.personIn(people, places.east(), name);
        var id = WorkerId.next();
        try (var here = SignedIn.here(database, places.east(), null)) {
            grids.propose(
                    Jurisdiction.within(places.east()),
                    account.actor(),
                    new ProposeWorker(id, grid, person, post, WorkerSource.PATROL, GridFixtures.OPENED));
        }
        return id;
    }

    private <T> T township(Supplier<T> work) {
        try (var here = SignedIn.here(database, places.township(), null)) {
            return work.get();
        }
    }

    private static Actor named(Actor actor, String login) {
        return new Actor(actor.account(), login, actor.post(), actor.holder(), actor.role(), actor.unit());
    }
}
