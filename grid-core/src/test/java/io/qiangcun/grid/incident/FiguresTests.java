package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTests {

    private static final Figures EAST = new Figures(Map.of(Figure.EVACUATED, 40, Figure.HAZARDS_FOUND, 3));
    private static final Figures WEST = new Figures(Map.of(Figure.EVACUATED, 28, Figure.HAZARDS_REMOVED, 1));

    @Test
    void addUpWhatWasSaidAndLeaveUnsaidWhatNobodySaid() {
        var sum = Figures.sum(List.of(EAST, WEST));

        assertThat(sum.get(Figure.EVACUATED)).isEqualTo(68);
        assertThat(sum.get(Figure.DEAD)).isNull();
        assertThat(sum.openHazards()).isEqualTo(2);
    }

    @Test
    void sayWhatHasChanged() {
        assertThat(EAST.changeSince(WEST, Figure.EVACUATED)).isEqualTo(12);
        assertThat(EAST.changeSince(Figures.NONE, Figure.HAZARDS_FOUND)).isEqualTo(3);
    }
}
