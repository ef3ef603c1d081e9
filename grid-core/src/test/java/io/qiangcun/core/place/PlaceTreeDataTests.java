package io.qiangcun.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.qiangcun.testkit.DatabaseTest;
import io.qiangcun.testkit.PlaceFixtures;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class PlaceTreeDataTests {

    @Autowired
    PlaceTree tree;

    @Test
    void requiresAPlaceInsideTheJurisdiction() {
        var places = PlaceFixtures.plantedIn(tree);
        var east = Jurisdiction.within(places.east());

        assertThat(tree.require(places.east(), east).name()).isEqualTo("East Village");
        assertThatExceptionOfType(PlaceNotFound.class).isThrownBy(() -> tree.require(places.west(), east));
        assertThatExceptionOfType(PlaceNotFound.class)
                .isThrownBy(() ->
                        tree.grow(east, places.west().child("001"), PlaceCategory.GRID, "Grid 1", LocalDate.EPOCH));
    }

    @Test
    void keepsTheCodeWhenTheOfficialOneChanges() {
        var places = PlaceFixtures.plantedIn(tree);

        var renumbered = tree.renumber(Jurisdiction.within(places.county()), places.east(), "150622105201");

        assertThat(renumbered.officialCode()).isEqualTo("150622105201");
        assertThat(renumbered.code()).isEqualTo(places.east());
    }

    @Test
    void closesAPlaceOnceAndNamesItsSuccessor() {
        var places = PlaceFixtures.plantedIn(tree);
        var county = Jurisdiction.within(places.county());

        var closed = tree.close(county, places.west(), LocalDate.of(2026, 7, 1), places.east());

        assertThat(closed.validTo()).isEqualTo("2026-07-01");
        assertThat(closed.successor()).isEqualTo(places.east());
        assertThatIllegalStateException()
                .isThrownBy(() -> tree.close(county, places.west(), LocalDate.of(2026, 8, 1), places.east()));
    }
}
