package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PointMapTests {

    @Test
    void isEmptyWhereNobodyHasAPoint() {
        assertThat(PointMap.of(List.of(), List.of()).isEmpty()).isTrue();
    }

    @Test
    void drawsNorthAboveSouthAndEastRightOfWestWithinTheSheet() {
        var map = PointMap.of(
                List.of(reported(121.80, 42.75, 2)), List.of(new PlacePoint("150524104201", "West", 121.70, 42.70)));

        var place = map.dots().get(0);
        var report = map.dots().get(1);
        assertThat(report.x()).isGreaterThan(place.x()).isLessThanOrEqualTo(map.width());
        assertThat(report.y()).isLessThan(place.y()).isPositive();
        assertThat(report.tone()).isEqualTo("bad");
        assertThat(place.tone()).isEqualTo("place");
    }

    @Test
    void drawsASinglePointInTheMiddle() {
        var map = PointMap.of(List.of(reported(121.80, 42.75, 0)), List.of());

        assertThat(map.dots().get(0).x()).isEqualTo(map.width() / 2);
        assertThat(map.dots().get(0).tone()).isEqualTo("ok");
    }

    private static Standing reported(double longitude, double latitude, int hazards) {
        return new Standing(
                UUID.randomUUID(),
                "150524104202",
                "East",
                null,
                true,
                null,
                1,
                false,
                "",
                false,
                new Figures(Map.of(Figure.HAZARDS_FOUND, hazards)),
                longitude,
                latitude);
    }
}
