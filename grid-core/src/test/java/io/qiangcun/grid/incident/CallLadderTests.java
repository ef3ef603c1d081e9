package io.qiangcun.grid.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qiangcun.core.place.PlaceCode;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CallLadderTests {

    private static final Instant CALLED = Instant.parse("2026-07-21T02:00:00Z");
    private static final PlaceCode COUNTY = new PlaceCode("150524");
    private static final PlaceCode TOWNSHIP = new PlaceCode("150524104");
    private static final PlaceCode VILLAGE = new PlaceCode("150524104201");
    private static final PlaceCode GRID = new PlaceCode("150524104201001");

    @Test
    void belongsToThePostItselfUntilItsTimeIsUp() {
        var ladder = calledAt(VILLAGE);

        assertThat(ladder.holderAt(after(0))).isEqualTo(VILLAGE);
        assertThat(ladder.silentAt(after(9))).isFalse();
        assertThat(ladder.silentAt(after(10))).isTrue();
    }

    @Test
    void climbsLevelByLevelAndStaysWithWhoCalled() {
        var ladder = calledAt(GRID);

        assertThat(ladder.holderAt(after(10))).isEqualTo(VILLAGE);
        assertThat(ladder.holderAt(after(14))).isEqualTo(VILLAGE);
        assertThat(ladder.holderAt(after(15))).isEqualTo(TOWNSHIP);
        assertThat(ladder.holderAt(after(20))).isEqualTo(COUNTY);
        assertThat(ladder.holderAt(after(2000))).isEqualTo(COUNTY);
    }

    @Test
    void doesNotClimbBeyondTheTownshipThatCalled() {
        var ladder = new CallLadder(VILLAGE, TOWNSHIP, after(10), Duration.ofMinutes(5));

        assertThat(ladder.holderAt(after(500))).isEqualTo(TOWNSHIP);
    }

    @Test
    void callsNobodyOutsideThePlaceThatCalls() {
        assertThatThrownBy(() -> new CallLadder(VILLAGE, new PlaceCode("150525"), CALLED, Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void neverClimbsDownAndAlwaysHasAHolderAboveThePost(
            @ForAll @IntRange(max = 5000) int earlier, @ForAll @IntRange(max = 5000) int more) {
        var ladder = calledAt(GRID);
        var first = ladder.rungAt(after(earlier));
        var then = ladder.rungAt(after(earlier + more));

        assertThat(then).isBetween(first, 3);
        assertThat(ladder.holderAt(after(earlier)).contains(GRID)).isTrue();
        assertThat(ladder.silentAt(after(earlier))).isEqualTo(first > 0);
    }

    private static CallLadder calledAt(PlaceCode place) {
        return new CallLadder(place, COUNTY, after(10), Duration.ofMinutes(5));
    }

    private static Instant after(int minutes) {
        return CALLED.plus(Duration.ofMinutes(minutes));
    }
}
