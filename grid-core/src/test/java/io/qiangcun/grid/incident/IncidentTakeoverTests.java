package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.RoleName;
import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.grid.incident.PastIncident.PastReport;
import io.qiangcun.testkit.AccountFixtures;
import io.qiangcun.testkit.ApplicationTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class IncidentTakeoverTests {

    private static final Instant BEGAN = Instant.parse("2026-07-21T06:20:00Z");

    @Autowired
    PlaceTree tree;

    @Autowired
    AccountFixtures accounts;

    @Autowired
    IncidentTakeover takeover;

    @Autowired
    IncidentFixtures incidents;

    @Autowired
    IncidentQueries queries;

    @Test
    void whatIsOverStandsThereAsItEnded() {
        var places = PlaceFixtures.plantedIn(tree);
        accounts.openedAt(places.east(), RoleName.VILLAGE);
        var id = IncidentId.next();
        var county = Jurisdiction.within(places.county());

        try (var scope = Scope.as(county)) {
            takeover.take(
                    county,
                    Actor.system(),
                    new PastIncident(
                            new BeginIncident(id, "FLOOD", "July flood", "Red warning", List.of()),
                            places.township(),
                            BEGAN,
                            "To your posts",
                            List.of(
                                    said(places.east(), 20, 1, false),
                                    said(places.east(), 90, 40, true),
                                    said(places.west(), 30, 28, true)),
                            BEGAN.plusSeconds(36_000),
                            "It rained",
                            "Boats earlier"));
        }

        var standings = incidents.standings(queries, places.township(), id);
        assertThat(Figures.sum(standings.stream().map(Standing::figures).toList())
                        .number(Figure.EVACUATED))
                .isEqualTo(68);
        assertThat(standings).allMatch(Standing::complete);
        assertThat(counted(
                        "select count(*)::int from grid_call where incident_id = :id and answered_at <= due_at",
                        places,
                        id))
                .isEqualTo(1);
        assertThat(counted("select messages from grid_bulletin where incident_id = :id", places, id))
                .isEqualTo(3);
        assertThat(counted(
                        "select count(*)::int from grid_incident_concern where incident_id = :id and ended_at is null",
                        places,
                        id))
                .isZero();
    }

    private int counted(String sql, PlaceFixtures places, IncidentId id) {
        return incidents.counted(sql, places.township(), id);
    }

    private static PastReport said(PlaceCode place, int minutes, int evacuated, boolean complete) {
        return new PastReport(
                place,
                BEGAN.plusSeconds(minutes * 60L),
                "The square",
                "Water",
                "",
                new Figures(Map.of(Figure.EVACUATED, evacuated)),
                complete);
    }
}
