package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.network.GridDetails;
import io.qiangcun.grid.network.GridService;
import io.qiangcun.grid.network.GridType;
import io.qiangcun.grid.network.OpenGrid;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import io.qiangcun.testkit.SignedIn;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class IncidentReportsTests {

    @Autowired
    PlaceTree tree;

    @Autowired
    IncidentFixtures incidents;

    @Autowired
    IncidentQueries queries;

    @Autowired
    Bulletins bulletins;

    @Autowired
    IncidentPurge purge;

    @Autowired
    SilentPlaceRule silent;

    @Autowired
    GridService grids;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    PlaceFixtures places;
    IncidentId flood;

    @BeforeEach
    void plant() {
        places = PlaceFixtures.plantedIn(tree);
        flood = incidents.begun(places.county(), "FLOOD");
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void whatWasWrittenEarlierAndComesLaterDoesNotUndoWhatIsNewer() {
        clock.advance(Duration.ofHours(2));
        incidents.reported(places.east(), flood, clock.instant(), Map.of(Figure.EVACUATED, 40));
        incidents.reported(
                places.east(), flood, clock.instant().minus(Duration.ofHours(1)), Map.of(Figure.EVACUATED, 10));

        var east = east();
        assertThat(east.figures().get(Figure.EVACUATED)).isEqualTo(40);
        assertThat(east.versions()).isEqualTo(2);
    }

    @Test
    void aClockThatRunsAheadDoesNotWinForEver() {
        incidents.reported(
                places.east(), flood, clock.instant().plus(Duration.ofDays(9)), Map.of(Figure.EVACUATED, 99));
        clock.advance(Duration.ofMinutes(1));
        incidents.reported(places.east(), flood, clock.instant(), Map.of(Figure.EVACUATED, 40));

        assertThat(east().figures().get(Figure.EVACUATED)).isEqualTo(40);
    }

    @Test
    void whatAFollowUpDoesNotMentionStillStands() {
        incidents.reported(
                places.east(), flood, clock.instant(), Map.of(Figure.EVACUATED, 40, Figure.HAZARDS_FOUND, 3));
        clock.advance(Duration.ofMinutes(1));
        incidents.reported(places.east(), flood, clock.instant(), Map.of(Figure.EVACUATED, 44));

        assertThat(east().figures().said()).containsEntry(Figure.EVACUATED, 44).containsEntry(Figure.HAZARDS_FOUND, 3);
    }

    @Test
    void theSameVersionIsAnsweredAgainAndKeptOnce() {
        var id = ReportVersionId.next();
        var first = incidents.reported(places.east(), flood, id, clock.instant(), Map.of(Figure.EVACUATED, 1));
        clock.advance(Duration.ofMinutes(3));
        var again = incidents.reported(places.east(), flood, id, clock.instant(), Map.of(Figure.EVACUATED, 2));

        assertThat(first.again()).isFalse();
        assertThat(again.again()).isTrue();
        assertThat(again.receivedAt()).isEqualTo(first.receivedAt());
        assertThat(east().figures().get(Figure.EVACUATED)).isEqualTo(1);
    }

    @Test
    void noMoreAreEvacuatedThanLiveThereWhereThatIsKnown() {
        incidents.reported(places.west(), flood, clock.instant(), Map.of(Figure.EVACUATED, 901));
        try (var here = SignedIn.here(database, places.township(), null)) {
            grids.open(
                    Jurisdiction.within(places.township()),
                    new OpenGrid(
                            places.east(),
                            null,
                            "Grid",
                            new GridDetails(GridType.COMPREHENSIVE, 300, 900, null, null),
                            LocalDate.of(2022, 3, 1),
                            List.of()));
        }

        assertThatThrownBy(
                        () -> incidents.reported(places.east(), flood, clock.instant(), Map.of(Figure.EVACUATED, 901)))
                .isInstanceOf(IncidentRefused.class);
        incidents.reported(places.east(), flood, clock.instant(), Map.of(Figure.EVACUATED, 900));
    }

    @Test
    void whatWasWrittenBeforeTheEndStillCounts() {
        var before = clock.instant();
        clock.advance(Duration.ofHours(1));
        incidents.ended(places.county(), flood);
        clock.advance(Duration.ofHours(1));

        incidents.reported(places.east(), flood, before, Map.of(Figure.EVACUATED, 5));
        assertThatThrownBy(() -> incidents.reported(places.east(), flood, clock.instant(), Map.of()))
                .isInstanceOf(IncidentRefused.class);

        assertThat(east().figures().get(Figure.EVACUATED)).isEqualTo(5);
    }

    @Test
    void aPlaceThatSaysNothingInTimeIsFoundAndOneThatDoesIsNot() {
        assertThat(found()).isEmpty();
        clock.advance(Duration.ofMinutes(61));
        incidents.reported(places.east(), flood, clock.instant(), Map.of());

        assertThat(found()).containsExactly(places.west().value());
        clock.advance(Duration.ofHours(25));
        assertThat(found()).containsExactly(places.east().value(), places.west().value());
        incidents.ended(places.county(), flood);
        assertThat(found()).isEmpty();
    }

    @Test
    void bulletinsAreCompiledWhenTheirTimeHasComeAndNotBefore() {
        assertThat(compiled()).isZero();
        clock.advance(Duration.ofMinutes(60));
        assertThat(compiled()).isEqualTo(1);
        assertThat(compiled()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(60));
        assertThat(compiled()).isEqualTo(2);
        incidents.ended(places.county(), flood);
        clock.advance(Duration.ofMinutes(600));
        assertThat(compiled()).isEqualTo(2);
    }

    @Test
    void sixMonthsAfterTheEndWordsAndNamesAreGoneAndFiguresStay() {
        incidents.reported(places.east(), flood, clock.instant(), Map.of(Figure.EVACUATED, 40));
        incidents.ended(places.county(), flood);
        clock.set(LocalDate.of(2027, 5, 15));
        purged();
        assertThat(words()).isEqualTo(1);

        clock.set(LocalDate.of(2027, 5, 17));
        purged();
        purged();

        assertThat(words()).isZero();
        assertThat(east().figures().get(Figure.EVACUATED)).isEqualTo(40);
        assertThat(counted("select count(purged_at)::int from grid_incident where incident_id = :id"))
                .isEqualTo(1);
    }

    private Standing east() {
        return incidents.standings(queries, places.county(), flood).stream()
                .filter(place -> place.placeCode().equals(places.east().value()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> found() {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            return silent.findings(county, LocalDate.now(clock))
                    .map(finding -> finding.place().value())
                    .toList();
        }
    }

    private int compiled() {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            bulletins.compileDue(county);
        }
        return counted("select count(*) from grid_bulletin where incident_id = :id");
    }

    private int words() {
        return counted("select count(*) from grid_incident_report where incident_id = :id and happened is not null");
    }

    private int counted(String sql) {
        return incidents.counted(sql, places.county(), flood);
    }

    private void purged() {
        var county = Jurisdiction.within(places.county());
        try (var scope = Scope.as(county)) {
            purge.purge(county);
        }
    }
}
