package io.qiangcun.grid.gridevent;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.grid.gridevent.HeatMap.Cell;
import io.qiangcun.grid.gridevent.HeatMap.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTests {

    @Test
    void drawsNothingWhereNothingIs() {
        assertThat(HeatMap.of(List.of()).isEmpty()).isTrue();
        assertThat(HeatMap.of(List.of(new Spot(121.7, 42.7, 0))).isEmpty()).isTrue();
    }

    @Test
    void losesNoEventAndDrawsTheMostDarkest() {
        var map = HeatMap.of(List.of(
                new Spot(121.70, 42.70, 3),
                new Spot(121.70, 42.70, 4),
                new Spot(121.80, 42.80, 1),
                new Spot(121.75, 42.60, 2)));

        assertThat(map.cells()).extracting(Cell::events).containsExactlyInAnyOrder(7L, 1L, 2L);
        assertThat(map.cells()).filteredOn(cell -> cell.events() == 7).allSatisfy(cell -> assertThat(cell.shade())
                .isEqualTo(1.0));
        assertThat(map.cells()).allSatisfy(cell -> {
            assertThat(cell.x()).isBetween(0.0, map.width());
            assertThat(cell.y()).isBetween(0.0, map.height());
        });
    }

    @Test
    void goesAroundThePointsAndNotThroughThem() {
        var map = HeatMap.of(List.of(
                new Spot(121.6, 42.6, 0),
                new Spot(121.8, 42.6, 0),
                new Spot(121.8, 42.8, 0),
                new Spot(121.6, 42.8, 0),
                new Spot(121.7, 42.7, 5)));

        assertThat(map.outline().split(" ")).hasSize(4);
        assertThat(map.cells()).hasSize(1);
    }
}
